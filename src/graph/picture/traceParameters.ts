// The parameters that the boxes of a trace read.
import type { Trace } from '../../trace/trace.ts';
import type { PictureParameter } from './picture.ts';
import type { Draft, TraceBoxes } from './traceBoxes.ts';
import { type KernelReads, orderOf } from './traceCalls.ts';

/**
 * Adds each parameter to the box that reads it first, itself or through calls that do not depend on the input. Buffers are
 * not counted, and a closed group has the count alone.
 */
export function addParameters(
  trace: Trace,
  reads: KernelReads,
  { nodes, nodeOf, isInside }: TraceBoxes,
  hidden: Uint8Array,
): void {
  const { calls, values, modules } = trace;
  const buffers = new Set<string>();
  for (const { path, parameters } of modules)
    for (const { name, buffer } of parameters) if (buffer) buffers.add(path ? `${path}.${name}` : name);
  const counted = new Set<string>();
  // by value: the parameters that it is, or was made of
  const held = new Array<readonly number[] | undefined>(values.length);
  for (let value = 0; value < values.length; value++) if (values[value]!.parameter !== undefined) held[value] = [value];
  const give = (value: number, node: Draft, isListed: boolean): void => {
    const { parameter, shape, dtype } = values[value]!;
    const size = shape.reduce((a, b) => a * b, 1);
    if (isListed) node.reads = (node.reads ?? 0) + size;
    if (counted.has(parameter!)) return;
    counted.add(parameter!);
    if (isListed) {
      const own: PictureParameter = { path: parameter!, shape, dtype };
      node.parameters = node.parameters ? [...node.parameters, own] : [own];
    }
    if (!buffers.has(parameter!)) node.amounts.params = (node.amounts.params ?? 0) + size;
  };
  const order = orderOf(trace);
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const call = calls[i]!;
    if (call.level !== 'kernel') continue;
    let list: readonly number[] | undefined;
    for (let at = reads.start[i]!; at < reads.start[i + 1]!; at++) {
      const own = held[reads.values[at]!];
      if (own) list = list ? [...list, ...own] : own;
    }
    if (list === undefined) continue;
    const node = nodes[nodeOf[i]!];
    if (hidden[i]) for (const value of call.outputs) held[value] = list;
    else if (node) for (const value of list) give(value, node, !isInside[i]);
  }
}
