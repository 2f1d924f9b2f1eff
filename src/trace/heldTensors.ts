// The tensors that an object's properties hold, such as the states of a stateful layer. A forward pass may replace them.
import * as tf from '@tensorflow/tfjs-core';
import { type LayerLike, layerTree } from './layers.ts';
import { isOlder } from './origins.ts';
import { currentPasses } from './passes.ts';
import type { HeldTensors } from './passState.ts';
import { replaceMethod, undoAll } from './replaceMethod.ts';

/** Notes what the properties of several objects hold, see `holdTensors`. */
export function holdAllTensors(objects: readonly object[]): HeldTensors {
  const undo = objects.map(holdTensors);
  return { isKnown: () => true, putBack: () => undoAll(undo) };
}

/**
 * Notes what the properties of `object` hold in tensors: itself, or in lists, plain objects, Maps, Sets and WeakRefs. Whatever a pass
 * disposes of it lives on until the pass ends, see passState.ts.
 * @returns a function that puts it back, and disposes what the pass left there. A variable made where none was stays.
 */
export function holdTensors(object: object): () => void {
  const properties = object as Record<string, unknown>;
  const before = new Map(Object.entries(object).map(([name, value]) => [name, snapshot(value)]));
  return () => {
    for (const [name, now] of Object.entries(object)) {
      const held = before.get(name);
      if (held && held.value === now && sameElements(held.tensors, tensorsIn(now))) continue;
      putBack(properties, name, now, held);
    }
    for (const [name, held] of before)
      if (!(name in object) && held.tensors.length > 0) {
        held.restore();
        properties[name] = held.value;
      }
  };
}

/** A later pass may find it elsewhere too. */
function dispose(tensor: tf.Tensor): void {
  const passes = currentPasses();
  if (passes) passes.disposeAfterwards(tensor);
  else tensor.dispose();
}

interface Snapshot {
  readonly value: unknown;
  readonly tensors: readonly tf.Tensor[];
  /** gives every container its former elements */
  restore(): void;
}

function putBack(properties: Record<string, unknown>, name: string, now: unknown, held: Snapshot | undefined): void {
  const former = held?.tensors ?? [];
  const left = tensorsIn(now);
  // what holds no tensors it keeps, such as the weights of a first use
  if (former.length === 0 && left.every((tensor) => tensor instanceof tf.Variable)) return;
  for (const tensor of left) if (!isOlder(tensor) && !tensor.isDisposed) dispose(tensor);
  held?.restore();
  if (held) properties[name] = held.value;
  else Reflect.deleteProperty(properties, name);
}

function snapshot(value: unknown): Snapshot {
  const restorers: (() => void)[] = [];
  for (const container of containersIn(value)) {
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
      const entries = Object.entries(container);
      restorers.push(() => {
        for (const name of Object.keys(container)) Reflect.deleteProperty(container, name);
        for (const [name, element] of entries) Reflect.set(container, name, element);
      });
    }
  }
  return { value, tensors: tensorsIn(value), restore: () => undoAll([...restorers]) };
}

function containersIn(value: unknown, seen = new Set<object>()): Set<object> {
  const elements = elementsOf(value);
  if (!elements || seen.has(value as object)) return seen;
  seen.add(value as object);
  for (const element of elements) containersIn(element, seen);
  return seen;
}

function tensorsIn(value: unknown): tf.Tensor[] {
  if (value instanceof tf.Tensor) return [value];
  return [...containersIn(value)].flatMap((container) =>
    elementsOf(container)!.filter((element) => element instanceof tf.Tensor),
  );
}

/** undefined for what is no list, plain object, Map, Set or WeakRef */
function elementsOf(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null || value instanceof tf.Tensor) return undefined;
  if (Array.isArray(value)) return value;
  if (value instanceof WeakRef) return [value.deref()];
  if (value instanceof Map || value instanceof Set) return [...value.values()];
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : undefined;
}

const sameElements = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((element, i) => element === b[i]);

/**
 * Notes what layers of tf.layers hold, each before it first runs, for code that does not name its layers.
 * @param given what the caller holds itself
 */
export function holdLayers(given: readonly unknown[]): HeldTensors {
  const held = new Map<object, () => void>();
  const undo: (() => void)[] = [];
  let depth = 0;
  for (const prototype of layerPrototypes())
    undo.push(
      replaceMethod(prototype, 'apply', (apply, args, self) => {
        // a container runs its layers without their apply
        if (!held.has(self as LayerLike))
          for (const { layer } of layerTree(self as LayerLike).found)
            if (!held.has(layer)) held.set(layer, holdTensors(layer));
        depth += 1;
        try {
          return apply(...args);
        } finally {
          depth -= 1;
        }
      }),
    );
  return {
    isKnown: (tensor) => depth > 0 || given.includes(tensor),
    putBack() {
      undoAll(undo);
      for (const putBack of held.values()) putBack();
      held.clear();
    },
  };
}

/** The prototypes of tf.layers' own class, which registers the classes of all layers, of each copy in use. */
function layerPrototypes(): Set<object> {
  const found = new Set<object>();
  for (const [layerClass] of Object.values(tf.serialization.SerializationMap.getMap().classNameMap)) {
    let owner: object | undefined;
    for (let at: object | null = layerClass.prototype; at !== null; at = Object.getPrototypeOf(at))
      if (Object.hasOwn(at, 'apply') && Object.hasOwn(at, 'addWeight')) owner = at;
    if (owner) found.add(owner);
  }
  return found;
}
