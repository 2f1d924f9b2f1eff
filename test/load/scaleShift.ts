// The custom layer of the model borrowed_layers: x * scale + shift over the last axis.
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';

/** Registers the layer. @param layers the copy of tf.layers that the model is built with */
export function registerScaleShift({ layers, initializers }: typeof tfl): void {
  class ScaleShift extends layers.Layer {
    static readonly className = 'ScaleShift';
    private variables: readonly tfl.LayerVariable[] = [];
    override build(inputShape: tfl.Shape): void {
      const shape = [inputShape.at(-1)!];
      this.variables = [
        this.addWeight('scale', shape, 'float32', initializers.ones(), undefined, true),
        this.addWeight('shift', shape, 'float32', initializers.zeros(), undefined, false),
      ];
      super.build(inputShape);
    }
    override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
      const [scale, shift] = this.variables.map((variable) => variable.read());
      return tf.tidy(() => tf.add(tf.mul([inputs].flat()[0]!, scale!), shift!));
    }
  }
  tf.serialization.registerClass(ScaleShift);
}
