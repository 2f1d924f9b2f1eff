// Shapes of kernels that take strings.
import type { KernelName } from '../kernelName.ts';
import { dataDependent } from '../noRule.ts';
import { like, type ShapeRow } from './shapeRule.ts';

export const strings = {
  StaticRegexReplace: like(),
  StringNGrams: dataDependent('the row splits say how many n-grams there are'),
  StringSplit: dataDependent('one element for each part of a string'),
  StringToHashBucketFast: like('int32'),
} satisfies Partial<Record<KernelName, ShapeRow>>;
