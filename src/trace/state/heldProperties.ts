// Puts back what the properties of objects hold: tensors, such as the states of a stateful layer, plain values, such as a
// counter or the numbers in a typed array, and training flags of weights.
import * as tf from '@tensorflow/tfjs-core';
import type { HeldTensors } from '../adapter.ts';
import { isOlder } from './origins.ts';
import { currentPasses } from './passes.ts';
import { copyOfData, isData } from './plainData.ts';
import { holdTrainingFlags } from './trainingFlags.ts';

type Properties = Record<PropertyKey, unknown>;

// what puts plain values back at the end of `withWrittenValues`
let later: (() => void)[] | undefined;

/**
 * Runs `body`, in which each pass sees the plain values that the ones before it wrote, so that a model which counts its calls
 * differs from pass to pass. Afterwards the values are as before, even after a throw.
 */
export function withWrittenValues<T>(body: () => T): T {
  const before = later;
  const restorers: (() => void)[] = [];
  later = restorers;
  try {
    return body();
  } finally {
    later = before;
    for (const restore of restorers.reverse()) restore();
  }
}

/**
 * The properties of objects and of their classes as they were before a pass: tensors and plain values, directly or in lists,
 * plain objects, Maps, Sets and WeakRefs, and the numbers in typed arrays and other binary data. Tensors that a pass disposes
 * live on until it ends, see passState.ts.
 */
export class HeldProperties implements HeldTensors {
  readonly #held: (readonly [Properties, ReadonlyMap<PropertyKey, Snapshot>])[] = [];
  readonly #classes = new Set<object>();

  constructor(objects: readonly object[] = []) {
    for (const object of objects) this.add(object);
  }

  /** Notes the properties of `object`, and the static ones of its class. */
  add(object: object): void {
    this.#note(object);
    for (const type of classesOf(object)) {
      if (this.#classes.has(type)) continue;
      this.#classes.add(type);
      this.#note(type);
    }
  }

  #note(object: object): void {
    const properties = object as Properties;
    this.#held.push([properties, new Map(keysOf(object).map((key) => [key, snapshot(properties[key])]))]);
  }

  readonly isKnown = (): boolean => true;

  /**
   * Puts the tensors back, and disposes those that the pass left. Variables and other objects that the pass made where none
   * were stay; so do then all plain values, one of which may say that they are made.
   */
  readonly putBack = (madeVariables: boolean): void => {
    let isBuilt = madeVariables;
    let tookTensor = false;
    const plain: (() => void)[] = [];
    for (const [object, before] of this.#held.splice(0).reverse())
      for (const name of new Set([...before.keys(), ...keysOf(object)])) {
        const held = before.get(name);
        const now = { value: object[name], leaves: leavesIn(object[name]) };
        if (held?.restoreFlags) plain.push(held.restoreFlags);
        if (held && held.value === now.value && sameElements(held.leaves, now.leaves)) {
          if (held.holdsData) plain.push(held.restore);
          continue;
        }
        if (changesTensors(held, now)) {
          putBackTensors(object, name, held, now);
          tookTensor ||= !held?.leaves.some(isTensor);
        } else if (holdsNewObject(held, now)) isBuilt = true;
        else plain.push(() => putBack(object, name, held));
      }
    if (isBuilt) return;
    // a flag may say that a tensor is made which was just taken back
    if (later && !tookTensor) later.push(...plain);
    else for (const restore of plain) restore();
  };
}

interface Held {
  readonly value: unknown;
  /** The value itself, or the elements of the containers in it that are no containers. */
  readonly leaves: readonly unknown[];
}

interface Snapshot extends Held {
  /** Gives every container its former elements, and binary data its former numbers. */
  readonly restore: () => void;
  /** Whether it holds binary data, which code may write in place. */
  readonly holdsData: boolean;
  /** Gives the weights in it their former training flags. */
  readonly restoreFlags: (() => void) | undefined;
}

/** The keys of enumerable properties, symbols included. */
const keysOf = (object: object): PropertyKey[] =>
  Reflect.ownKeys(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));

/** The class of an object, and the classes that it extends. */
function classesOf(object: object): object[] {
  const classes: object[] = [];
  for (let type: unknown = object.constructor; typeof type === 'function'; type = Object.getPrototypeOf(type))
    if (type !== Function.prototype && type !== Object && type !== Function) classes.push(type);
  return classes;
}

const isTensor = (value: unknown): value is tf.Tensor => value instanceof tf.Tensor;

// a property that held no tensors keeps new variables, such as the weights that a first use makes
const changesTensors = (held: Held | undefined, now: Held): boolean =>
  held?.leaves.some(isTensor) === true || now.leaves.some((leaf) => isTensor(leaf) && !(leaf instanceof tf.Variable));

function holdsNewObject(held: Held | undefined, { leaves }: Held): boolean {
  const known = new Set(held?.leaves);
  return leaves.some(
    (leaf) => ((typeof leaf === 'object' && leaf !== null) || typeof leaf === 'function') && !known.has(leaf),
  );
}

function putBackTensors(object: Properties, name: PropertyKey, held: Snapshot | undefined, now: Held): void {
  for (const leaf of now.leaves) if (isTensor(leaf) && !isOlder(leaf) && !leaf.isDisposed) dispose(leaf);
  putBack(object, name, held);
}

function putBack(object: Properties, name: PropertyKey, held: Snapshot | undefined): void {
  held?.restore();
  if (held) Reflect.set(object, name, held.value);
  else Reflect.deleteProperty(object, name);
}

/** Disposes a tensor, or has the passes do so at their end: a later pass may find the tensor in another place, too. */
function dispose(tensor: tf.Tensor): void {
  const passes = currentPasses();
  if (passes) passes.disposeAfterwards(tensor);
  else tensor.dispose();
}

function snapshot(value: unknown): Snapshot {
  const restorers: (() => void)[] = [];
  let holdsData = false;
  for (const container of containersIn(value)) {
    const restoreData = copyOfData(container);
    if (restoreData) {
      restorers.push(restoreData);
      holdsData = true;
      continue;
    }
    const isMutable = container instanceof Map || container instanceof Set || !Object.isFrozen(container);
    if (!isMutable) continue;
    if (Array.isArray(container)) {
      const elements = [...container];
      restorers.push(() => void container.splice(0, Number.POSITIVE_INFINITY, ...elements));
    } else if (container instanceof Map) {
      const entries = [...container];
      restorers.push(() => {
        container.clear();
        for (const [key, element] of entries) container.set(key, element);
      });
    } else if (container instanceof Set) {
      const elements = [...container];
      restorers.push(() => {
        container.clear();
        for (const element of elements) container.add(element);
      });
    } else {
      const entries = keysOf(container).map((key) => [key, Reflect.get(container, key)] as const);
      restorers.push(() => {
        for (const key of keysOf(container)) Reflect.deleteProperty(container, key);
        for (const [key, element] of entries) Reflect.set(container, key, element);
      });
    }
  }
  const restore = (): void => {
    for (const restoreOne of restorers.toReversed()) restoreOne();
  };
  const leaves = leavesIn(value);
  return { value, leaves, restore, holdsData, restoreFlags: holdTrainingFlags(leaves) };
}

function containersIn(value: unknown, seen = new Set<object>()): Set<object> {
  const elements = elementsOf(value);
  if (!elements || seen.has(value as object)) return seen;
  seen.add(value as object);
  for (const element of elements) containersIn(element, seen);
  return seen;
}

function leavesIn(value: unknown): unknown[] {
  if (!elementsOf(value)) return [value];
  return [...containersIn(value)].flatMap((container) =>
    elementsOf(container)!.filter((element) => elementsOf(element) === undefined),
  );
}

/** The elements of a list, plain object, Map, Set or WeakRef, none of binary data; undefined for any other value. */
function elementsOf(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null || value instanceof tf.Tensor) return undefined;
  if (Array.isArray(value)) return value;
  if (value instanceof WeakRef) return [value.deref()];
  if (value instanceof Map || value instanceof Set) return [...value.values()];
  if (isData(value)) return [];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  return keysOf(value).map((key) => Reflect.get(value, key));
}

const sameElements = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((element, i) => element === b[i]);
