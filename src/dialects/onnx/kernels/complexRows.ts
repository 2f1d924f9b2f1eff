// Kernels of complex tensors: ONNX's ops take real ones, so that real and imaginary parts are computed apart.
import { UserError } from '../../../errors.ts';
import type { KernelName } from '../../../kernels/kernelName.ts';
import type { Value } from '../../../trace/trace.ts';
import { filled } from '../arrayOps.ts';
import { complex, imaginaryPart, realPart } from '../complexOps.ts';
import { add, cast, mul, sub } from '../elementOps.ts';
import type { Lowering, Operand } from '../operand.ts';

/** Kernels whose own lowering takes or returns complex operands. */
const whole: ReadonlySet<string> = new Set<KernelName>(['Complex', 'ComplexAbs', 'FFT', 'IFFT', 'Imag', 'Real']);

/** Kernels that move or add elements, so that they do the same to each part. */
const partwise: ReadonlySet<string> = new Set<KernelName>([
  'Add',
  'AddN',
  'BroadcastTo',
  'Concat',
  'ExpandDims',
  'GatherNd',
  'GatherV2',
  'Identity',
  'Neg',
  'Pack',
  'Reshape',
  'Reverse',
  'Select',
  'Slice',
  'SplitV',
  'StridedSlice',
  'Sub',
  'Sum',
  'Tile',
  'Transpose',
  'Unpack',
  'ZerosLike',
]);

const zeros = (x: Operand): Operand => filled(x.shape, 0, 'float32');

const rows: Partial<Record<KernelName, Lowering>> = {
  // a real number has no imaginary part, and loses it where it is cast back
  Cast: ({ x }, { dtype }) =>
    dtype === 'complex64' ? complex(cast(x, 'float32'), zeros(x)) : cast(realPart(x), dtype),
  Multiply: ({ a, b }) => {
    const [ar, ai, br, bi] = [realPart(a), imaginaryPart(a), realPart(b), imaginaryPart(b)];
    return complex(sub(mul(ar, br), mul(ai, bi)), add(mul(ar, bi), mul(ai, br)));
  },
  OnesLike: ({ x }) => complex(filled(x.shape, 1, 'float32'), zeros(x)),
};

type Inputs = Readonly<Record<string, Operand | readonly Operand[]>>;

/** The lowering of `kernel`, which may have complex inputs too. @throws UserError for a kernel that ONNX cannot compute of them */
export const withComplex =
  (kernel: string, lowering: Lowering): Lowering =>
  (inputs: Inputs, attributes, outputs, all) => {
    const some = [...all, ...outputs].some(({ dtype }) => dtype === 'complex64');
    if (!some || whole.has(kernel)) return lowering(inputs, attributes, outputs, all);
    const row = rows[kernel as KernelName];
    if (row) return row(inputs, attributes, outputs, all);
    if (!partwise.has(kernel)) throw new UserError(`no ONNX op is known for ${kernel} of complex64`);
    const part = (of: (z: Operand) => Operand): readonly Operand[] => {
      const one = (x: Operand): Operand => (x.dtype === 'complex64' ? of(x) : x);
      const given = Object.entries(inputs).map(([name, x]) => [name, 'source' in x ? one(x) : x.map(one)]);
      const made = outputs.map(
        (output): Value => (output.dtype === 'complex64' ? { ...output, dtype: 'float32' } : output),
      );
      return [lowering(Object.fromEntries(given), attributes, made, all.map(one))].flat();
    };
    const imaginary = part(imaginaryPart);
    return part(realPart).map((real, i) => complex(real, imaginary[i]!));
  };
