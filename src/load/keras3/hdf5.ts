// The arrays of a `model.weights.h5`: contiguous and uncompressed as Keras writes them, or as any other writer stored them.
// https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
import type { Dataset, Group } from 'jsfive';
import { UserError } from '../../errors.ts';
import { half } from '../../float16.ts';
import { product } from '../../tensors.ts';
import type { StoredArray, StoredArrays } from './storedArrays.ts';

// groups inside groups; Keras nests two for each layer inside a layer
const maxDepth = 200;
const maxObjects = 1_000_000;

/**
 * Lists the arrays of an HDF5 file by path, such as `layers/dense/vars/0`, in the order of their names.
 * @throws UserError for bytes that are no HDF5 file
 */
export async function hdf5Arrays(bytes: Uint8Array): Promise<StoredArrays> {
  const { File, Group } = await import('jsfive');
  const buffer =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
      ? (bytes.buffer as ArrayBuffer)
      : (bytes.slice().buffer as ArrayBuffer);
  const arrays = new Map<string, StoredArray>();
  let objects = 0;
  const walk = (group: Group, path: string, depth: number): void => {
    for (const name of group.keys) {
      objects += 1;
      if (depth > maxDepth || objects > maxObjects) throw new UserError('its groups have no end');
      const inner = group.get(name);
      if (inner instanceof Group) walk(inner, `${path}${name}/`, depth + 1);
      else if (inner) arrays.set(`${path}${name}`, stored(inner, `${path}${name}`, buffer));
    }
  };
  try {
    walk(new File(buffer, 'model.weights.h5'), '', 0);
  } catch (error) {
    throw new UserError(`model.weights.h5 cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  return arrays;
}

/** The reason of an error of jsfive, which throws texts where it checks, and stumbles over other bytes. */
function reasonOf(error: unknown): string {
  if (error instanceof Error)
    return error.constructor === Error || error instanceof UserError ? error.message : 'it is damaged';
  const text = String(error).split('\n')[0]!;
  if (text.startsWith('Incorrect file signature')) return 'it does not begin as an HDF5 file';
  // such as InvalidHDF5File('unknown dataspace message version')
  return /^\w+\(["'](.*?)["']?\)?$/.exec(text)?.[1] ?? text;
}

function stored(dataset: Dataset, path: string, buffer: ArrayBuffer): StoredArray {
  const shape = [...dataset.shape];
  return {
    shape,
    async read() {
      try {
        return elements(dataset, product(shape), buffer);
      } catch (error) {
        throw new UserError(`the array ${path} of model.weights.h5 cannot be read: ${reasonOf(error)}`, {
          cause: error,
        });
      }
    },
  };
}

/** jsfive's dtypes; opaque data, which it does not know, is Keras's bfloat16 where an attribute says so. */
function dtypeOf(dataset: Dataset): string {
  if (dataset.attrs.dtype === 'bfloat16') return 'bfloat16';
  const { dtype } = dataset;
  if (typeof dtype !== 'string') throw new UserError(`its dtype is ${JSON.stringify(dtype)}`);
  return dtype;
}

const widths: Readonly<Record<string, number>> = {
  '<f4': 4,
  '<f8': 8,
  '<f2': 2,
  bfloat16: 2,
  '<i1': 1,
  '<u1': 1,
  '<i4': 4,
  '<i8': 8,
};

function elements(dataset: Dataset, size: number, buffer: ArrayBuffer): Float32Array | Int32Array {
  const dtype = dtypeOf(dataset);
  const width = widths[dtype];
  if (width === undefined)
    throw new UserError(`its dtype is ${dtype}, expected one of ${Object.keys(widths).join(', ')}`);
  const bytes = contiguousBytes(dataset, size * width, buffer);
  if (bytes) return decoded(dtype, bytes);
  // an array of another length than its shape says takes memory that no file pays for
  if (size * width > 64 * buffer.byteLength) throw new UserError(`it claims ${size} elements`);
  const { value } = dataset;
  return dtype.includes('i') || dtype.includes('u') ? Int32Array.from(value) : Float32Array.from(value);
}

const layoutMessage = 8;

/**
 * The bytes of an array that is stored in one piece; undefined for another layout. Data layout message, version 3:
 * ┌ 1 byte: version ┬ 1 byte: class, 1 for contiguous ┬ 8 bytes: address ┬ 8 bytes: size ┐
 */
function contiguousBytes(dataset: Dataset, wanted: number, buffer: ArrayBuffer): ArrayBuffer | undefined {
  const at = dataset._dataobjects.find_msg_type(layoutMessage)[0]?.get('offset_to_message');
  if (at === undefined) throw new UserError('it has no data layout');
  const view = new DataView(buffer);
  if (view.getUint8(at) !== 3 || view.getUint8(at + 1) !== 1) return undefined;
  const address = view.getBigUint64(at + 2, true);
  // an array without elements has no address
  if (wanted === 0) return new ArrayBuffer(0);
  if (address + BigInt(wanted) > BigInt(buffer.byteLength)) throw new UserError('it ends after the end of the file');
  return buffer.slice(Number(address), Number(address) + wanted);
}

function decoded(dtype: string, bytes: ArrayBuffer): Float32Array | Int32Array {
  if (dtype === '<f4') return new Float32Array(bytes);
  if (dtype === '<i4') return new Int32Array(bytes);
  if (dtype === '<f8') return Float32Array.from(new Float64Array(bytes));
  if (dtype === '<f2') return Float32Array.from(new Uint16Array(bytes), half);
  if (dtype === '<i1') return Int32Array.from(new Int8Array(bytes));
  if (dtype === '<u1') return Int32Array.from(new Uint8Array(bytes));
  if (dtype === '<i8') return Int32Array.from(new BigInt64Array(bytes), Number);
  // bfloat16 is the upper half of a float32
  const upper = new Uint16Array(bytes);
  return new Float32Array(Uint32Array.from(upper, (bits) => bits * 2 ** 16).buffer);
}
