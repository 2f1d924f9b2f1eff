// Which modules a call is in. In: a trace. Out: places in its `calls`.
import type { Trace } from './trace.ts';

/** Of each call, the module calls around it from the outside, itself included. */
export function modulesAround({ calls }: Trace): readonly (readonly number[])[] {
  const around: number[][] = [];
  for (const [place, { parent, level }] of calls.entries()) {
    const outer = parent === -1 ? [] : around[parent]!;
    around.push(level === 'module' ? [...outer, place] : outer);
  }
  return around;
}
