// The module calls that enclose a call. Indices are those of `Trace.calls`.
import type { Call, Trace } from './trace.ts';

/** For each call the module calls around it, outermost first, itself included if it is one. */
export function modulesAround({ calls }: Trace): readonly (readonly number[])[] {
  const around: number[][] = [];
  for (const [index, { parent, level }] of calls.entries()) {
    const outer = parent === -1 ? [] : around[parent]!;
    around.push(level === 'module' ? [...outer, index] : outer);
  }
  return around;
}

/** The module calls around the call `index`, innermost first, without itself. */
export function* outerModules(calls: readonly Call[], index: number): Generator<number> {
  for (let at = calls[index]!.parent; at !== -1; at = calls[at]!.parent) if (calls[at]!.level === 'module') yield at;
}

/** The innermost module call around the call `index`; -1 for the outermost call. */
export function enclosingModule(calls: readonly Call[], index: number): number {
  const { value } = outerModules(calls, index).next();
  return value ?? -1;
}

/** For each call the module call that it belongs to: itself, or the innermost one around it; -1 where there is none. */
export function owningModules(calls: readonly Call[]): readonly number[] {
  const owners: number[] = [];
  for (const [index, { level, parent }] of calls.entries())
    owners.push(level === 'module' ? index : parent === -1 ? -1 : owners[parent]!);
  return owners;
}
