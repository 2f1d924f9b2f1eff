// Records one forward pass as data: a value for each tensor, a call for each module, op and kernel.
import * as tf from '@tensorflow/tfjs-core';
import { messageOf, UserError } from '../errors.ts';
import { enterOpObserver } from '../nn/reportOp.ts';
import type { Elements } from '../tensors.ts';
import type { Pass } from './adapter.ts';
import { chain, settle } from './awaitable.ts';
import type { Hold } from './backend/engine.ts';
import { constantOf, onShapeBackend, presentInputs } from './backend/shapeBackend.ts';
import { onWrappedBackend } from './backend/wrappedBackend.ts';
import type { InputSpec } from './inputs.ts';
import { computedInput, shapeInput } from './inputTensors.ts';
import type { KernelWrapper, Observer } from './observer.ts';
import { expectSettled, expectTensors, partsOf } from './outputs.ts';
import { DrawObserver, unobserved } from './randomDraws.ts';
import { isOlder, markMadeUp, noteOrigin, tensorsOf } from './state/origins.ts';
import { currentPasses } from './state/passes.ts';
import type { Call, ModuleCall, Nest, OpCall, Trace, Value } from './trace.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Options of a Recorder. */
export interface RecorderOptions {
  /** Gives the path of a tensor that is a parameter of the model; called when the pass first meets the tensor. */
  readonly parameterOf?: (tensor: tf.TensorInfo) => string | undefined;
  /** A backend of tf.js that computes; unless given, the pass runs on shapes alone. */
  readonly backend?: string | undefined;
}

/** A pass that makes more tensors does not end in a useful time: a recurrent layer over very many steps, or an endless loop. */
const maxValues = 2 ** 20;

/** The observer of a trace. */
export class Recorder implements Observer {
  readonly #values: Writable<Value>[] = [];
  readonly #calls: Writable<Call>[] = [];
  readonly #returned: number[] = [];
  /** Tensors by index in `values`, while the pass runs. */
  readonly #tensors: tf.TensorInfo[] = [];
  /** Indices of the calls that did not return yet, outermost first. */
  readonly #open: number[] = [];
  /** What the module that failed last threw, and the innermost call that threw it. */
  #failure: { readonly error: unknown; readonly index: number } | undefined;
  readonly #indices = new Map<object, number>();
  /** The module whose mask is computed, and the number of open calls around that. */
  #mask: { readonly module: number; readonly depth: number } | undefined;
  readonly #draws = new DrawObserver();
  readonly #parameterOf: (tensor: tf.TensorInfo) => string | undefined;
  readonly #backend: string | undefined;

  constructor({ parameterOf = () => undefined, backend }: RecorderOptions = {}) {
    this.#parameterOf = parameterOf;
    this.#backend = backend;
  }

  get values(): readonly Value[] {
    return this.#values;
  }

  get calls(): readonly Call[] {
    return this.#calls as readonly Call[];
  }

  /** Indices of module calls in `calls`, in the order they returned. */
  get returned(): readonly number[] {
    return this.#returned;
  }

  /** What the pass did with random values that no graph holds, such as `calls Math.random()`. */
  get untraceable(): string | undefined {
    return this.#draws.untraceable;
  }

  /** The index of the innermost module call that threw `error`, or else of the innermost that did not return. */
  failedModule(error: unknown): number | undefined {
    if (this.#failure && follows(error, this.#failure.error)) return this.#failure.index;
    return this.#open.findLast((index) => this.#calls[index]!.level === 'module');
  }

  /** Runs `body`, which may return a promise, as a pass whose modules, ops and kernels are recorded. */
  record<T>(body: (pass: Pass) => T): T {
    const observed = (hold: Hold): T => {
      const leave = [enterOpObserver(this), this.#draws.enter()];
      const run = () =>
        chain(body({ observer: this, hold, call: (run) => run() }), (result) => {
          this.#markFreed();
          return result;
        }) as T;
      return settle(run, () => {
        for (const end of leave) end();
      });
    };
    // later reads of the variable are reads of the assigned value
    const onAssign = (variable: tf.Variable, value: tf.Tensor): void =>
      void this.#indices.set(variable, this.#indexOf(value));
    return this.#backend === undefined
      ? onShapeBackend(observed, this.kernel, onAssign)
      : onWrappedBackend(this.#backend, this.kernel, observed, onAssign);
  }

  /** Records `tensor` as the parameter with this state-dict path. */
  addParameter(tensor: tf.TensorInfo, path: string): void {
    this.#add(tensor, { parameter: path });
  }

  /**
   * Makes and records the tensors of a model's inputs.
   * @param names fallback names, by index
   * @returns the tensors, and their indices in `values`
   */
  feed(
    inputs: readonly InputSpec[],
    names: readonly string[] = [],
  ): { readonly tensors: tf.Tensor[]; readonly indices: readonly number[] } {
    const tensors = inputs.map(this.#backend === undefined ? shapeInput : computedInput);
    for (const [i, tensor] of tensors.entries()) if (tensor !== inputs[i]) markMadeUp(tensor);
    currentPasses()?.addInputs(tensors);
    const indices = tensors.map((tensor, i) => {
      const name = inputs[i]!.name ?? names[i];
      return this.#add(tensor, name === undefined ? {} : { name });
    });
    return { tensors, indices };
  }

  /** The nest of indices in `values` for a tensor, or for a list or object of tensors. */
  nest(value: unknown, outer: readonly unknown[] = []): Nest {
    if (value instanceof tf.Tensor) return this.#indexOf(value);
    return partsOf(value, outer).map(([, part]) => this.nest(part, [...outer, value]));
  }

  /**
   * The outputs of the model, and the keys that they have in an object.
   * @throws UserError for a result without a tensor
   */
  outputs(value: unknown): Pick<Trace, 'outputs' | 'outputNames'> {
    expectTensors(value);
    // first: it refuses a list or object that holds itself
    const outputs = this.nest(value);
    const outputNames = keysOf(value);
    return { outputs, ...(outputNames.some((name) => name !== undefined) && { outputNames }) };
  }

  enterModule(module: number, inputs: readonly unknown[]): void {
    this.#enter({ level: 'module', module, inputs: inputs.map((input) => this.nest(input)), outputs: [] });
  }

  exitModule(output: unknown): void {
    this.#exit(this.nest(expectSettled(output)), kindOf(output));
  }

  enterMask(module: number): () => void {
    const outer = this.#mask;
    this.#mask = { module, depth: this.#open.length };
    return () => {
      this.#mask = outer;
    };
  }

  enterOp(op: string, inputs: readonly tf.Tensor[]): void {
    this.#enter({ level: 'op', op, inputs: inputs.map((tensor) => this.#indexOf(tensor)), outputs: [] });
  }

  exitOp(outputs: readonly tf.Tensor[]): void {
    this.#exit(outputs.map((tensor) => this.#indexOf(tensor)));
  }

  fail(error: unknown): void {
    const index = this.#open.pop()!;
    const call = this.#calls[index]!;
    if (call.level !== 'module') return;
    Object.assign(call, { threw: messageOf(error) });
    const isSame = this.#failure !== undefined && follows(error, this.#failure.error);
    this.#failure = { error, index: isSame ? this.#failure!.index : index };
  }

  readonly kernel: KernelWrapper = (kernel, run, call) => {
    const named = presentInputs(call.inputs);
    const given = tensorsOf(named);
    this.#expectRoom(kernel, given, call.attrs);
    currentPasses()?.startKernel(given);
    const results = run(call);
    const outputs = Array.isArray(results) ? results.map(tensorOf) : [tensorOf(results)];
    noteOrigin(given, outputs);
    currentPasses()?.endKernel(outputs);
    const inputs: Record<string, number | number[]> = {};
    for (const name in named) {
      const value = named[name] as tf.TensorInfo | tf.TensorInfo[];
      inputs[name] = Array.isArray(value) ? value.map((tensor) => this.#indexOf(tensor)) : this.#indexOf(value);
    }
    this.#calls.push({
      level: 'kernel',
      kernel,
      attributes: { ...this.#draws.markKernel(kernel, given, outputs, call.attrs ?? {}) },
      inputs,
      outputs: outputs.map((tensor) => this.#indices.get(tensor) ?? this.#add(tensor, {})),
      parent: this.#open.at(-1) ?? -1,
      ...(this.#mask?.depth === this.#open.length && { maskOf: this.#mask.module }),
    });
    return Array.isArray(results) ? outputs : outputs[0]!;
  };

  /** @throws UserError before a kernel that would make too many tensors */
  #expectRoom(kernel: string, [tensor]: readonly tf.TensorInfo[], attributes: tf.NamedAttrMap | undefined): void {
    const made = kernel === 'Unpack' ? tensor!.shape[attributes!.axis as number]! : 1;
    if (this.#values.length + made > maxValues)
      throw new UserError(
        `the forward pass makes more than ${maxValues} tensors, as a recurrent layer over very many steps does: give a smaller input`,
      );
  }

  #enter(call: Omit<ModuleCall, 'parent'> | Omit<OpCall, 'parent'>): void {
    this.#calls.push({ ...call, parent: this.#open.at(-1) ?? -1 });
    this.#open.push(this.#calls.length - 1);
  }

  #exit(outputs: Nest, outputKind?: ModuleCall['outputKind']): void {
    const index = this.#open.pop()!;
    const call = this.#calls[index]!;
    Object.assign(call, { outputs }, outputKind && { outputKind });
    if (call.level === 'module') this.#returned.push(index);
  }

  #add(tensor: tf.TensorInfo, about: Omit<Value, 'shape' | 'dtype'>): number {
    this.#indices.set(tensor, this.#values.length);
    this.#tensors.push(tensor);
    this.#values.push({ shape: [...tensor.shape], dtype: tensor.dtype, ...about });
    return this.#values.length - 1;
  }

  /** Index of a tensor in `values`. A tensor that no kernel produced is a parameter, a constant, or one without known values. */
  #indexOf(tensor: tf.TensorInfo): number {
    const known = this.#indices.get(tensor);
    if (known !== undefined) return known;
    currentPasses()?.addUse(tensor);
    const parameter = this.#parameterOf(tensor);
    if (parameter !== undefined) return this.#add(tensor, { parameter });
    const elements = unobserved(() => constantOf(tensor));
    if (elements === undefined) return this.#add(tensor, {});
    const drawn = this.#draws.drawOf(tensor);
    const isHeld = tensor instanceof tf.Tensor && isOlder(tensor);
    return this.#add(tensor, {
      constant: elements.slice() as Elements,
      ...(isHeld && { held: true }),
      ...(drawn && { drawn }),
    });
  }

  #markFreed(): void {
    for (const [index, tensor] of this.#tensors.entries())
      if (tensor instanceof tf.Tensor && tensor.isDisposed) this.#values[index]!.freed = true;
    this.#tensors.length = 0;
  }
}

const tensorOf = (info: tf.TensorInfo): tf.Tensor =>
  info instanceof tf.Tensor ? info : tf.engine().makeTensorFromTensorInfo(info);

/** The key of each tensor in `value`, in the order of `nest`, such as `logits`, `states_0`, `states_1`. */
function keysOf(value: unknown, outer?: string): (string | undefined)[] {
  if (value instanceof tf.Tensor) return [outer];
  const below = (key: string, one: unknown) => keysOf(one, outer === undefined ? key : `${outer}_${key}`);
  if (Array.isArray(value)) return value.flatMap((one, i) => (outer === undefined ? keysOf(one) : below(`${i}`, one)));
  return partsOf(value, []).flatMap(([key, one]) => below(key, one));
}

/** Whether `error` is `cause`, or was made from it. */
function follows(error: unknown, cause: unknown): boolean {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    if (at === cause) return true;
    seen.add(at);
  }
  return error === cause;
}

function kindOf(output: unknown): ModuleCall['outputKind'] {
  if (output instanceof tf.Tensor || Array.isArray(output)) return undefined;
  return output !== null && typeof output === 'object' ? 'object' : 'nothing';
}
