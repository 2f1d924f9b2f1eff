// NumPy's .npy format, read: one array, versions 1 to 3 (numpy/lib/format.py).
import { UserError } from '../errors.ts';
import { half } from '../float16.ts';
import { product } from '../tensors.ts';

type Read = (data: DataView, at: number) => number;

/** By NumPy's code of the dtype, without the byte order: bytes and how one element is read, little endian. */
const elements: Readonly<Record<string, readonly [bytes: number, read: Read]>> = {
  f8: [8, (data, at) => data.getFloat64(at, true)],
  f4: [4, (data, at) => data.getFloat32(at, true)],
  f2: [2, (data, at) => half(data.getUint16(at, true))],
  i8: [8, (data, at) => Number(data.getBigInt64(at, true))],
  i4: [4, (data, at) => data.getInt32(at, true)],
  i2: [2, (data, at) => data.getInt16(at, true)],
  i1: [1, (data, at) => data.getInt8(at)],
  u4: [4, (data, at) => data.getUint32(at, true)],
  u2: [2, (data, at) => data.getUint16(at, true)],
  u1: [1, (data, at) => data.getUint8(at)],
  b1: [1, (data, at) => data.getUint8(at)],
};

/** @throws UserError for bytes that are no such array, for other dtypes, Fortran's order and big endian numbers */
export function decodeNpy(bytes: Uint8Array): { readonly shape: readonly number[]; readonly values: Float64Array } {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || String.fromCharCode(...bytes.subarray(1, 6)) !== 'NUMPY')
    throw new UserError('expected an array of NumPy, got other bytes');
  const isFirst = bytes[6] === 1;
  const begin = isFirst ? 10 : 12;
  const end = begin + (isFirst ? data.getUint16(8, true) : data.getUint32(8, true));
  const header = new TextDecoder().decode(bytes.subarray(begin, end));
  const code = /'descr': *'([^']*)'/.exec(header)?.[1] ?? '';
  const axes = /'shape': *\(([\d, ]*)\)/.exec(header)?.[1];
  const known = /^[<|]/.test(code) && Object.hasOwn(elements, code.slice(1)) ? elements[code.slice(1)] : undefined;
  if (!known)
    throw new UserError(`expected numbers, little endian, got dtype ${code || 'none'}: save x.astype('float32')`);
  if (!/'fortran_order': *False/.test(header)) throw new UserError('expected rows first: save np.ascontiguousarray(x)');
  if (axes === undefined) throw new UserError('the header has no shape');
  const shape = axes.split(',').flatMap((axis) => (axis.trim() === '' ? [] : [Number(axis)]));
  const [size, read] = known;
  if (end + product(shape) * size !== bytes.length)
    throw new UserError(
      `${bytes.length - Math.min(end, bytes.length)} bytes do not fit the shape [${shape.join(', ')}] of ${code}`,
    );
  return { shape, values: Float64Array.from({ length: product(shape) }, (_, i) => read(data, end + i * size)) };
}
