// Types of a layout: boxes in nested groups and edges between them come in, positions and paths come out, in pixels.

export interface LayoutBox {
  /** Index of the enclosing group in `boxes`, -1 at the top. */
  readonly parent: number;
  /** Size of a leaf, and of a group while it is closed. */
  readonly width: number;
  readonly height: number;
  /** The band along the top of an open group: its height, and the width from the left edge that its text needs. */
  readonly title?: { readonly width: number; readonly height: number };
  /** Decides which of two equally long paths is the spine; 0 by default. */
  readonly weight?: number;
}

export interface LayoutEdge {
  readonly from: number;
  readonly to: number;
  /** Which output of `from` this is; edges of one output leave the box as one line. 0 by default. */
  readonly output?: number;
  /** Size of a text that stands on the line just after it leaves the box. */
  readonly label?: { readonly width: number; readonly height: number };
}

export interface LayoutGraph {
  readonly boxes: readonly LayoutBox[];
  readonly edges: readonly LayoutEdge[];
}

/** Where the flow goes. */
export type Direction = 'down' | 'right';

export interface LayoutOptions {
  /** `down` by default. */
  readonly direction?: Direction;
  /** Whether a group shows its children; all groups do by default. */
  readonly open?: (box: number) => boolean;
  /**
   * Bends of one group's long edges. With more, the longest edges run beside all boxes in place of between them: by default
   * with more than 100,000, which no model that was measured has.
   */
  readonly maxBends?: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes of one group, or between such a box and the border of the group. */
export interface Route {
  /** Indices of the edges that this line is a part of. */
  readonly edges: readonly number[];
  /** The boxes that it joins as shown; a group whose border the line crosses has no end of an edge there. */
  readonly from: { readonly box: number; readonly border: boolean };
  readonly to: { readonly box: number; readonly border: boolean };
  /** Corner points: two of one x (of one y, to the right) are joined by a straight line, others by an S-curve. */
  readonly points: readonly Point[];
  /** Against the flow, as in a loop. */
  readonly back: boolean;
  /** The text on the line where it leaves its box: the line opens there. */
  readonly label?: Rect;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By index of the box; undefined inside a closed group. */
  readonly boxes: readonly (Rect | undefined)[];
  readonly routes: readonly Route[];
  /** Texts on edges, each once for all edges of an output. */
  readonly labels: readonly (Rect & { readonly edge: number })[];
}
