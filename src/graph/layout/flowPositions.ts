// Positions along the flow: ranks one after another, the gap after each as long as what stands in it needs.
import type { Ends } from './ends.ts';
import type { LayerLink, LayerNode, Layers } from './segments.ts';

const straightGap = 18;
/** Room of a label along the flow, beyond its own size. */
const labelMargin = 6;

export interface FlowPositions {
  /** By rank: where its boxes begin and end, and where its labels end and curves may begin. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly curves: readonly number[];
  /** From the first rank to the last. */
  readonly total: number;
}

export function flowPositions(
  nodes: readonly LayerNode[],
  links: readonly LayerLink[],
  { rank, paths, rows }: Layers,
  x: Float64Array,
  ends: Ends,
): FlowPositions {
  const size = rows.map(() => 0);
  for (const [i, { flow }] of nodes.entries()) size[rank[i]!] = Math.max(size[rank[i]!]!, flow);
  const gap = rows.map(() => straightGap);
  const label = rows.map(() => 0);
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i]!;
    const first = rank[path[0]!]!;
    const text = ends.labelled[i] ? links[i]!.label : undefined;
    if (text) label[first] = Math.max(label[first]!, text.flow + labelMargin);
    for (let k = 1; k < path.length; k++) {
      const from = k === 1 ? ends.out[i]! : x[path[k - 1]!]!;
      const to = k === path.length - 1 ? ends.into[i]! : x[path[k]!]!;
      const at = rank[path[k - 1]!]!;
      gap[at] = Math.max(gap[at]!, curveGap(Math.abs(to - from)));
    }
  }
  const start: number[] = [];
  const end: number[] = [];
  const curves: number[] = [];
  let at = 0;
  for (const [r, flow] of size.entries()) {
    start.push(at);
    end.push(at + flow);
    curves.push(at + flow + label[r]!);
    at = curves[r]! + gap[r]!;
  }
  return { start, end, curves, total: end.at(-1) ?? 0 };
}

/** The further aside a curve goes, the longer it is, so that it does not look like a step. */
function curveGap(aside: number): number {
  if (aside < 1) return straightGap;
  if (aside < 40) return 24;
  return aside < 160 ? 28 : 36;
}
