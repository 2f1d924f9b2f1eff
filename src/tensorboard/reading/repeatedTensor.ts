// Tensors that list fewer values than their shape has: a record of 60 bytes may stand for 100 MB, so that values are made
// when they are read.
import type { ReadNumbers, ReadTensor } from './readTensorTypes.ts';

// larger tensors are refused
const maxRepeated = 2 ** 24;
// a cache of this size: a loop over `values` reads the property at each step
const maxKeptBytes = 2 ** 25;

interface Expansion {
  readonly listed: ReadNumbers;
  readonly values: ReadNumbers;
}
// expansions that are cached, the latest first
const kept: Expansion[] = [];

/**
 * A tensor whose last listed element stands for all after it; where none is listed all are 0.
 * @param count numbers that the shape has
 * @param parts numbers per element, 2 for complex ones
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
