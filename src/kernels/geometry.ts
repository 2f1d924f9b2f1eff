// The geometry of the windows of convolutions and pools: tf.js's attributes as strides, dilations and paddings per axis.

type Sides = number | readonly number[];
/** Sizes of a shape, outermost first. */
type Shape = readonly number[];
/** Elements added, or cut off where negative, before and after an axis. */
export type Pair = readonly [before: number, after: number];

/** Attributes of a window in tf.js. */
export interface WindowAttributes {
  readonly strides: Sides;
  readonly pad: 'same' | 'valid' | number | readonly (readonly number[])[];
  readonly dilations?: Sides | null;
  readonly dataFormat?: string;
}

/** Attributes of a pool in tf.js. */
export interface PoolAttributes extends WindowAttributes {
  readonly filterSize: number | Shape;
}

export interface Geometry {
  /** Stride of each spatial axis. */
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Size of the dilated window on each spatial axis. */
  readonly reach: readonly number[];
  readonly padding: 'SAME' | 'VALID' | 'EXPLICIT';
  /** Padding of each spatial axis: windows without padding over the padded input give the output's size. */
  readonly sides: readonly Pair[];
  /** Whether `sides` are tf.js's own paddings, so that they can be an attribute of TensorFlow's op. */
  readonly exact: boolean;
}

const spread = (sides: Sides | null | undefined, axes: number): number[] =>
  typeof sides === 'number' || sides === undefined || sides === null
    ? new Array<number>(axes).fill(sides ?? 1)
    : [...sides];

/** @param sizes sizes of the spatial axes of the input, the window and the output */
export function geometry(
  attributes: WindowAttributes,
  sizes: { readonly input: readonly number[]; readonly window: readonly number[]; readonly output: readonly number[] },
): Geometry {
  const axes = sizes.input.length;
  const { pad } = attributes;
  const strides = spread(attributes.strides, axes);
  const dilations = spread(attributes.dilations, axes);
  const reach = sizes.window.map((size, i) => (size - 1) * dilations[i]! + 1);
  let exact = true;
  const sides = sizes.input.map((size, i): Pair => {
    const [before, after] = given(attributes, i, axes);
    const needed = (sizes.output[i]! - 1) * strides[i]! + reach[i]! - size;
    if (pad === 'same') {
      // with three axes and a stride beyond the window tf.js crops the input, half of it at the front
      const sum = axes === 3 ? needed : Math.max(0, needed);
      return [Math.floor(sum / 2), sum - Math.floor(sum / 2)];
    }
    if (Math.floor((size + before + after - reach[i]!) / strides[i]!) + 1 === sizes.output[i]) return [before, after];
    // tf.js rounds up on request, and applies one padding number by the rule of the first axis
    exact = false;
    return [before, needed - before];
  });
  const none = sides.every(([before, after]) => before === 0 && after === 0);
  const cut = sides.flat().some((side) => side < 0);
  const padding = pad === 'same' && !cut ? 'SAME' : none ? 'VALID' : 'EXPLICIT';
  return { strides, dilations, reach, padding, sides, exact: exact && !cut };
}

function given({ pad, dataFormat }: WindowAttributes, axis: number, axes: number): Pair {
  if (typeof pad === 'number') return [pad, pad];
  if (typeof pad === 'string') return [0, 0];
  const [before, after] = pad[axis + (dataFormat === 'NCHW' ? pad.length - axes : 1)]!;
  return [before!, after!];
}

/** @param axes the number of spatial axes in shapes [batch, ...spatial, channels] */
export function poolGeometry(attributes: PoolAttributes, axes: number, input: Shape, output: Shape): Geometry {
  const { filterSize } = attributes;
  const window = typeof filterSize === 'number' ? new Array<number>(axes).fill(filterSize) : filterSize;
  return geometry(attributes, { input: input.slice(1, -1), window, output: output.slice(1, -1) });
}
