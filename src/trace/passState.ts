// Puts back what a forward pass writes. tf.js keeps all of it in variables, whose data an assignment frees, and in tensors
// that a model disposes: both are watched on the engine that every copy of tf.js in a process shares.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../userError.ts';
import { followsTensor, giveValues, isMadeUp, isOlder, startPass } from './origins.ts';
import { currentPasses } from './passes.ts';
import { replaceMethod, undoAll } from './replaceMethod.ts';

export interface PassState {
  /** Hears of each assignment, before the pass goes on. */
  readonly onAssign?: (variable: tf.Variable, value: tf.Tensor) => void;
  /** Unless given, tensors that the model holds are not looked after. */
  readonly held?: HeldTensors | undefined;
}

/** Tensors, not variables, that a model holds from call to call, such as the states of a stateful layer. */
export interface HeldTensors {
  /**
   * Whether it is known who holds this tensor of the code which runs now. Where not, a model that replaces it is refused,
   * since nobody could put it back.
   */
  readonly isKnown: (tensor: tf.Tensor) => boolean;
  /** Has every holder hold its former tensors again. */
  readonly putBack: () => void;
}

export interface EnteredPass {
  /** Ends the pass: each variable has its former data, one that the model made its first data, tensors that it disposed live. */
  readonly leave: () => void;
  /** @throws UserError where, after a pass that ended well, the model holds a tensor that nobody could put back */
  readonly expectPutBack: () => void;
}

type Engine = ReturnType<typeof tf.engine>;

/** Watches the variables and tensors that live now. */
export function enterPassState({ onAssign, held }: PassState = {}): EnteredPass {
  const isKnown = held?.isKnown ?? (() => true);
  const engine = tf.engine();
  const variables = new HeldVariables(engine);
  const disposed: tf.Tensor[] = [];
  const kept: tf.Tensor[] = [];
  const undo: (() => void)[] = [];
  const wrapped = new Set<object>();
  // a class of every copy of tf.js whose variables live
  const wrapAssign = (variable: tf.Variable): void => {
    const prototype = Object.getPrototypeOf(variable);
    if (wrapped.has(prototype)) return;
    wrapped.add(prototype);
    undo.push(
      replaceMethod(prototype, 'assign', (assign, args, self) => {
        const [assigned, value] = [self as tf.Variable, args[0] as tf.Tensor];
        variables.hold(assigned);
        assign(value);
        addReference(engine, assigned);
        onAssign?.(assigned, value);
      }),
    );
  };
  const wrap = (name: keyof Engine, wrapper: Parameters<typeof replaceMethod>[2]): void =>
    void undo.push(replaceMethod(engine, name, wrapper));

  const firstId = startPass();
  currentPasses()?.start(firstId);
  for (const variable of Object.values(engine.registeredVariables)) wrapAssign(variable);
  wrap('makeVariable', (make, args) => {
    if (isMadeUp(args[0] as tf.Tensor)) throw new UserError(variableFromInput);
    const made = make(...args) as tf.Variable;
    addReference(engine, made);
    variables.add(made);
    wrapAssign(made);
    return made;
  });
  wrap('disposeVariable', (dispose, [variable]) => {
    if (variables.release(variable as tf.Variable)) dispose(variable);
    else if (isKnown(variable as tf.Variable)) variables.remove(variable as tf.Variable);
    else throw new UserError(replacedTensor);
  });
  wrap('disposeTensor', (dispose, [tensor]) => {
    const given = tensor as tf.Tensor;
    if (given instanceof tf.Variable || !isOlder(given) || !engine.state.tensorInfo.has(given.dataId)) dispose(given);
    else {
      if (!isKnown(given)) refuseAfterwards();
      disposed.push(given);
      currentPasses()?.addDisposed(given);
    }
  });
  wrap('keep', (keep, [tensor]) => {
    const given = tensor as tf.Tensor;
    // what a gradient needs later is kept inside of kernels
    if (engine.state.kernelDepth === 0 && !isOlder(given)) {
      if (!isKnown(given) && (isMadeUp(given) || followsTensor(given))) throw new UserError(replacedTensor);
      kept.push(given);
      currentPasses()?.addKept(given);
    }
    return keep(given);
  });
  return {
    leave() {
      undoAll(undo);
      variables.putBack();
      for (const tensor of disposed) setDisposed(tensor, false);
      held?.putBack();
      for (const tensor of [...variables.made, ...kept]) if (!tensor.isDisposed) giveValues(tensor);
    },
    expectPutBack() {
      const staying = kept.filter((tensor) => !tensor.isDisposed && !currentPasses()?.isLeaving(tensor));
      if (held && staying.some(isMadeUp)) refuseAfterwards();
    },
  };
}

/** Refuses a model that replaces a tensor of its own, where it runs again when its passes have ended and all is put back. */
function refuseAfterwards(): void {
  const passes = currentPasses();
  if (!passes) throw new UserError(replacedTensor);
  passes.isRefused = true;
}

export const replacedTensor =
  'the model replaces a tensor that it holds from call to call, which a trace cannot put back: hold it in a tf.variable, and assign to that';
const variableFromInput =
  'the model makes a variable from its input, of which a trace has no numbers: run the model once before it is traced';

/** Data of variables, of which a reference is held so that an assignment does not free it. */
class HeldVariables {
  readonly #engine: Engine;
  readonly #data = new Map<tf.Variable, object>();
  readonly #removed = new Set<tf.Variable>();
  readonly made = new Set<tf.Variable>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  hold(variable: tf.Variable): void {
    if (this.#data.has(variable)) return;
    const { dataId } = variable;
    const info = this.#engine.state.tensorInfo.get(dataId);
    if (!info) return;
    info.backend.incRef(dataId);
    this.#data.set(variable, dataId);
  }

  add(variable: tf.Variable): void {
    this.made.add(variable);
    this.hold(variable);
  }

  /** Lets go of a variable that the pass made. @returns false for another */
  release(variable: tf.Variable): boolean {
    if (!this.made.delete(variable)) return false;
    this.#settle(variable);
    return true;
  }

  /** Takes away a variable that lived before the pass, whose name the model may give to another. */
  remove(variable: tf.Variable): void {
    this.#removed.add(variable);
    delete this.#engine.registeredVariables[variable.name];
  }

  putBack(): void {
    for (const variable of [...this.#data.keys()]) this.#settle(variable);
    const { registeredVariables } = this.#engine;
    for (const variable of this.#removed) {
      registeredVariables[variable.name]?.dispose();
      registeredVariables[variable.name] = variable;
      setDisposed(variable, false);
    }
  }

  /** Gives a variable the data that is held for it, or else drops the second reference to that. */
  #settle(variable: tf.Variable): void {
    const dataId = this.#data.get(variable);
    if (dataId === undefined) return;
    this.#data.delete(variable);
    const { backend } = this.#engine.state.tensorInfo.get(dataId)!;
    if (variable.dataId === dataId) backend.disposeData(dataId);
    else {
      this.#engine.disposeTensor(variable);
      variable.dataId = dataId;
      this.#engine.trackTensor(variable, backend);
    }
  }
}

/** tf.js counts the data of a variable on the active backend, wherever it lies. */
function addReference(engine: Engine, { dataId }: tf.Variable): void {
  const { backend } = engine.state.tensorInfo.get(dataId)!;
  if (backend !== engine.backend) backend.incRef(dataId);
}

const setDisposed = (tensor: tf.Tensor, isDisposed: boolean): void =>
  void Object.assign(tensor, { isDisposedInternal: isDisposed });
