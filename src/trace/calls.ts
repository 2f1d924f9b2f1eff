// Which modules a call is in. In: a trace. Out: indices in its `calls`.
import type { Trace } from './trace.ts';

/** Of each call, the module calls around it from the outside, itself included. */
export function modulesAround({ calls }: Trace): readonly (readonly number[])[] {
  const around: number[][] = [];
  for (const [index, { parent, level }] of calls.entries()) {
    const outer = parent === -1 ? [] : around[parent]!;
    around.push(level === 'module' ? [...outer, index] : outer);
  }
  return around;
}
