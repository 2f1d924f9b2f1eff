// Kernels of tf.js 4.22 that compute wrong numbers on some backend, each with a call that shows it.
import * as tf from '@tensorflow/tfjs-core';

/** A kernel that computes wrong numbers. */
export interface WrongKernel {
  /** Names under which the backends are registered with tf.js. */
  readonly backends: readonly string[];
  readonly kernel: string;
  /** The calls that are wrong, and what is wrong about them: "with ...: ...". */
  readonly fault: string;
  /** The op of src/nn that computes the right numbers on these backends. */
  readonly fixedBy?: string;
  /** Calls the kernel so that it shows its fault on the active backend. */
  readonly reproduce: () => tf.Tensor;
  /** The right result of `reproduce`, in row-major order. */
  readonly right: {
    readonly dtype: tf.DataType;
    readonly shape: readonly number[];
    readonly values: readonly number[];
  };
}

const float = (shape: readonly number[], ...values: number[]): WrongKernel['right'] => ({
  dtype: 'float32',
  shape,
  values,
});
const int = (shape: readonly number[], ...values: number[]): WrongKernel['right'] => ({
  dtype: 'int32',
  shape,
  values,
});
const make = <T extends tf.Tensor>({ dtype, shape, values }: WrongKernel['right']): T =>
  tf.tensor([...values], [...shape], dtype) as T;
const run = (kernel: string, inputs: Readonly<Record<string, tf.Tensor>>, attributes: object): tf.Tensor =>
  tf.engine().runKernel(kernel, inputs, attributes as tf.NamedAttrMap);
const line = float([2, 3], 1, 2, 3, 4, 5, 6);

/** The table, sorted by kernel. */
export const wrongKernels: readonly WrongKernel[] = [
  {
    backends: ['cpu', 'wasm'],
    kernel: 'AvgPoolGrad',
    fault: 'with padding: divides by the whole window, where the forward pass leaves the padding out',
    reproduce: () =>
      run(
        'AvgPoolGrad',
        { dy: make(float([1, 1, 1, 1], 1)), input: make(float([1, 1, 1, 1], 8)) },
        { filterSize: 2, strides: 1, pad: 'same' },
      ),
    right: float([1, 1, 1, 1], 1),
  },
  {
    backends: ['cpu', 'wasm'],
    kernel: 'BatchMatMul',
    fault: 'with batch axes on each side that the other side lacks: multiplies the wrong matrices',
    reproduce: () => tf.matMul(make(float([2, 1, 1], 1, 2)), make(float([3, 1, 1, 1], 1, 10, 100))),
    right: float([3, 2, 1, 1], 1, 2, 10, 20, 100, 200),
  },
  {
    backends: ['wasm'],
    kernel: 'Cast',
    fault: 'from float32 to bool: copies bytes of the floats',
    reproduce: () => tf.cast(tf.cast(make(float([4], 1, 0, 2, 0.5)), 'bool'), 'int32'),
    right: int([4], 1, 0, 1, 1),
  },
  {
    backends: ['wasm'],
    kernel: 'Conv3DBackpropInputV2',
    fault: 'in a transposed convolution with strides: gives zeros for some elements',
    reproduce: () =>
      tf.conv3dTranspose(
        make(float([1, 1, 1, 1, 1], 3)),
        make(float([1, 1, 2, 1, 1], 1, 2)),
        [1, 1, 1, 2, 1],
        [1, 1, 2],
        'valid',
      ),
    right: float([1, 1, 1, 2, 1], 3, 6),
  },
  {
    backends: ['cpu', 'wasm'],
    kernel: 'Cumprod',
    fault: 'with a negative axis: permutes the shape',
    reproduce: () => tf.cumprod(make(line), -1),
    right: float([2, 3], 1, 2, 6, 4, 20, 120),
  },
  {
    backends: ['cpu', 'wasm'],
    kernel: 'Cumsum',
    fault: 'with a negative axis: permutes the shape',
    reproduce: () => tf.cumsum(make(line), -1),
    right: float([2, 3], 1, 3, 6, 4, 9, 15),
  },
  {
    backends: ['cpu'],
    kernel: 'DenseBincount',
    fault: 'of a vector with a binary output: counts, in place of 1 and 0',
    reproduce: () => tf.denseBincount(make<tf.Tensor1D>(int([2], 1, 1)), make<tf.Tensor1D>(float([0])), 2, true),
    right: float([2], 0, 1),
  },
  {
    backends: ['cpu'],
    kernel: 'Einsum',
    fault: 'with a letter of one operand alone that is summed: does not sum it',
    reproduce: () => tf.einsum('b,ac->c', make(float([2], 10, 1)), make(float([2, 2], 1, 2, 3, 4))),
    right: float([2], 44, 66),
  },
  {
    backends: ['cpu'],
    kernel: 'FloorDiv',
    fault: 'of float32: gives int32',
    reproduce: () => tf.floorDiv(make(float([2], 7, -7)), make(float([2], 2, 2))),
    right: float([2], 3, -4),
  },
  {
    backends: ['wasm'],
    kernel: 'MaxPool3D',
    fault: 'of windows without a positive element: gives the least positive float32',
    reproduce: () => tf.maxPool3d(make(float([1, 1, 1, 2, 1], -3, -2)), [1, 1, 2], 1, 'valid'),
    right: float([1, 1, 1, 1, 1], -2),
  },
  {
    backends: ['wasm'],
    kernel: 'MaxPoolGrad',
    fault: 'of windows without a positive element: gives the gradient to the first element',
    fixedBy: 'max_pool2d',
    reproduce: () =>
      run(
        'MaxPoolGrad',
        {
          dy: make(float([1, 1, 1, 1], 1)),
          input: make(float([1, 1, 2, 1], -3, -2)),
          output: make(float([1, 1, 1, 1], -2)),
        },
        { filterSize: [1, 2], strides: 1, pad: 'valid' },
      ),
    right: float([1, 1, 2, 1], 0, 1),
  },
  {
    backends: ['wasm'],
    kernel: 'Prelu',
    fault: 'with slopes that broadcast the input: gives the shape of the input',
    reproduce: () => tf.prelu(make(float([1, 2], -1, 1)), make(float([2, 1], 2, 3))),
    right: float([2, 2], -2, 1, -3, 1),
  },
  {
    backends: ['cpu'],
    kernel: 'ResizeBilinearGrad',
    fault: 'of images that are not square: takes the width for the height',
    reproduce: () =>
      run(
        'ResizeBilinearGrad',
        { images: make(float([1, 1, 2, 1], 0, 0)), dy: make(float([1, 2, 2, 1], 1, 2, 4, 8)) },
        { alignCorners: false },
      ),
    right: float([1, 1, 2, 1], 5, 10),
  },
  {
    backends: ['cpu', 'wasm'],
    kernel: 'StridedSlice',
    fault: 'with a shrunk axis and a stride along another: shrinks the wrong elements',
    reproduce: () => tf.stridedSlice(make(float([2, 2], 1, 2, 3, 4)), [0, 1], [2, 2], [1, 2], 0, 0, 0, 0, 2),
    right: float([2], 2, 4),
  },
  {
    backends: ['cpu'],
    kernel: 'TensorScatterUpdate',
    fault: 'always: writes into its input',
    reproduce: () => {
      const x = make(float([2], 1, 2));
      tf.tensorScatterUpdate(x, make(int([1, 1], 0)), make(float([1], 9)));
      return x;
    },
    right: float([2], 1, 2),
  },
  {
    backends: ['cpu'],
    kernel: 'Transform',
    fault: 'of several images: transforms the first of them alone',
    reproduce: () =>
      tf.image.transform(make(float([2, 1, 2, 1], 1, 2, 3, 4)), make(float([1, 8], 1, 0, 1, 0, 1, 0, 0, 0))),
    right: float([2, 1, 2, 1], 2, 0, 4, 0),
  },
  {
    backends: ['cpu'],
    kernel: 'UnsortedSegmentSum',
    fault: 'of int32: gives float32',
    reproduce: () => tf.unsortedSegmentSum(make(int([4], 1, 2, 4, 8)), make(int([4], 0, 2, 0, -1)), 3),
    right: int([3], 5, 0, 2),
  },
];

/** A wrong kernel that a model runs, as plain data. */
export type UsedWrongKernel = Pick<WrongKernel, 'kernel' | 'fault' | 'fixedBy'>;

/** The kernels among `used` that a backend computes wrongly for some calls; the model's own calls may be others. */
export const wrongKernelsAmong = (used: ReadonlySet<string>, backend: string): readonly UsedWrongKernel[] =>
  wrongKernels
    .filter(({ backends, kernel }) => backends.includes(backend) && used.has(kernel))
    .map(({ kernel, fault, fixedBy }) => ({ kernel, fault, ...(fixedBy !== undefined && { fixedBy }) }));
