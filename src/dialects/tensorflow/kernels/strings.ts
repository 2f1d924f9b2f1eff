// Kernels that take strings. In: attributes and values. Out: TensorFlow ops.

import type { strings as shapes } from '../../../kernels/shapes/strings.ts';
import { cast, type LoweringRow, type Spec, type Step, through, typed, type Wire, wire } from './lowering.ts';

/** JavaScript's `$1`, `$&` and `$$` in a replacement are RE2's `\1`, `\0` and `$`. */
const rewriteForRe2 = (rewrite: string): string =>
  rewrite.replace(/\\|\$(\$|&|\d)/g, (_, kind?: string) => {
    if (kind === undefined) return '\\\\';
    if (kind === '$') return '$';
    return `\\${kind === '&' ? 0 : kind}`;
  });

const int64 = (spec: Spec): Spec => ({ ...spec, dtype: 'int64' });

export const strings = {
  StaticRegexReplace: ({ pattern, rewrite, replaceGlobal }) => ({
    op: 'StaticRegexReplace',
    attributes: {
      pattern: { s: pattern },
      rewrite: { s: rewriteForRe2(rewrite) },
      replace_global: { b: replaceGlobal },
    },
  }),
  StringNGrams: ({ separator, nGramWidths, leftPad, rightPad, padWidth, preserveShortSequences }, inputs) => ({
    op: 'StringNGrams',
    attributes: {
      separator: { s: separator },
      ngram_widths: { ints: nGramWidths },
      left_pad: { s: leftPad },
      right_pad: { s: rightPad },
      pad_width: { i: padWidth },
      preserve_short_sequences: { b: preserveShortSequences },
      ...typed(inputs[1]!.dtype, 'Tsplits'),
    },
  }),
  // TensorFlow gives int64 here and in the next
  StringSplit: ({ skipEmpty }, _, [indices, values, shape]) => {
    const split: Step = {
      op: 'StringSplit',
      attributes: { skip_empty: { b: skipEmpty } },
      inputs: [0, 1],
      outputs: [int64(indices!), values!, int64(shape!)],
    };
    const part = (at: number): Wire => wire({ step: split, at }, split.outputs[at]!);
    return [cast(part(0), 'int32').from, { step: split, at: 1 }, cast(part(2), 'int32').from];
  },
  StringToHashBucketFast: ({ numBuckets }, [input], [y]) =>
    cast(through('StringToHashBucketFast', { num_buckets: { i: numBuckets } }, int64(y!), wire(0, input!)), 'int32')
      .from,
} satisfies Record<keyof typeof shapes, LoweringRow>;
