// Segments of all nodes as flat arrays, which the sweeps over the ranks read many times.
import type { Layers, Segment } from './segments.ts';

/** The segments on one side of each node: those of node `i` stand from `start[i]` up to `start[i + 1]`. */
export interface Adjacency {
  readonly start: Int32Array;
  /** The nodes at their other ends. */
  readonly near: Int32Array;
  /** Where a segment meets the other node, from that one's middle. */
  readonly other: Float64Array;
  /** From the middle of the other node to that of this one where the segment is straight. */
  readonly shift: Float64Array;
}

/** Segments towards the rank before, and towards the one after. */
export interface Sides {
  readonly up: Adjacency;
  readonly down: Adjacency;
}

export const sidesOf = ({ up, down }: Layers): Sides => ({ up: adjacencyOf(up), down: adjacencyOf(down) });

function adjacencyOf(segments: readonly (readonly Segment[])[]): Adjacency {
  const start = new Int32Array(segments.length + 1);
  for (let i = 0; i < segments.length; i++) start[i + 1] = start[i]! + segments[i]!.length;
  const count = start[segments.length]!;
  const near = new Int32Array(count);
  const other = new Float64Array(count);
  const shift = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < segments.length; i++) {
    const own = segments[i]!;
    for (let k = 0; k < own.length; k++) {
      const segment = own[k]!;
      near[at] = segment.node;
      other[at] = segment.other;
      shift[at] = segment.other - segment.own;
      at++;
    }
  }
  return { start, near, other, shift };
}
