// Axes whose size is open: those that differ between two passes of a model, on batches of two sizes.
import type { Trace } from '../../trace/trace.ts';

/** The trace with -1 for each open axis of its values; as it is where the two passes differ in more than sizes. */
export function withOpenAxes(trace: Trace, other: Trace): Trace {
  const isSamePass = trace.calls.length === other.calls.length && trace.values.length === other.values.length;
  if (!isSamePass) return trace;
  const values = trace.values.map((value, i) => {
    const { shape } = value;
    const also = other.values[i]!.shape;
    if (also.length !== shape.length || shape.every((size, axis) => size === also[axis])) return value;
    return { ...value, shape: shape.map((size, axis) => (size === also[axis] ? size : -1)) };
  });
  return { ...trace, values };
}
