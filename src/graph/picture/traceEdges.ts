// The edges of a trace's picture: from the box that made each tensor to the boxes that read it, and to the model's outputs.
import { flat, type Trace } from '../../trace/trace.ts';
import type { PictureEdge, ShapeOf } from './picture.ts';
import { draft, outputsOf, type TraceBoxes } from './traceBoxes.ts';
import { hiddenAs, type KernelReads, orderOf } from './traceCalls.ts';
import { uniquePaths } from './uniquePaths.ts';

export interface TraceEdgesOptions {
  readonly reads: KernelReads;
  /** By call, as `hiddenCalls` returns it. */
  readonly hidden: Uint8Array;
  /** By value, as `copiedValues` returns it. */
  readonly copied: Int32Array;
  readonly shapeOf: ShapeOf;
}

/** Returns the edges, and adds the boxes of the model's outputs to `boxes`. */
export function traceEdges(trace: Trace, boxes: TraceBoxes, options: TraceEdgesOptions): PictureEdge[] {
  const { reads, hidden, shapeOf } = options;
  const { nodes, nodeOf } = boxes;
  const { calls, values } = trace;
  const maker = new Int32Array(values.length).fill(-1);
  for (const [i, value] of trace.inputs.entries()) maker[value] = i;
  const outputOf = outputIndices(trace, boxes, options);
  const edges: PictureEdge[] = [];
  const isNew = newPairs(nodes.length);
  const read = (value: number, to: number): void => {
    const from = maker[value]!;
    if (from === -1 || from === to || to === -1) return;
    const output = outputOf(from, value);
    if (isNew(to, from * maxOutputs + Math.min(output, maxOutputs - 1)))
      edges.push({ from, to, output, shape: shapeOf(value) });
  };
  const hasInner = new Uint8Array(calls.length);
  for (let i = 0; i < calls.length; i++) if (calls[i]!.parent !== -1) hasInner[calls[i]!.parent] = 1;
  const order = orderOf(trace);
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const call = calls[i]!;
    const node = nodeOf[i]!;
    // what a module or op runs reads and makes its tensors; one that runs nothing hands its input on
    if (call.level !== 'kernel' && hasInner[i]) continue;
    if (hidden[i] === hiddenAs.forward) {
      const from = maker[reads.values[reads.start[i + 1]! - 1]!]!;
      for (const value of flat(call.outputs)) maker[value] = from;
    }
    if (hidden[i]) continue;
    if (call.level !== 'kernel') for (const value of flat(call.inputs)) read(value, node);
    else for (let at = reads.start[i]!; at < reads.start[i + 1]!; at++) read(reads.values[at]!, node);
    for (const value of flat(call.outputs)) maker[value] = node;
  }
  if (trace.failed !== undefined) return edges;
  const unique = uniquePaths(nodes.map(({ path }) => path));
  for (const [i, value] of flat(trace.outputs).entries()) {
    const name = trace.outputNames?.[i] ?? '';
    const node = nodes.push(draft(-1, unique(name || 'output'), name, 'Output', 'output', []));
    read(value, node - 1);
  }
  return edges;
}

/** Outputs of one box that are told apart. */
const maxOutputs = 128;
/** A list of more numbers becomes a set. */
const maxListed = 16;

/** Whether a number comes to a box for the first time. Most boxes get few, which a list finds sooner than a set. */
function newPairs(count: number): (box: number, number: number) => boolean {
  const lists = new Array<number[] | Set<number> | undefined>(count);
  return (box, number) => {
    const known = lists[box];
    if (known === undefined) lists[box] = [number];
    else if (known instanceof Set) {
      if (known.has(number)) return false;
      known.add(number);
    } else {
      if (known.includes(number)) return false;
      if (known.push(number) > maxListed) lists[box] = new Set(known);
    }
    return true;
  };
}

/** Which output of a box a value is. What leaves a closed group is told apart by its shape. */
function outputIndices(
  { calls, inputs }: Trace,
  { nodes, leafCall }: TraceBoxes,
  { copied, shapeOf }: TraceEdgesOptions,
): (node: number, value: number) => number {
  const extra = new Map<string, number>();
  const shapes = new Map<number, string[]>();
  return (node, value) => {
    if (node < inputs.length) return 0;
    const call = leafCall.get(node);
    if (call === undefined) {
      const known = shapes.get(node) ?? [];
      shapes.set(node, known);
      const text = String(shapeOf(value));
      const at = known.indexOf(text);
      return at === -1 ? known.push(text) - 1 : at;
    }
    const original = copied[value]!;
    if (calls[call]!.outputs === original) return 0;
    const known = outputsOf(calls[call]!, copied).indexOf(original);
    if (known !== -1) return known;
    // a tensor from the inside that the layer does not return
    const key = `${node} ${original}`;
    const at = extra.get(key) ?? nodes[node]!.outputs.push(shapeOf(value)) - 1;
    extra.set(key, at);
    return at;
  };
}
