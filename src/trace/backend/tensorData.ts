// What a pass knows of the data of tensors: values, if any, and where they come from.
import type * as tf from '@tensorflow/tfjs-core';

/** A kernel call on shapes, by which an output is computed later on a backend that computes. */
export interface Producer {
  readonly kernel: string;
  readonly inputs: tf.NamedTensorInfoMap;
  readonly attributes: tf.NamedAttrMap;
  /** Index among the kernel's outputs. */
  readonly output: number;
}

/**
 * The facts of one tensor's data. The data ids of the shape-only backend are objects of this class: a WeakMap with an entry
 * for each tensor of a pass takes the garbage collector longer than the pass itself takes.
 */
export class TensorData {
  /** Values that a model writes itself, such as the 0.5 in gelu. */
  written: tf.BackendValues | undefined;
  /** Values computed from small known ones, such as the sizes of a reshape from those of a shape. */
  computed: tf.BackendValues | undefined;
  /** Computes the values at the first read. */
  declared: (() => tf.BackendValues) | undefined;
  /** Whether `declared` was not called yet. */
  isUndrawn = false;
  /** Whether the data was made without values. */
  isShapesOnly = false;
  /** The number of tensors that hold this data. */
  references = 1;
  /** A lower bound of an unknown integer. */
  minimum: number | undefined;
  producer: Producer | undefined;
  /** Whether the values follow from inputs that a trace made up. */
  isMadeUp = false;
  /** Whether the values follow from tensors of the model's own that are not variables. */
  followsTensor = false;
  /** Reads the parameter of a Module that the data stands for in a pass on shapes. */
  standIn: (() => tf.Tensor) | undefined;

  /** Has `draw` give the values when they are first read; it is called once. */
  declare(draw: () => tf.BackendValues): void {
    this.declared = () => {
      const values = draw();
      this.declared = () => values;
      return values;
    };
  }
}

const unknown: Readonly<TensorData> = Object.freeze(new TensorData());

// facts of data that other backends hold
const others = new WeakMap<object, TensorData>();

/** The facts of a tensor's data, those of data that another backend holds included. */
export const dataOf = ({ dataId }: tf.TensorInfo): Readonly<TensorData> =>
  dataId instanceof TensorData ? dataId : (others.get(dataId) ?? unknown);

/** The facts of a tensor's data, to be changed. */
export function changeableDataOf({ dataId }: tf.TensorInfo): TensorData {
  if (dataId instanceof TensorData) return dataId;
  const known = others.get(dataId);
  if (known) return known;
  const made = new TensorData();
  others.set(dataId, made);
  return made;
}
