// The record of one forward pass: what the tables and graphs are views of. Plain data, no tensors.

import type { Dtype, Elements } from '../tensors.ts';
import type { Settings } from './settings.ts';
import type { SourceGraph } from './sourceGraph.ts';

/** An op of tf.js that drew random values, and the seed that it took from Math.random(). */
export interface Draw {
  readonly op: string;
  readonly seed: number;
}

/** A tensor that was seen, by its index in `Trace.values`. */
export interface Value {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  /** the state-dict path when it is a parameter or buffer */
  readonly parameter?: string;
  /** its elements when the model made it from numbers or strings */
  readonly constant?: Elements;
  /** the draw that gave its elements, unless it had a seed of its own */
  readonly drawn?: Draw;
  /** of an input of the model that has one */
  readonly name?: string;
  /** gone when the forward pass returned: left behind inside a tidy, or disposed */
  readonly freed?: true;
}

export interface ParameterInfo {
  /** property name in its module, such as `weight` */
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly requiresGrad: boolean;
  readonly buffer: boolean;
  /** false for a weight that a model of tf.layers does not list, which tf.js therefore neither trains nor saves */
  readonly registered?: false;
  /** whether the next `fit` of a tf.layers model changes it, where that is not what `requiresGrad` says */
  readonly changedByFit?: boolean;
  /** float32 where it does not say */
  readonly dtype?: Dtype;
  /** the first path of a parameter that comes again under this one */
  readonly sharedWith?: string;
}

/** A module as built, called or not; parents come before children. */
export interface ModuleInfo {
  /** path of properties from the root, '' for the root itself */
  readonly path: string;
  readonly type: string;
  readonly container: 'sequential' | 'list' | undefined;
  /** of tf.layers, a model: it runs a layer with several outputs once for each output that is used */
  readonly isModel?: true;
  /** of tf.layers, a wrapper that was made or loaded with `trainable: false`, which tf.js does not heed */
  readonly ignoresTrainable?: true;
  /** indices in `Trace.modules`, one per distinct child */
  readonly children: readonly number[];
  /** names and indices of all children, one held under two names twice */
  readonly entries?: readonly (readonly [string, number])[];
  /** of a layer that has one: a number for all axes, or one for each */
  readonly kernelSize?: number | readonly number[];
  /** What it was built with, such as strides or a rate; absent where it does not say. */
  readonly settings?: Settings;
  readonly parameters: readonly ParameterInfo[];
}

/** Where values stand in what a module took or gave: one, or several in a tuple. */
export type Nest = number | readonly Nest[];

interface CallBase {
  /** index in `Trace.calls` of the enclosing call, -1 for the outermost */
  readonly parent: number;
}

export interface ModuleCall extends CallBase {
  readonly level: 'module';
  /** index in `Trace.modules` */
  readonly module: number;
  readonly inputs: Nest;
  readonly outputs: Nest;
  /** what `outputs` was, if neither a tensor nor a tuple */
  readonly outputKind?: 'object' | 'nothing';
}

export interface OpCall extends CallBase {
  readonly level: 'op';
  readonly op: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface KernelCall extends CallBase {
  readonly level: 'kernel';
  readonly kernel: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** input name to a index in `Trace.values` (or places) */
  readonly inputs: Readonly<Record<string, number | readonly number[]>>;
  readonly outputs: readonly number[];
}

export type Call = ModuleCall | OpCall | KernelCall;

export interface Trace {
  /** Whether the model can be trained: a converted TensorFlow model is frozen. */
  readonly trainable: boolean;
  /** Whether `calls` has ops, named as PyTorch's: those of gmlp-viz/nn. */
  readonly hasOps: boolean;
  readonly modules: readonly ModuleInfo[];
  readonly values: readonly Value[];
  /** in the order entered: a call's parent comes before it */
  readonly calls: readonly Call[];
  /** indices of module calls in `calls`, in the order they returned */
  readonly returned: readonly number[];
  /** indices of kernels in `calls` in the order they ran, where `calls` has another */
  readonly ran?: readonly number[];
  readonly inputs: readonly number[];
  readonly outputs: Nest;
  /** of the outputs from left to right; undefined where the model has none */
  readonly outputNames?: readonly (string | undefined)[];
  /** of a pass that did not end: the index in `calls` of the innermost module call that did not return */
  readonly failed?: number;
  /** what the pass did with random numbers that no graph holds, as a verb and its object */
  readonly untraceable?: string;
  /** of a converted TensorFlow model: the graph that it came with */
  readonly graph?: SourceGraph;
}

/** The indices in a nest, from left to right. */
export const flat = (nest: Nest): number[] => (typeof nest === 'number' ? [nest] : nest.flatMap(flat));
