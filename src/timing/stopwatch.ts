// Times a forward pass that was traced before: begin, end and bytes of each call, in the order of `Trace.calls`.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import type { KernelWrapper, Observer } from '../trace/observer.ts';
import type { Call, Trace } from '../trace/trace.ts';
import type { TimedRun } from './timing.ts';

/** The observer of a timed pass. */
export class Stopwatch implements Observer {
  readonly #trace: Trace;
  readonly #synchronised: boolean;
  /** The name of each call, in the order entered. */
  readonly #names: string[] = [];
  readonly #begins: number[] = [];
  readonly #ends: number[] = [];
  readonly #bytesBefore: number[] = [];
  readonly #bytesAfter: number[] = [];
  readonly #open: number[] = [];
  #fedBytes = 0;
  #readMs = 0;

  /**
   * @param trace the pass as it was traced, its calls in the order in which they run
   * @param synchronised whether each kernel's outputs are read before its end is noted
   */
  constructor(trace: Trace, synchronised: boolean) {
    this.#trace = trace;
    this.#synchronised = synchronised;
  }

  /** Notes the tensors of the model's inputs, whose bytes count as the pass's own. */
  feed(tensors: readonly tf.Tensor[]): void {
    this.#fedBytes = tensors.reduce((sum, tensor) => sum + bytesOf(tensor), 0);
  }

  enterModule(index: number): void {
    this.#enter(moduleName(this.#trace, index));
  }

  exitModule(output: unknown): void {
    this.#exit(performance.now());
    if (this.#open.length > 0) return;
    const before = performance.now();
    readAll(output);
    this.#readMs = performance.now() - before;
  }

  enterOp(name: string): void {
    this.#enter(name);
  }

  exitOp(): void {
    this.#exit(performance.now());
  }

  fail(): void {
    this.#exit(performance.now());
  }

  readonly kernel: KernelWrapper = (name, run, call) => {
    this.#enter(name);
    const results = run(call);
    if (this.#synchronised) for (const { dataId } of [results].flat()) tf.backend().readSync(dataId);
    const now = performance.now();
    // the engine would do so next; here their bytes are counted as the kernel's
    const made = Array.isArray(results) ? results.map(tensorOf) : tensorOf(results);
    this.#exit(now);
    return made;
  };

  // the clock is read last when a call begins, and first when it ends: the caller bears the overhead
  #enter(name: string): void {
    this.#open.push(this.#names.length);
    this.#names.push(name);
    this.#bytesBefore.push(tf.engine().state.numBytes);
    this.#begins.push(performance.now());
  }

  #exit(now: number): void {
    const index = this.#open.pop()!;
    this.#ends[index] = now;
    this.#bytesAfter[index] = tf.engine().state.numBytes;
  }

  /** @throws UserError where the pass was not the traced one: for a model that decides by values, or by chance */
  result(): TimedRun {
    expectSame(this.#trace, this.#names);
    const zero = this.#begins[0]!;
    const base = this.#bytesBefore[0]! - this.#fedBytes;
    return {
      beginMs: zero,
      begins: this.#begins.map((at) => at - zero),
      ends: this.#ends.map((at) => at - zero),
      bytesBefore: this.#bytesBefore.map((bytes) => bytes - base),
      bytesAfter: this.#bytesAfter.map((bytes) => bytes - base),
      readMs: this.#readMs,
    };
  }
}

/** Reads every tensor in a model's result: an asynchronous backend has computed it then. */
export function readAll(output: unknown): void {
  if (output instanceof tf.Tensor) output.dataSync();
  else if (typeof output === 'object' && output !== null) for (const part of Object.values(output)) readAll(part);
}

const moduleName = ({ modules }: Trace, index: number): string => modules[index]!.path || modules[index]!.type;

const nameOf = (trace: Trace, call: Call): string => {
  if (call.level === 'module') return moduleName(trace, call.module);
  return call.level === 'op' ? call.op : call.kernel;
};

function expectSame(trace: Trace, names: readonly string[]): void {
  const expected = trace.calls.map((call) => nameOf(trace, call));
  const index = Array.from({ length: Math.max(expected.length, names.length) }, (_, i) => i).find(
    (i) => expected[i] !== names[i],
  );
  if (index === undefined) return;
  const [first, then] = [expected[index] ?? 'the end', names[index] ?? 'the end'];
  throw new UserError(
    `the model ran different kernels in two passes: after ${expected[index - 1]} came ${first} first, then ${then}`,
  );
}

const tensorOf = (info: tf.TensorInfo): tf.Tensor =>
  info instanceof tf.Tensor ? info : tf.engine().makeTensorFromTensorInfo(info);

// tf.js counts the letters of a string
const bytesOf = ({ size, dtype }: tf.Tensor): number =>
  dtype === 'string' ? 0 : size * tf.util.bytesPerElement(dtype);
