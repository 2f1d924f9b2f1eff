// Finds the same tensors in traces of one model at different sizes of its inputs.
import { flat, type Trace } from '../trace/trace.ts';

/** An output of a call, and the dims of the inputs of that call. */
export interface AlignedValue {
  /** Index in `Trace.values`. */
  readonly value: number;
  /** Dims of the call's inputs in a row. */
  readonly near: readonly number[];
  readonly level: 'module' | 'op' | 'kernel';
  /** Index in `Trace.calls`. */
  readonly call: number;
}

/**
 * The outputs of calls by the names of the calls around them, each with its ordinal, since a loop that is run step by step
 * shifts the indices of all calls after it.
 */
export function alignedValues(trace: Trace): ReadonlyMap<string, AlignedValue> {
  const found = new Map<string, AlignedValue>();
  const names: string[] = [];
  const counts = new Map<string, number>();
  for (const [index, call] of trace.calls.entries()) {
    const own = call.level === 'module' ? `${call.module}` : call.level === 'op' ? call.op : call.kernel;
    const key = `${names[call.parent] ?? ''}/${call.level} ${own}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    names[index] = `${key} ${count}`;
    const inputs = call.level === 'module' ? flat(call.inputs) : Object.values(call.inputs).flat();
    const near = inputs.flatMap((value) => trace.values[value]?.shape ?? []);
    for (const [k, value] of flat(call.outputs).entries())
      found.set(`${names[index]}:${k}`, { value, near, level: call.level, call: index });
  }
  for (const [k, value] of trace.inputs.entries())
    found.set(`input ${k}`, { value, near: [], level: 'kernel', call: -1 });
  return found;
}
