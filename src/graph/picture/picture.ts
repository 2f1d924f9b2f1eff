// What a drawing of a model shows, before any format: nested boxes and the edges between the innermost of them.
import type { NodeShape } from '../graph.ts';

export type PictureKind = 'input' | 'output' | 'module' | 'op' | 'kernel' | 'node' | 'scope' | 'missing';

/** What a box does, for its colour. */
export type PictureRole = 'end' | 'weights' | 'norm' | 'activation' | 'merge' | 'pool' | 'other';

/** null where not even the rank is known; an axis is -1 where its size is not, and a text for an expression of open axes. */
export type PictureShape = readonly (number | string)[] | null;

/** Shapes by index in the values of a trace, with expressions of open axes. */
export type OpenShapes = ReadonlyMap<number, PictureShape>;

/** The shape that is shown for a value. */
export type ShapeOf = (value: number) => PictureShape;

export const pictureLevels = ['modules', 'ops', 'kernels'] as const;
/**
 * `modules`: each module that calls no other is one box. `ops`: one that runs several ops is open. `kernels`: all.
 * @useDeclaredType
 */
export type PictureLevel = (typeof pictureLevels)[number];

/** NaN where an amount is unknown, as for a kernel whose multiply-adds have no rule, and for each box around one. */
export interface PictureAmounts {
  readonly params?: number;
  readonly macs?: number;
  readonly memoryBytes?: number;
  readonly timeMs?: number;
}

export const amountNames = ['params', 'macs', 'memoryBytes', 'timeMs'] as const;
export type AmountName = (typeof amountNames)[number];

/** `failed`: its forward pass threw. `notRun`: it did not run. `missing`: an input that no node of the graph makes. */
export type PictureState = 'failed' | 'notRun' | 'missing';

export interface PictureParameter {
  readonly path: string;
  readonly shape: NodeShape;
  readonly dtype: string;
}

export interface PictureNode {
  /** Index of the enclosing box in `nodes`, -1 at the top; it comes before this one. */
  readonly parent: number;
  /** The whole name, which no other box has. */
  readonly path: string;
  /** The last part of the name, '' where the type says all. */
  readonly name: string;
  readonly type: string;
  readonly kind: PictureKind;
  readonly role: PictureRole;
  /** Shapes of its outputs. */
  readonly outputs: readonly PictureShape[];
  /** Sums over all that is inside. */
  readonly amounts: PictureAmounts;
  /** Boxes without children inside it in the whole graph; 1 of such a box. */
  readonly size: number;
  /** Of equal neighbours that are drawn as one: how many there are. `amounts` and `size` are of all. */
  readonly count?: number;
  readonly state?: PictureState;
  /** Parameters and buffers that it reads before any other box. */
  readonly parameters?: readonly PictureParameter[];
  /** Elements of all parameters that it reads, those that belong to another box too. */
  readonly reads?: number;
}

/** From one box without children to another. */
export interface PictureEdge {
  readonly from: number;
  readonly to: number;
  /** Tells the outputs of `from` apart. */
  readonly output: number;
  readonly shape: PictureShape;
  /** An order of execution without a tensor. */
  readonly control?: true;
}

/** Boxes in preorder: children follow their parent before its next sibling. */
export interface Picture {
  readonly name: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** By node, the indices of its children; the last entry, of index -1, is `top`. */
export function childrenOf({ nodes }: Pick<Picture, 'nodes'>): {
  readonly of: readonly (readonly number[])[];
  readonly top: readonly number[];
} {
  const of: number[][] = nodes.map(() => []);
  const top: number[] = [];
  for (const [i, { parent }] of nodes.entries()) (parent === -1 ? top : of[parent]!).push(i);
  return { of, top };
}

/** Sums amounts; what neither has stays absent. */
export function addAmounts(a: PictureAmounts, b: PictureAmounts): PictureAmounts {
  let sum: { -readonly [K in AmountName]?: number } | undefined;
  for (const name of amountNames) {
    const more = b[name];
    if (more === undefined) continue;
    sum ??= { ...a };
    sum[name] = (a[name] ?? 0) + more;
  }
  return sum ?? a;
}

/**
 * What each call costs without the calls in it, by index in `trace.calls`; NaN where that is unknown. `memoryBytes` is that
 * of a call's outputs, with what is in it, and counts for boxes without children alone.
 */
export type CallAmounts = Readonly<Partial<Record<Exclude<AmountName, 'params'>, ArrayLike<number | undefined>>>>;
