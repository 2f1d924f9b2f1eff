// The kernel of layers that tf.js can run in no form: it has shapes, and no backend that computes has it.
import type { ShapeRule } from './shapes/shapeRule.ts';

/** The name under which the shape-only backend registers it. */
export const placeholderKernel = 'KerasPlaceholder';

/** Attributes of the kernel: the shapes of the outputs. */
interface PlaceholderAttributes {
  readonly shapes: readonly (readonly number[])[];
  readonly dtype: 'float32' | 'int32' | 'bool' | 'string';
}

/** The outputs as the attributes say. */
export const placeholderRule: ShapeRule = (_, { shapes, dtype }: PlaceholderAttributes) =>
  shapes.map((shape) => ({ shape, dtype }));
