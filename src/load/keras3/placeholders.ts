// The layer that stands for one of Keras that tf.js can run in no form: it has its name, its weights and its output's shape.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { placeholderKernel } from '../../kernels/placeholderKernel.ts';
import type { OpenShape } from './kerasTopology.ts';

/** The class under which tf.js finds the layer. */
export const placeholderClass = 'keras3>Placeholder';

interface PlaceholderConfig {
  readonly name: string;
  readonly trainable?: boolean;
  /** The class in Keras, under the key whose value tf.js leaves as it is. */
  readonly kerasClass: { readonly name: string };
  readonly outputShape: OpenShape | readonly OpenShape[];
  readonly outputDtype: 'float32' | 'int32' | 'bool' | 'string';
  readonly weightShapes: readonly (readonly number[])[];
  /** What of it tf.js lacks. */
  readonly reason: { readonly name: string };
}

/** The part of @tensorflow/tfjs-layers that layers are made from. */
export interface LayerLibrary {
  readonly layers: { readonly Layer: unknown };
}

interface LayerBase {
  new (
    config: object,
  ): {
    readonly name: string;
    built: boolean;
    addWeight(name: string, shape: readonly number[], dtype: string, initializer: object): unknown;
    build(inputShape: unknown): void;
  };
}

/** Registers the class of placeholders with tf.js. */
export function registerPlaceholder({ layers }: LayerLibrary): void {
  const Base = layers.Layer as LayerBase;
  class Placeholder extends Base {
    static readonly className = placeholderClass;
    readonly config: PlaceholderConfig;
    constructor(config: PlaceholderConfig) {
      super({ name: config.name, trainable: config.trainable });
      this.config = config;
    }
    /** How tables and graphs call the type. */
    get shownType(): string {
      return `${this.config.kerasClass.name} (placeholder)`;
    }
    override build(inputShape: unknown): void {
      const zeros = { apply: (shape: number[], dtype?: tf.DataType) => tf.zeros(shape, dtype) };
      for (const [i, shape] of this.config.weightShapes.entries())
        this.addWeight(`weight${i}`, shape, 'float32', zeros);
      super.build(inputShape);
    }
    computeOutputShape(): OpenShape | readonly OpenShape[] {
      return this.config.outputShape;
    }
    call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor | tf.Tensor[] {
      const { kerasClass, outputDtype, reason } = this.config;
      if (!tf.getKernel(placeholderKernel, tf.getBackend()))
        throw new UserError(
          `the layer ${this.name} (${kerasClass.name}) has a shape, and no numbers: tf.js lacks ${reason.name}`,
        );
      const tensors = [inputs].flat();
      const shapes = listOfShapes(this.config.outputShape).map((shape) => closed(shape, tensors[0]!.shape, this.name));
      const named = Object.fromEntries(tensors.map((tensor, i) => [`${i}`, tensor]));
      const outputs = tf.engine().runKernel(placeholderKernel, named, { shapes, dtype: outputDtype } as never);
      // a kernel of several outputs, whose type tf.js does not tell from one of a single output
      return outputs as unknown as tf.Tensor[];
    }
    getConfig(): object {
      return { ...this.config };
    }
  }
  tf.serialization.registerClass(Placeholder as never);
}

const listOfShapes = (shape: OpenShape | readonly OpenShape[]): readonly OpenShape[] =>
  Array.isArray(shape[0]) ? (shape as readonly OpenShape[]) : [shape as OpenShape];

/** Open axes of an output have the size of the input's axis at the same index. */
function closed(shape: OpenShape, input: readonly number[], layer: string): number[] {
  return shape.map((dim, axis) => {
    const size = dim ?? input[axis];
    if (size === undefined)
      throw new UserError(`axis ${axis} of the output of ${layer} is open in the file, and no input has that axis`);
    return size;
  });
}
