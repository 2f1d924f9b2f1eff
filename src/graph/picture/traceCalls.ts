// Facts about a trace's calls that decide how they are drawn.
import { flat, type Trace } from '../../trace/trace.ts';
import type { PictureLevel } from './picture.ts';

/** Indices of calls in the order in which they ran. */
export const orderOf = ({ ran, calls }: Trace): ArrayLike<number> => ran ?? indicesUpTo(calls.length);

/** Without the iterator of `from`, which takes longer than the passes over the calls. */
const indicesUpTo = (count: number): Int32Array => new Int32Array(count).map((_, i) => i);

/** Values that kernels read: those of call `i` stand from `start[i]` up to `start[i + 1]`, none of ops and modules. */
export interface KernelReads {
  readonly start: Int32Array;
  readonly values: readonly number[];
}

/** Collects them once, since several passes over the calls need them. */
export function kernelReads({ calls }: Trace): KernelReads {
  const start = new Int32Array(calls.length + 1);
  const values: number[] = [];
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    if (call.level === 'kernel')
      for (const name in call.inputs) {
        const read = call.inputs[name]!;
        if (typeof read === 'number') values.push(read);
        else for (let k = 0; k < read.length; k++) values.push(read[k]!);
      }
    start[i + 1] = values.length;
  }
  return { start, values };
}

/** What is not drawn: calls whose results are the same for every input, and those that only hand on a tensor. */
export const hiddenAs = { fixed: 1, forward: 2 } as const;

/** By call: 0 where it is drawn, or one of `hiddenAs`. */
export function hiddenCalls(trace: Trace, reads: KernelReads): Uint8Array {
  const { calls, values, inputs, graph } = trace;
  const children = new Int32Array(calls.length);
  const hidden = new Uint8Array(calls.length);
  // by value: whether it depends on the input; parameters, constants and shapes do not
  const flows = new Uint8Array(values.length);
  for (const value of inputs) flows[value] = 1;
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    if (call.parent !== -1) children[call.parent]!++;
    if (call.level === 'kernel') for (let k = 0; k < call.outputs.length; k++) flows[call.outputs[k]!] = 1;
  }
  const order = orderOf(trace);
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const call = calls[i]!;
    if (call.level !== 'kernel' || call.outputs.length === 0) continue;
    let at = reads.start[i]!;
    const end = reads.start[i + 1]!;
    while (at < end && !flows[reads.values[at]!]) at++;
    if (at === end) {
      hidden[i] = hiddenAs.fixed;
      for (const value of call.outputs) flows[value] = 0;
    } else if (call.kernel === 'Identity') {
      // tf.layers copies what a layer that does nothing returns
      const isCopy = trace.modules[0]?.isModel && call.parent !== -1 && children[call.parent]! > 1;
      if (graph || isCopy) hidden[i] = hiddenAs.forward;
    }
  }
  hideAround(trace, children, hidden);
  return hidden;
}

/** By value: the value that it is a copy of, through calls that only hand on a tensor, or itself. */
export function copiedValues({ calls, values }: Trace, reads: KernelReads, hidden: Uint8Array): Int32Array {
  const copied = indicesUpTo(values.length);
  for (let i = 0; i < calls.length; i++) {
    if (hidden[i] !== hiddenAs.forward) continue;
    const from = copied[reads.values[reads.start[i + 1]! - 1]!]!;
    for (const value of flat(calls[i]!.outputs)) copied[value] = from;
  }
  return copied;
}

/** Hides what has hidden calls alone inside it, and nodes of a converted model that ran no kernel, such as Shape. */
function hideAround({ calls, graph }: Trace, children: Int32Array, hidden: Uint8Array): void {
  const isDrawn = new Uint8Array(calls.length);
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i]!;
    if (call.level !== 'kernel') {
      // elsewhere a module or op that runs nothing is one that hands its input on
      const isIdle = children[i] === 0;
      const hides = isIdle ? graph && call.level === 'op' && call.outputs.length > 0 : !isDrawn[i];
      hidden[i] = hides ? hiddenAs.fixed : 0;
    }
    if (call.parent !== -1 && !hidden[i]) isDrawn[call.parent] = 1;
  }
}

/** Whether a call is one box, a box around others, or has no box of its own. */
export function leafRule(
  { calls }: Trace,
  hidden: Uint8Array,
  level: PictureLevel,
): (call: number) => 'leaf' | 'open' | 'frameless' {
  const inner = new Int32Array(calls.length);
  const kernels = new Int32Array(calls.length);
  const hasModule = new Uint8Array(calls.length);
  for (let i = calls.length - 1; i >= 0; i--) {
    const { parent, level: own } = calls[i]!;
    if (hidden[i]) continue;
    if (own === 'kernel') kernels[i]!++;
    if (parent === -1) continue;
    inner[parent]!++;
    kernels[parent]! += kernels[i]!;
    if (own === 'module') hasModule[parent] = 1;
  }
  return (i) => {
    const { level: own, parent } = calls[i]!;
    if (own === 'kernel') return 'leaf';
    if (own === 'module' && parent === -1) return hasModule[i] || inner[i]! > 1 ? 'frameless' : 'leaf';
    if (own === 'module' && hasModule[i]) return 'open';
    if (level === 'kernels') {
      // an op that is all that its module runs adds no frame
      const isAlone = own === 'op' && parent !== -1 && inner[parent] === 1;
      if (isAlone && kernels[i]! > 1) return 'frameless';
      return kernels[i]! > 1 ? 'open' : 'leaf';
    }
    return own === 'module' && level === 'ops' && inner[i]! > 1 ? 'open' : 'leaf';
  };
}
