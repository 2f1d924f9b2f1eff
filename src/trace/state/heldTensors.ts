// Puts back the tensors that the properties of an object hold, such as the states of a stateful layer.

import * as tf from '@tensorflow/tfjs-core';
import type { HeldTensors } from '../adapter.ts';
import { undoAll } from '../replaceMethod.ts';
import { isOlder } from './origins.ts';
import { currentPasses } from './passes.ts';

/** Notes the tensors that several objects hold, see `holdTensors`. */
export function holdAllTensors(objects: readonly object[]): HeldTensors {
  const undo = objects.map(holdTensors);
  return { isKnown: () => true, putBack: () => undoAll(undo) };
}

/**
 * Notes the tensors that the properties of `object` hold, directly or in lists, plain objects, Maps, Sets and WeakRefs. Those
 * that a pass disposes live on until it ends, see passState.ts.
 * @returns a function that puts the tensors back and disposes those that the pass left there. A variable that the pass made
 * where none was stays.
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

/** Disposes a tensor, or has the passes do so at their end: a later pass may find the tensor in another place, too. */
function dispose(tensor: tf.Tensor): void {
  const passes = currentPasses();
  if (passes) passes.disposeAfterwards(tensor);
  else tensor.dispose();
}

interface Snapshot {
  readonly value: unknown;
  readonly tensors: readonly tf.Tensor[];
  /** Gives every container its former elements. */
  restore(): void;
}

function putBack(properties: Record<string, unknown>, name: string, now: unknown, held: Snapshot | undefined): void {
  const former = held?.tensors ?? [];
  const left = tensorsIn(now);
  // a property that held no tensors keeps new variables, such as the weights that a first use makes
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

/** The elements of a list, plain object, Map, Set or WeakRef; undefined for any other value. */
function elementsOf(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null || value instanceof tf.Tensor) return undefined;
  if (Array.isArray(value)) return value;
  if (value instanceof WeakRef) return [value.deref()];
  if (value instanceof Map || value instanceof Set) return [...value.values()];
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : undefined;
}

const sameElements = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((element, i) => element === b[i]);
