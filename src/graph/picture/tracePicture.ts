// The picture of a trace: modules around the ops that they ran, or around the kernels, and the tensors between them.
import type { Trace } from '../../trace/trace.ts';
import type { CallAmounts, OpenShapes, Picture, PictureLevel, ShapeOf } from './picture.ts';
import { inPreorder } from './preorder.ts';
import { roleOf } from './roles.ts';
import { sumInside } from './sumInside.ts';
import { type TraceBoxes, traceBoxes } from './traceBoxes.ts';
import { copiedValues, hiddenCalls, kernelReads } from './traceCalls.ts';
import { traceEdges } from './traceEdges.ts';
import { addParameters } from './traceParameters.ts';

export interface TracePictureOptions {
  /** `modules` by default. */
  readonly level?: PictureLevel;
  /** Levels below the model that are drawn, at least 1, the groups at the last one closed; all by default. */
  readonly depth?: number;
  /** Parameters are counted from the trace. A call that is not drawn counts for the box around it. */
  readonly amounts?: CallAmounts;
  /** Shows what does not depend on the input too, such as a transposed weight; left out by default. */
  readonly plumbing?: boolean;
  /** Shapes to show in place of a value's own, by index in its values: those at any size of open axes. */
  readonly shapes?: OpenShapes | undefined;
}

/** A trace's picture, and what each of its boxes stands for. */
export interface TracedPicture {
  readonly picture: Picture;
  /** By path of a box: the index in `trace.calls` of its call; absent for inputs and outputs. */
  readonly callOf: ReadonlyMap<string, number>;
}

/** The model's inputs first, then what ran in the order of execution, then its outputs. */
export const tracePicture = (trace: Trace, options: TracePictureOptions = {}): Picture =>
  tracedPicture(trace, options).picture;

/** As `tracePicture`, with the calls that the boxes stand for. */
export function tracedPicture(trace: Trace, options: TracePictureOptions = {}): TracedPicture {
  const { level = 'modules', depth = Number.POSITIVE_INFINITY, amounts = {}, plumbing = false, shapes } = options;
  const shapeOf: ShapeOf = (value) => shapes?.get(value) ?? trace.values[value]!.shape;
  const reads = kernelReads(trace);
  const hidden = plumbing ? new Uint8Array(trace.calls.length) : hiddenCalls(trace, reads);
  const copied = copiedValues(trace, reads, hidden);
  const boxes = traceBoxes(trace, { level, depth, hidden, copied, shapeOf });
  const { nodes } = boxes;
  const edges = traceEdges(trace, boxes, { reads, hidden, copied, shapeOf });
  addParameters(trace, reads, boxes, hidden);
  addCosts(boxes, amounts);
  for (const node of nodes) {
    // its own: a closed group counts those inside too
    const hasParameters = node.parameters !== undefined && (node.amounts.params ?? 0) > 0;
    if (node.role !== 'end') node.role = roleOf(node.type, hasParameters);
  }
  const picture = inPreorder(trace.modules[0]?.type || 'model', sumInside(nodes), edges);
  return { picture, callOf: boxes.callOf };
}

/** Gives each box the costs of the calls that it stands for. */
function addCosts({ nodes, nodeOf, leaves }: TraceBoxes, { macs, timeMs, memoryBytes }: CallAmounts): void {
  const counted = new Uint8Array(nodes.length);
  for (let i = 0; i < nodeOf.length; i++) if (nodeOf[i] !== -1) counted[nodeOf[i]!] = 1;
  for (const [name, costs] of Object.entries({ macs, timeMs })) {
    if (!costs) continue;
    const sums = new Float64Array(nodes.length);
    for (let i = 0; i < nodeOf.length; i++) if (nodeOf[i] !== -1) sums[nodeOf[i]!]! += costs[i] ?? 0;
    for (let at = 0; at < nodes.length; at++)
      if (counted[at]) nodes[at]!.amounts[name as 'macs' | 'timeMs'] = sums[at]!;
  }
  if (!memoryBytes) return;
  for (const call of leaves) {
    const { amounts } = nodes[nodeOf[call]!]!;
    amounts.memoryBytes = (amounts.memoryBytes ?? 0) + (memoryBytes[call] ?? 0);
  }
}
