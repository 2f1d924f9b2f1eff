// What the page holds: a tree as columns in preorder, with equal neighbours grouped. Plain data, written as JSON.
import type { AmountName, PictureKind, PictureRole, PictureState } from '../graph/picture/picture.ts';
import type { ViewChange, ViewComparison, ViewFacts, ViewTotal } from './tree/viewTree.ts';

export const viewKinds = [
  'module',
  'op',
  'kernel',
  'node',
  'scope',
  'input',
  'output',
  'missing',
  'fold',
] as const satisfies readonly (PictureKind | 'fold')[];

/** `fold`: equal neighbours in a row, its children, of which the page shows the first `period` unless told otherwise. */
export type ViewKind = (typeof viewKinds)[number];

export const viewRoles = [
  'weights',
  'norm',
  'activation',
  'merge',
  'pool',
  'other',
  'end',
] as const satisfies readonly PictureRole[];

/** The columns of the boxes; entries of `types`, `inputs` and `outputs` are indices in `words`. */
export interface ViewColumns {
  /** Parents come before children, -1 at the top; children follow their parent before its next sibling. */
  readonly parent: readonly number[];
  readonly name: readonly string[];
  /** The path less the path of its parent, where it begins with that. */
  readonly path: readonly string[];
  readonly type: readonly number[];
  /** Indices in `viewKinds` and `viewRoles`. */
  readonly kind: readonly number[];
  readonly role: readonly number[];
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
  /** Of the box itself, without its children; 0 where there is none. */
  readonly amounts: Readonly<Partial<Record<AmountName, readonly number[]>>>;
}

/** What few boxes have. */
export interface RareFacts extends Omit<ViewFacts, 'inputs' | 'settings' | 'kernels'> {
  readonly state?: PictureState;
  /** Of a fold: how many children are one repetition. */
  readonly period?: number;
  /** Indices in `words` of JSON: many boxes have the same. */
  readonly settings?: number;
  readonly kernels?: number;
}

export interface ViewEdges {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Tells outputs of one box apart. */
  readonly output: readonly number[];
  /** Indices in `words`. */
  readonly shape: readonly number[];
  /** By index of the edge, of those that carry no tensor. */
  readonly control?: readonly number[];
  /** By index of the edge, in a comparison, where it is not in both models. */
  readonly change?: Readonly<Record<number, ViewChange>>;
}

/** How the page is when it opens. */
export interface ViewStart {
  readonly at?: 'graph' | 'table';
  readonly direction?: 'down' | 'right';
  /** Levels below the model that are open; the page decides unless given. */
  readonly depth?: number;
  /** Shows each of equal neighbours. */
  readonly unfolded?: boolean;
  /** Key of the column that the table is sorted by. */
  readonly sort?: string;
  /** Text in the search field. */
  readonly search?: string;
}

/** A column of the table beyond those that every page has. */
export interface ViewColumn {
  readonly title: string;
  /** Texts align left, numbers right. */
  readonly isText: boolean;
  /** By node: what the table prints, and what it sorts by; an empty text where there is nothing. */
  readonly texts: readonly string[];
  readonly values: readonly (number | string | null)[];
}

export interface ViewData {
  readonly version: 1;
  readonly name: string;
  readonly type: string;
  readonly words: readonly string[];
  readonly nodes: ViewColumns;
  readonly rare: Readonly<Record<number, RareFacts>>;
  readonly edges: ViewEdges;
  readonly totals: readonly ViewTotal[];
  readonly notes: readonly string[];
  /** Further facts of the model, each with its name. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly failure?: { readonly node: number; readonly message: string };
  readonly against?: string;
  /** Where boxes have errors: what was compared. */
  readonly comparison?: ViewComparison;
  /** Columns in place of the page's own. */
  readonly columns?: readonly ViewColumn[];
  readonly start: ViewStart;
}
