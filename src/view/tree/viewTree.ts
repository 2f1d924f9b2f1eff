// What the page shows of a model, before it is packed: a picture whose boxes have facts for the panel and the table.
import type { Picture, PictureNode } from '../../graph/picture/picture.ts';
import type { Statistics } from '../../weights/statistics.ts';

/** A parameter of one box, as the panel lists it. */
export interface ViewParameter {
  readonly name: string;
  readonly shape: string;
  readonly dtype: string;
  /** `frozen`, `buffer`, or nothing to say. */
  readonly note?: string;
  readonly statistics?: Statistics;
}

/** How a box of two compared models differs. */
export type ViewChange = 'same' | 'added' | 'removed' | 'changed';

/**
 * How far the outputs of a box are from those of a reference, in parts of the reference's scale; null where elements are
 * wrong or not finite.
 */
export interface ViewError {
  readonly error: number | null;
  /** The largest error of its inputs. */
  readonly fed: number | null;
  /** The largest error that a kernel in it makes from the reference's inputs. */
  readonly made: number | null;
}

/** A comparison of what the model computes with a reference. */
export interface ViewComparison {
  readonly tested: string;
  readonly reference: string;
  readonly tolerance: number;
  /** Values that were compared, and those that kernels made. */
  readonly compared: number;
  readonly values: number;
}

/** Facts of a box beyond its picture; absent where there are none. */
export interface ViewFacts {
  /** Shapes of the tensors that it reads, parameters and constants left out. */
  readonly inputs?: readonly string[];
  readonly parameters?: readonly ViewParameter[];
  /** Elements of parameters that it reads, and another box counts. */
  readonly sharedElements?: number;
  readonly settings?: readonly (readonly [name: string, value: string])[];
  /** Kernels that ran in it, and how often. */
  readonly kernels?: readonly (readonly [name: string, times: number])[];
  /** Kernels whose multiply-adds are not known, so that its MACs leave them out. */
  readonly unknownMacs?: readonly string[];
  /** It did not run since the pass failed before it. */
  readonly notReached?: true;
  /** Of a comparison of what is computed. */
  readonly error?: ViewError;
  /** Whether it is the first layer or op beyond the tolerance. */
  readonly first?: true;
  /** Of a comparison of two models. */
  readonly change?: ViewChange;
  /** Fields of the first model's box where they differ: the name, its value before and now. */
  readonly fields?: readonly (readonly [name: string, before: string, after: string])[];
}

/** A box of the page. Its `amounts` are sums over all inside. */
export type ViewNode = PictureNode & { readonly facts: ViewFacts };

/** An amount of the whole model, for the head of the page. */
export interface ViewTotal {
  readonly title: string;
  readonly value: number;
  readonly unit: 'count' | 'bytes' | 'ms';
  /** That of the first model, in a comparison. */
  readonly before?: number;
}

/** A forward pass that did not end. */
interface ViewFailure {
  /** Path of the box that threw; '' for the model itself. */
  readonly path: string;
  readonly message: string;
}

/** A whole model, or the union of two. */
export interface ViewTree extends Omit<Picture, 'nodes' | 'edges'> {
  /** The class of the model. */
  readonly type: string;
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly (Picture['edges'][number] & { readonly change?: ViewChange })[];
  readonly totals: readonly ViewTotal[];
  /** Clauses on what the page does not show. */
  readonly notes: readonly string[];
  readonly failure?: ViewFailure;
  /** Name of the first model, in a comparison. */
  readonly against?: string;
  readonly comparison?: ViewComparison;
}
