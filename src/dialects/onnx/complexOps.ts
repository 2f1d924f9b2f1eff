// Complex tensors, which ONNX's ops take as float32 with real and imaginary parts along a last axis of 2.
import { product } from '../../tensors.ts';
import { concat, gather, reshape, unsqueeze } from './arrayOps.ts';
import { type Operand, opOutput, scalar } from './operand.ts';

const parts = (z: Operand): Operand => ({ ...z, shape: [...z.shape, 2], dtype: 'float32' });
const complexOf = (x: Operand): Operand => ({ ...x, shape: x.shape.slice(0, -1), dtype: 'complex64' });

const part = (z: Operand, index: 0 | 1): Operand => gather(parts(z), scalar(index, 'int64', 'index'), z.shape.length);
export const realPart = (z: Operand): Operand => part(z, 0);
export const imaginaryPart = (z: Operand): Operand => part(z, 1);

/** The complex operand of two real ones. */
export function complex(real: Operand, imaginary: Operand): Operand {
  const axis = real.shape.length;
  return complexOf(
    concat(
      [real, imaginary].map((x) => unsqueeze(x, [axis])),
      axis,
    ),
  );
}

/** The discrete Fourier transform along the last axis, or its inverse. */
export function fourier(z: Operand, inverse: boolean): Operand {
  const rows = reshape(parts(z), [product(z.shape.slice(0, -1)), z.shape.at(-1)!, 2]);
  const attributes = { inverse: { i: inverse ? 1 : 0 } };
  const turned = opOutput('DFT', [rows, undefined, scalar(1, 'int64', 'axis')], rows, attributes);
  return complexOf(reshape(turned, [...z.shape, 2]));
}
