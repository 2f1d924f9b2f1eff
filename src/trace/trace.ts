// The record of one forward pass, from which tables and graphs are made. Plain data, no tensors.

import type { Dtype, Elements } from '../tensors.ts';
import type { Settings } from './settings.ts';
import type { SourceGraph } from './sourceGraph.ts';

/** An op of tf.js that drew random values, and the seed that it took from Math.random(). */
export interface Draw {
  readonly op: string;
  readonly seed: number;
}

/** A tensor of the forward pass; calls refer to it by its index in `Trace.values`. */
export interface Value {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  /** The state-dict path, for a parameter or buffer. */
  readonly parameter?: string;
  /** The elements, for a tensor that the model made from numbers or strings. */
  readonly constant?: Elements;
  /** Whether the tensor of `constant` lived before the forward pass. */
  readonly held?: true;
  /** The draw of random values that gave `constant`, unless the draw had a seed of its own. */
  readonly drawn?: Draw;
  /** The name of this model input, if it has one. */
  readonly name?: string;
  /** Whether the tensor was freed before the forward pass returned, by a tidy or by disposal. */
  readonly freed?: true;
}

/** A parameter or buffer of a module. */
export interface ParameterInfo {
  /** The name of its property in the module, such as `weight`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** The number of elements. */
  readonly size: number;
  /** Whether it trains. */
  readonly requiresGrad: boolean;
  /** Whether it is part of the state but not learnt. */
  readonly buffer: boolean;
  /** False for a weight that a model of tf.layers does not list, so that tf.js neither trains nor saves it. */
  readonly registered?: false;
  /** Whether the next `fit` of a tf.layers model changes it, where that differs from `requiresGrad`. */
  readonly changedByFit?: boolean;
  /** float32 unless given. */
  readonly dtype?: Dtype;
  /** The first path of the parameter, where this module shares it with an earlier one. */
  readonly sharedWith?: string;
}

/** A module of the model, called or not; in `Trace.modules` parents come before children. */
export interface ModuleInfo {
  /** The names of the properties from the root to it, joined with dots; '' for the root. */
  readonly path: string;
  /** The name of its class. */
  readonly type: string;
  /** The name that its author gave the model, of a root of tf.layers; tf.js's own names, such as `sequential_1`, are left out. */
  readonly modelName?: string;
  /** How it holds its children, if it does no more than that. */
  readonly container: 'sequential' | 'list' | undefined;
  /** Whether it is a model of tf.layers, which runs a layer with several outputs once for each output that is used. */
  readonly isModel?: true;
  /** Whether it is a wrapper of tf.layers made or loaded with `trainable: false`, which tf.js ignores there. */
  readonly ignoresTrainable?: true;
  /** Indices in `Trace.modules`, one for each distinct child. */
  readonly children: readonly number[];
  /** Names and indices of all children; a child with two names comes twice. */
  readonly entries?: readonly (readonly [string, number])[];
  /** The kernel size of a layer that has one: a number for all axes, or one for each. */
  readonly kernelSize?: number | readonly number[];
  /** The settings it was built with, such as strides or a rate, where it tells them. */
  readonly settings?: Settings;
  readonly parameters: readonly ParameterInfo[];
}

/** The inputs or outputs of a module: an index in `Trace.values`, or a list of nests. */
export type Nest = number | readonly Nest[];

interface CallBase {
  /** The index in `Trace.calls` of the enclosing call; -1 for the outermost. */
  readonly parent: number;
}

/** A call of a module, or of a layer or name scope that counts as one. */
export interface ModuleCall extends CallBase {
  readonly level: 'module';
  /** Index in `Trace.modules`. */
  readonly module: number;
  readonly inputs: Nest;
  readonly outputs: Nest;
  /** The kind of result that `outputs` was, if neither a tensor nor a list. */
  readonly outputKind?: 'object' | 'nothing';
  /** The message of the error that it threw; it has no outputs then. */
  readonly threw?: string;
}

/** A call of an op: of gmlp-viz/nn, or a node of a converted model. */
export interface OpCall extends CallBase {
  readonly level: 'op';
  readonly op: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** A call of a tf.js kernel. */
export interface KernelCall extends CallBase {
  readonly level: 'kernel';
  readonly kernel: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Indices in `Trace.values` by the kernel's input name; a list for an input that is a list of tensors. */
  readonly inputs: Readonly<Record<string, number | readonly number[]>>;
  /** Of a kernel that a model of tf.layers runs to compute the mask of a layer in it: the layer's index in `Trace.modules`. */
  readonly maskOf?: number;
  readonly outputs: readonly number[];
}

/** A call at one of the three levels. */
export type Call = ModuleCall | OpCall | KernelCall;

/** The record of one forward pass. */
export interface Trace {
  /** Whether the model can be trained: a converted TensorFlow model is frozen. */
  readonly trainable: boolean;
  /** Whether `calls` has ops, named as PyTorch's: those of gmlp-viz/nn. */
  readonly hasOps: boolean;
  readonly modules: readonly ModuleInfo[];
  readonly values: readonly Value[];
  /** Calls in the order entered: a call's parent comes before it. */
  readonly calls: readonly Call[];
  /** Indices in `calls` of module calls, in the order they returned. */
  readonly returned: readonly number[];
  /** Indices in `calls` of kernels in the order they ran, where `calls` has another order. */
  readonly ran?: readonly number[];
  /** Indices in `values` of the model's inputs. */
  readonly inputs: readonly number[];
  readonly outputs: Nest;
  /** The names of the outputs from left to right, undefined for one that has none; absent where none has. */
  readonly outputNames?: readonly (string | undefined)[];
  /** For a pass that did not end: the index in `calls` of the innermost module call that threw what the model threw. */
  readonly failed?: number;
  /** What the pass did with random values that no graph can hold, as a verb and its object. */
  readonly untraceable?: string;
  /**
   * Whether a second call computed with other numbers: code of the model keeps them where a trace cannot put them back, or
   * reads a clock.
   */
  readonly isUnsteady?: true;
  /** The graph that a converted TensorFlow model came with. */
  readonly graph?: SourceGraph;
}

/** The indices in a nest, from left to right. */
export function flat(nest: Nest): readonly number[] {
  if (typeof nest === 'number') return [nest];
  // most nests are a list already
  return nest.every((one) => typeof one === 'number') ? (nest as readonly number[]) : nest.flatMap(flat);
}
