// Compares the numbers that two passes of one model computed with.
import type { KernelCall, Trace, Value } from '../trace.ts';

/**
 * Whether two passes on equal inputs ran equal kernels on equal shapes, constants and settings. Random draws of tf.js are left
 * out.
 */
export function sameNumbers(a: Trace, b: Trace): boolean {
  if (a.values.length !== b.values.length || a.calls.length !== b.calls.length) return false;
  if (!a.values.every((value, i) => sameValue(value, b.values[i]!))) return false;
  return a.calls.every((call, i) => {
    const other = b.calls[i]!;
    return call.level !== 'kernel' || (other.level === 'kernel' && sameKernel(call, other));
  });
}

function sameValue(a: Value, b: Value): boolean {
  if (a.shape.join() !== b.shape.join()) return false;
  const [x, y] = [a.constant, b.constant];
  if (a.drawn || b.drawn || x === undefined || y === undefined || x === y) return true;
  if (x.length !== y.length) return false;
  for (let i = 0; i < x.length; i++) if (!sameElement(x[i]!, y[i]!)) return false;
  return true;
}

// strings are bytes
const sameElement = (a: number | Uint8Array, b: number | Uint8Array): boolean =>
  Object.is(a, b) || (typeof a === 'object' && `${a}` === `${b}`);

const sameKernel = (a: KernelCall, b: KernelCall): boolean =>
  a.kernel === b.kernel && JSON.stringify(a.attributes) === JSON.stringify(b.attributes);
