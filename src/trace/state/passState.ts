// Puts back the state that a forward pass writes: variables, whose data an assignment frees, and tensors that the model
// disposes. Both pass through the engine that every copy of tf.js in a process shares.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import type { HeldTensors } from '../adapter.ts';
import { type MethodWrapper, replaceMethod, undoAll } from '../replaceMethod.ts';
import { followsTensor, giveValues, isMadeUp, isOlder, isStandIn, startPass } from './origins.ts';
import { currentPasses } from './passes.ts';
import { holdTrainingFlags } from './trainingFlags.ts';

/** Receives each assignment to a variable, after the variable has its new value. */
export type OnAssign = (variable: tf.Variable, value: tf.Tensor) => void;

/** The state of a pass that has begun. */
export interface EnteredPass {
  /** Names the tensors that the model holds, which are put back too; without it the holders of tensors are not checked. */
  readonly hold: (held: HeldTensors) => void;
  /**
   * Ends the pass: restores the data of variables (of new ones, their first data) and their training flags, and revives the
   * tensors that the model disposed.
   */
  readonly leave: () => void;
  /** Checks the model after a pass that returned. @throws UserError if it holds a tensor that cannot be put back */
  readonly expectPutBack: () => void;
}

type Engine = ReturnType<typeof tf.engine>;
type WrapMethod = (name: keyof Engine, wrapper: MethodWrapper) => void;

/** Wraps the engine's methods that write variables or free tensors, until the pass ends. */
export function enterPassState(onAssign?: OnAssign): EnteredPass {
  const engine = tf.engine();
  const variables = new HeldVariables(engine);
  const tensors = new PassTensors(engine);
  const undo: (() => void)[] = [];
  const wrapAssign = assignWrapper(engine, variables, undo, onAssign);
  const wrap: WrapMethod = (name, wrapper) => void undo.push(replaceMethod(engine, name, wrapper));
  const firstId = startPass();
  currentPasses()?.start(firstId);
  const restoreFlags = holdTrainingFlags(Object.values(engine.registeredVariables));
  for (const variable of Object.values(engine.registeredVariables)) wrapAssign(variable);
  wrapVariables(engine, variables, tensors, wrap, wrapAssign);
  tensors.wrap(wrap);
  return {
    hold: (held) => {
      tensors.held = held;
    },
    leave() {
      undoAll(undo);
      variables.putBack();
      const madeVariables = [...variables.made].some((variable) => !isStandIn(variable));
      if (!madeVariables) restoreFlags?.();
      tensors.putBack(madeVariables);
      for (const tensor of [...variables.made, ...tensors.kept]) if (!tensor.isDisposed) giveValues(tensor);
    },
    expectPutBack: () => tensors.expectPutBack(),
  };
}

/** Wraps `assign` of a variable's class, once a class: each copy of tf.js in a process has its own. */
function assignWrapper(
  engine: Engine,
  variables: HeldVariables,
  undo: (() => void)[],
  onAssign: OnAssign | undefined,
): (variable: tf.Variable) => void {
  const wrapped = new Set<object>();
  return (variable) => {
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
}

function wrapVariables(
  engine: Engine,
  variables: HeldVariables,
  tensors: PassTensors,
  wrap: WrapMethod,
  wrapAssign: (variable: tf.Variable) => void,
): void {
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
    else if (tensors.isKnown(variable as tf.Variable)) variables.remove(variable as tf.Variable);
    else throw new UserError(replacedTensor);
  });
}

/** Tensors, not variables, that a pass disposes or keeps. */
class PassTensors {
  readonly #engine: Engine;
  readonly #disposed: tf.Tensor[] = [];
  /** Tensors that the pass made and passed to tf.keep. */
  readonly kept: tf.Tensor[] = [];
  held: HeldTensors | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  isKnown(tensor: tf.Tensor): boolean {
    return this.held?.isKnown(tensor) ?? true;
  }

  wrap(wrap: WrapMethod): void {
    wrap('disposeTensor', (dispose, [tensor]) => {
      const given = tensor as tf.Tensor;
      const isOlderTensor =
        !(given instanceof tf.Variable) && isOlder(given) && this.#engine.state.tensorInfo.has(given.dataId);
      if (!isOlderTensor) dispose(given);
      else {
        if (!this.isKnown(given)) refuseAfterwards();
        this.#disposed.push(given);
        currentPasses()?.addDisposed(given);
      }
    });
    wrap('keep', (keep, [tensor]) => {
      const given = tensor as tf.Tensor;
      // kernels keep what a gradient needs later
      if (this.#engine.state.kernelDepth === 0 && !isOlder(given)) {
        if (!this.isKnown(given) && (isMadeUp(given) || followsTensor(given))) throw new UserError(replacedTensor);
        this.kept.push(given);
        currentPasses()?.addKept(given);
      }
      return keep(given);
    });
  }

  putBack(madeVariables: boolean): void {
    for (const tensor of this.#disposed) setDisposed(tensor, false);
    this.held?.putBack(madeVariables);
  }

  expectPutBack(): void {
    const staying = this.kept.filter((tensor) => !tensor.isDisposed && !currentPasses()?.isLeaving(tensor));
    if (this.held && staying.some(isMadeUp)) refuseAfterwards();
  }
}

/**
 * Refuses a model that replaces a tensor of its own, at once, or after the passes of a model that runs several times, when all
 * is put back.
 */
function refuseAfterwards(): void {
  const passes = currentPasses();
  if (!passes) throw new UserError(replacedTensor);
  passes.isRefused = true;
}

/** The text for a model that replaces a tensor of its own. */
export const replacedTensor =
  'the model replaces a tensor that it holds from call to call, which a trace cannot put back: hold it in a tf.variable, and assign to that';
const variableFromInput =
  'the model makes a variable from its input, whose values a trace does not have: run the model once before it is traced';

/** Holds a reference to the data of each variable that is written, so that an assignment does not free it. */
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

  /** Forgets a variable that the pass made; returns false for any other. */
  release(variable: tf.Variable): boolean {
    if (!this.made.delete(variable)) return false;
    this.#settle(variable);
    return true;
  }

  /** Unregisters a variable that lived before the pass, so that the model may give its name to another. */
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

  /** Gives a variable its held data, or drops the second reference where the variable still has that data. */
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

/** tf.js counts references to a variable's data on the active backend, whichever backend holds the data. */
function addReference(engine: Engine, { dataId }: tf.Variable): void {
  const { backend } = engine.state.tensorInfo.get(dataId)!;
  if (backend !== engine.backend) backend.incRef(dataId);
}

const setDisposed = (tensor: tf.Tensor, isDisposed: boolean): void =>
  void Object.assign(tensor, { isDisposedInternal: isDisposed });
