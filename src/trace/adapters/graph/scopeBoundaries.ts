// What crosses the borders of a converted model's scopes. In: its modules, its nodes, which tensors they made. Out: by module,
// what it takes from outside and what it gives.

import { isControl } from '../../../names/nodeInput.ts';
import { endOf, type TopologyNode } from './artifacts.ts';
import type { GraphScopes } from './scopes.ts';

type Places = ReadonlyMap<string, readonly (number | undefined)[]>;

/** Indices of the values that each node takes. */
export function takenBy(order: readonly TopologyNode[], indices: Places): Map<string, readonly number[]> {
  const taken = new Map<string, readonly number[]>();
  for (const { name, input = [] } of order) {
    const values: number[] = [];
    for (const text of input) {
      if (isControl(text)) continue;
      const { node, output } = endOf(text);
      const index = indices.get(node)?.[output];
      if (index !== undefined) values.push(index);
    }
    taken.set(name, values);
  }
  return taken;
}

export interface ScopeEnds {
  /** by module, in the order of use */
  readonly inputs: readonly ReadonlySet<number>[];
  /** by module */
  readonly outputs: readonly ReadonlySet<number>[];
}

/**
 * @param counts whether a value is one that a table shows
 * @param given what the model gives: it leaves every scope that it was made in
 */
export function scopeEnds(
  { modules, moduleOf, order }: GraphScopes,
  indices: Places,
  taken: ReadonlyMap<string, readonly number[]>,
  counts: (value: number) => boolean,
  given: readonly number[],
): ScopeEnds {
  const parents = new Array<number>(modules.length).fill(-1);
  for (const [index, { children }] of modules.entries()) for (const child of children) parents[child] = index;
  // modules stand in the order of a walk: what is in one stands behind it
  const ends = modules.map((_, index) => index);
  for (let index = modules.length - 1; index > 0; index--) {
    const parent = parents[index]!;
    ends[parent] = Math.max(ends[parent]!, ends[index]!);
  }
  const holds = (outer: number, inner: number): boolean => outer <= inner && inner <= ends[outer]!;
  const madeIn = new Map<number, number>();
  for (const { name } of order)
    for (const value of indices.get(name) ?? [])
      if (value !== undefined && !madeIn.has(value)) madeIn.set(value, moduleOf.get(name)!);
  const inputs = modules.map(() => new Set<number>());
  const outputs = modules.map(() => new Set<number>());
  for (const { name } of order) {
    const user = moduleOf.get(name)!;
    for (const value of taken.get(name) ?? []) {
      const maker = madeIn.get(value);
      if (maker === undefined || !counts(value)) continue;
      for (let at = user; !holds(at, maker); at = parents[at]!) inputs[at]!.add(value);
      for (let at = maker; !holds(at, user); at = parents[at]!) outputs[at]!.add(value);
    }
  }
  for (const value of given)
    for (let at = madeIn.get(value) ?? -1; at !== -1; at = parents[at]!) outputs[at]!.add(value);
  return { inputs, outputs };
}
