// TensorFlow ops of kernels that take strings.

import type { strings as shapes } from '../../../kernels/shapes/strings.ts';
import {
  cast,
  type LoweringRow,
  type Operand,
  type OpNode,
  operand,
  opNode,
  type Spec,
  typeAttribute,
} from './lowering.ts';

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
      ...typeAttribute(inputs[1]!.dtype, 'Tsplits'),
    },
  }),
  // TensorFlow returns int64 for this and the next kernel
  StringSplit: ({ skipEmpty }, _, [indices, values, shape]) => {
    const split: OpNode = {
      op: 'StringSplit',
      attributes: { skip_empty: { b: skipEmpty } },
      inputs: [0, 1],
      outputs: [int64(indices!), values!, int64(shape!)],
    };
    const part = (at: number): Operand => operand({ node: split, output: at }, split.outputs[at]!);
    return [cast(part(0), 'int32').source, { node: split, output: 1 }, cast(part(2), 'int32').source];
  },
  StringToHashBucketFast: ({ numBuckets }, [input], [y]) =>
    cast(opNode('StringToHashBucketFast', { num_buckets: { i: numBuckets } }, int64(y!), operand(0, input!)), 'int32')
      .source,
} satisfies Record<keyof typeof shapes, LoweringRow>;
