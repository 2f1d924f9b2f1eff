// A graph of named nodes, before it is spelled in any file format. Attributes keep the format's kinds.
import type { Dtype, Elements } from '../trace/trace.ts';

export type Attribute =
  | { readonly type: Dtype }
  | { readonly s: string }
  | { readonly strings: readonly string[] }
  | { readonly i: number }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly ints: readonly number[] }
  | { readonly shape: readonly number[] }
  | { readonly shapes: readonly (readonly number[])[] }
  | { readonly tensor: TensorValue };

export interface TensorValue {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly values: Elements;
}

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** `node` or `node:output` */
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** the version of GraphDef whose rules the nodes follow */
  readonly producer: number;
}
