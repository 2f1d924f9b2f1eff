// The tensors that several passes of one model make and use, call by call, so that a tensor of one pass is known in the next.
import * as tf from '@tensorflow/tfjs-core';
import { followsTensor, isMadeUp } from './origins.ts';

/**
 * A position in a pass: the index of a kernel call and that of a tensor among its inputs or outputs; or the index of an input
 * of the model, of a tensor that it keeps, or of one that it disposes.
 */
type Position = `${number}.${number}` | `${'input' | 'keep' | 'dispose'} ${number}`;

interface Pass {
  /** The id of its first tensor. */
  readonly firstId: number;
  kernels: number;
  disposals: number;
  keeps: number;
  /** Tensors that lived before this pass. */
  readonly used: Map<Position, tf.Tensor>;
  readonly made: Map<Position, tf.Tensor>;
}

let current: Passes | undefined;

/** The passes of the model that runs now; undefined where the model is known to hold no hidden tensors. */
export const currentPasses = (): Passes | undefined => current;

/** Runs `body`, whose passes belong to `passes`. */
export function inPasses<T>(passes: Passes, body: () => T): T {
  current = passes;
  try {
    return body();
  } finally {
    current = undefined;
  }
}

/** Several passes of one model. */
export class Passes {
  /** Tensors of one pass that a later one uses. */
  readonly held = new Set<tf.Tensor>();
  /** Whether the model is refused when all passes have ended. */
  isRefused = false;
  /** Whether any kernel read a tensor computed from the inputs of the model. */
  tookInputs = false;
  readonly #passes: Pass[] = [];
  readonly #left = new Set<tf.Tensor>();
  readonly #disposed = new Set<tf.Tensor>();
  readonly #leaving = new Set<tf.Tensor>();

  /** Begins a pass, whose tensors have ids from `firstId`. */
  start(firstId: number): void {
    this.#passes.push({ firstId, kernels: 0, disposals: 0, keeps: 0, used: new Map(), made: new Map() });
  }

  addInputs(inputs: readonly tf.Tensor[]): void {
    for (const [i, tensor] of inputs.entries()) this.#last.made.set(`input ${i}`, tensor);
  }

  /** Notes the inputs of a kernel before it runs, since it fails on a disposed tensor. */
  startKernel(inputs: readonly tf.TensorInfo[]): void {
    this.#last.kernels += 1;
    for (const [i, input] of inputs.entries()) this.addUse(input, `${this.#last.kernels}.${i}`);
    this.tookInputs ||= inputs.some(isMadeUp);
  }

  endKernel(outputs: readonly tf.TensorInfo[]): void {
    const pass = this.#last;
    const { kernels } = pass;
    for (const [i, output] of outputs.entries())
      if (output instanceof tf.Tensor) pass.made.set(`${kernels}.${i}`, output);
  }

  /** Notes that the model reads a tensor, or, without a position, returns it. */
  addUse(tensor: tf.TensorInfo, position?: Position): void {
    const { firstId, used } = this.#last;
    if (!(tensor instanceof tf.Tensor) || tensor instanceof tf.Variable || tensor.id >= firstId) return;
    if (position) used.set(position, tensor);
    if (tensor.id >= this.#passes[0]!.firstId) this.held.add(tensor);
  }

  /** Notes that the model disposes a tensor that lived before this pass, which lives on until the pass has ended. */
  addDisposed(tensor: tf.Tensor): void {
    this.addUse(tensor, `dispose ${this.#last.disposals++}`);
    this.#disposed.add(tensor);
  }

  addKept(tensor: tf.Tensor): void {
    this.#last.made.set(`keep ${this.#last.keeps++}`, tensor);
    this.#left.add(tensor);
  }

  /** Has a tensor that a pass made live until the last pass has ended. */
  disposeAfterwards(tensor: tf.Tensor): void {
    this.#leaving.add(tensor);
  }

  isLeaving(tensor: tf.Tensor): boolean {
    return this.#leaving.has(tensor);
  }

  /** Disposes the tensors given to `disposeAfterwards`. */
  end(): void {
    for (const tensor of this.#leaving) if (!tensor.isDisposed) tensor.dispose();
  }

  /** Lets tensors that a pass leaves alive outlive it; returns those that the scope around the pass must hold. */
  leave(tensors: readonly tf.Tensor[]): tf.Tensor[] {
    const alive = tensors.filter((tensor) => !tensor.isDisposed && !(tensor instanceof tf.Variable));
    for (const tensor of alive) this.#left.add(tensor);
    return alive;
  }

  /** Tensors that passes made and that still live. */
  left(): tf.Tensor[] {
    return [...this.#left].filter((tensor) => !tensor.isDisposed);
  }

  /** Tensors of one pass that a later one used, except those that the model makes once, at its first call. */
  replaced(): tf.Tensor[] {
    const second = this.#passes[1]?.firstId ?? 0;
    return [...this.held].filter((tensor) => isMadeUp(tensor) || followsTensor(tensor) || tensor.id >= second);
  }

  /**
   * Gives each tensor that the model holds now, in place of one of `held`, the data of the tensor that it held before the first
   * pass, and disposes all other tensors that the passes left.
   * @returns the tensors that the model holds now and that got their former data
   */
  putBack(): tf.Tensor[] {
    const now = [...this.held].flatMap((tensor) => this.#putBackOne(tensor) ?? []);
    for (const tensor of now) this.#leaving.delete(tensor);
    for (const tensor of this.left()) if (!now.includes(tensor)) tensor.dispose();
    return now;
  }

  /** The former tensor is the one that the first pass used where the second used `held`; the present one was made last where `held` was made. */
  #putBackOne(held: tf.Tensor): tf.Tensor | undefined {
    const [first, ...others] = this.#passes as [Pass, ...Pass[]];
    const usedAt = positionOf(others, 'used', held);
    const madeAt = positionOf(this.#passes, 'made', held);
    const former = usedAt && first.used.get(usedAt);
    const now = madeAt && this.#last.made.get(madeAt);
    if (!former || !now || former.dtype !== now.dtype || !tf.util.arraysEqual(former.shape, now.shape))
      return undefined;
    if (!takeData(now, former)) return undefined;
    if (this.#disposed.has(former)) former.dispose();
    return now;
  }

  get #last(): Pass {
    return this.#passes.at(-1)!;
  }
}

function positionOf(passes: readonly Pass[], kind: 'used' | 'made', tensor: tf.Tensor): Position | undefined {
  for (const pass of passes) for (const [position, one] of pass[kind]) if (one === tensor) return position;
  return undefined;
}

/** Gives `to` the data of `from`; returns false where that data is gone. */
function takeData(to: tf.Tensor, { dataId }: tf.Tensor): boolean {
  const engine = tf.engine();
  const info = engine.state.tensorInfo.get(dataId);
  if (!info) return false;
  info.backend.incRef(dataId);
  if (!to.isDisposed) to.dispose();
  Object.assign(to, { dataId, isDisposedInternal: false });
  engine.trackTensor(to, info.backend);
  tf.keep(to);
  return true;
}
