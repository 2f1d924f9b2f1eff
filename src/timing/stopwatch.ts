// Takes the time of a forward pass that was traced before. In: tensors. Out: begin, end and bytes for each call, in the
// order entered, which is that of `Trace.calls`.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { withOpObserver } from '../nn/op.ts';
import { type Around, onWrappedBackend, onWrappedBackendAsync } from '../trace/backend/wrappedBackend.ts';
import { type AsyncRecorder, fedTensor } from '../trace/recorder.ts';
import type { Call, Trace } from '../trace/trace.ts';
import type { TimedRun } from './timing.ts';

export interface Stopwatch {
  readonly recorder: AsyncRecorder;
  /** @throws UserError where the pass was not the traced one: a model that chooses by numbers, or by chance */
  result(): TimedRun;
}

/** @param synchronised whether each kernel's outputs are read before its time is taken */
export function stopwatch(trace: Trace, backend: string, synchronised: boolean): Stopwatch {
  const words: string[] = [];
  const begins: number[] = [];
  const ends: number[] = [];
  const bytesBefore: number[] = [];
  const bytesAfter: number[] = [];
  const open: number[] = [];
  let fedBytes = 0;
  let readMs = 0;

  // the clock is read last when a call begins, and first when it ends: what watching takes is the caller's
  const enter = (word: string): void => {
    open.push(words.length);
    words.push(word);
    bytesBefore.push(tf.engine().state.numBytes);
    begins.push(performance.now());
  };
  const exit = (now: number): void => {
    const index = open.pop()!;
    ends[index] = now;
    bytesAfter[index] = tf.engine().state.numBytes;
  };
  const around: Around = (kernel, run, call) => {
    enter(kernel);
    const results = run(call);
    if (synchronised) for (const { dataId } of [results].flat()) tf.backend().readSync(dataId);
    const now = performance.now();
    // the engine would do so next; here their bytes are counted as the kernel's
    const made = Array.isArray(results) ? results.map(tensorOf) : tensorOf(results);
    exit(now);
    return made;
  };
  const recorder: AsyncRecorder = {
    values: [],
    calls: [],
    returned: [],
    addParameter: () => undefined,
    feed(inputs) {
      const tensors = inputs.map(fedTensor);
      fedBytes = tensors.reduce((sum, tensor) => sum + bytesOf(tensor), 0);
      return { tensors, indices: [] };
    },
    structure: () => [],
    outputs: () => ({ outputs: [] }),
    enterModule: (module) => enter(moduleWord(trace, module)),
    exitModule(output) {
      exit(performance.now());
      if (open.length > 0) return;
      const before = performance.now();
      readAll(output);
      readMs = performance.now() - before;
    },
    openModule: () => undefined,
    watch: (body, held) =>
      onWrappedBackend(backend, around, () => withOpObserver({ enter, exit: () => exit(performance.now()) }, body), {
        held,
      }),
    // of a converted model, which has no ops of ours
    watchAsync: (body) => onWrappedBackendAsync(backend, around, body),
  };
  const result = (): TimedRun => {
    expectSame(trace, words);
    const zero = begins[0]!;
    const base = bytesBefore[0]! - fedBytes;
    return {
      beginMs: zero,
      begins: begins.map((at) => at - zero),
      ends: ends.map((at) => at - zero),
      bytesBefore: bytesBefore.map((bytes) => bytes - base),
      bytesAfter: bytesAfter.map((bytes) => bytes - base),
      readMs,
    };
  };
  return { recorder, result };
}

/** Reads every tensor in what a model gave: an asynchronous backend has computed it then. */
export function readAll(output: unknown): void {
  if (output instanceof tf.Tensor) output.dataSync();
  else if (typeof output === 'object' && output !== null) for (const part of Object.values(output)) readAll(part);
}

const moduleWord = ({ modules }: Trace, index: number): string => modules[index]!.path || modules[index]!.type;

const wordOf = (trace: Trace, call: Call): string => {
  if (call.level === 'module') return moduleWord(trace, call.module);
  return call.level === 'op' ? call.op : call.kernel;
};

function expectSame(trace: Trace, words: readonly string[]): void {
  const expected = trace.calls.map((call) => wordOf(trace, call));
  const index = Array.from({ length: Math.max(expected.length, words.length) }, (_, i) => i).find(
    (i) => expected[i] !== words[i],
  );
  if (index !== undefined)
    throw new UserError(
      `the model does not run alike each time: after ${expected[index - 1]} came ${expected[index] ?? 'the end'}, now ${words[index] ?? 'the end'}`,
    );
}

const tensorOf = (info: tf.TensorInfo): tf.Tensor =>
  info instanceof tf.Tensor ? info : tf.engine().makeTensorFromTensorInfo(info);

// of a string tf.js counts the letters
const bytesOf = ({ size, dtype }: tf.Tensor): number =>
  dtype === 'string' ? 0 : size * tf.util.bytesPerElement(dtype);
