// The tensors that cross the boundaries of a converted model's scopes: inputs and outputs of each module.

import { isControl, parseNodeInput } from '../../../names/nodeInput.ts';
import type { TopologyNode } from '../../sourceGraph.ts';
import type { GraphScopes } from './scopes.ts';

/** Indices of each node's outputs in `Trace.values`. */
type NodeOutputs = ReadonlyMap<string, readonly (number | undefined)[]>;

/** Indices of the values that each node reads. */
export function takenBy(order: readonly TopologyNode[], indices: NodeOutputs): Map<string, readonly number[]> {
  const taken = new Map<string, readonly number[]>();
  for (const { name, input = [] } of order) {
    const values: number[] = [];
    for (const text of input) {
      if (isControl(text)) continue;
      const { node, output } = parseNodeInput(text);
      const index = indices.get(node)?.[output];
      if (index !== undefined) values.push(index);
    }
    taken.set(name, values);
  }
  return taken;
}

/** The values that cross the boundary of each module, by the module's index. */
export interface ScopeBoundaries {
  /** Indices of each module's inputs, in the order of use. */
  readonly inputs: readonly ReadonlySet<number>[];
  /** Indices of each module's outputs. */
  readonly outputs: readonly ReadonlySet<number>[];
}

/**
 * Finds the values that cross the boundaries of modules.
 * @param counts whether a value is an activation, which tables show
 * @param given the outputs of the model, which leave every scope around them
 */
export function scopeBoundaries(
  { modules, moduleOf, order }: GraphScopes,
  indices: NodeOutputs,
  taken: ReadonlyMap<string, readonly number[]>,
  counts: (value: number) => boolean,
  given: readonly number[],
): ScopeBoundaries {
  const parents = new Array<number>(modules.length).fill(-1);
  for (const [index, { children }] of modules.entries()) for (const child of children) parents[child] = index;
  // modules are in depth-first order: those inside a module follow it, up to its end
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
