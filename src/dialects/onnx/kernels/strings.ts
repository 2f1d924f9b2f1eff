// Kernels that take strings: ONNX has few ops of them.
import { noRule } from '../../../kernels/noRule.ts';
import type { strings as shapes } from '../../../kernels/shapes/strings.ts';
import type { LoweringRow } from '../operand.ts';

export const strings = {
  StaticRegexReplace: noRule('no op replaces a part of a string'),
  StringNGrams: noRule('no op makes n-grams of strings'),
  StringSplit: noRule('StringSplit pads each row, and tf.js lists the parts of all rows'),
  StringToHashBucketFast: noRule('no op hashes a string'),
} satisfies Record<keyof typeof shapes, LoweringRow>;
