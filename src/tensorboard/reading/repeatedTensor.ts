// Tensors of which one number stands for many. In: the numbers that are listed. Out: all of them, made when they are asked
// for: a record of 60 bytes may stand for 100 MB.
import type { ReadNumbers, ReadTensor } from './readTensorTypes.ts';

// more numbers than this no tensor is read into
const maxRepeated = 2 ** 24;
// expansions up to this size stay: a loop over `values` asks for them at every step
const maxKeptBytes = 2 ** 25;

interface Expansion {
  readonly listed: ReadNumbers;
  readonly values: ReadNumbers;
}
// the latest first
const kept: Expansion[] = [];

/**
 * The last of the listed elements stands for those that are not; without any all are 0.
 * @param parts numbers of an element, 2 of a complex one
 * @throws RangeError for more listed numbers than the shape has, and for more than 2^24 in all
 */
export function repeatedTensor(
  dtype: string,
  shape: readonly number[],
  listed: ReadNumbers,
  count: number,
  parts: number,
): ReadTensor {
  if (!(count > listed.length && count <= maxRepeated))
    throw new RangeError(`a tensor of ${count} numbers holds ${listed.length}`);
  return {
    dtype,
    shape,
    get values() {
      return expanded(listed, count, parts);
    },
  };
}

function expanded(listed: ReadNumbers, count: number, parts: number): ReadNumbers {
  const known = kept.find((expansion) => expansion.listed === listed);
  if (known) return known.values;
  const Numbers = listed.constructor as new (length: number) => Float32Array;
  const values = new Numbers(count);
  values.set(listed as Float32Array);
  if (listed.length >= parts) for (let at = listed.length; at < count; at++) values[at] = values[at - parts]!;
  kept.unshift({ listed, values });
  let bytes = 0;
  const few = kept.findIndex((expansion, i) => {
    bytes += expansion.values.byteLength;
    return i > 0 && bytes > maxKeptBytes;
  });
  if (few > 0) kept.length = few;
  return values;
}
