// `summary`, the call that torchsummary's users know. In: a model and its input sizes. Out: rows, totals, text.
import type { AnyModule } from '../nn/module.ts';
import { type InputSpec, trace } from '../trace/record.ts';
import { UserError } from '../userError.ts';
import { type Row, rows } from './rows.ts';
import { table } from './table.ts';
import { torchsummary } from './torchsummary.ts';

export type Size = readonly number[];
export interface SummaryOptions {
  /** what stands for the batch in the printed shapes and sizes: -1 (the default) or at least 1 */
  readonly batchSize?: number;
  readonly style?: Style;
  readonly dtypes?: readonly NonNullable<InputSpec['dtype']>[];
}

const styles = {
  torchsummary: (rows: readonly Row[], sizes: readonly Size[], batchSize: number) =>
    torchsummary(rows, sizes, batchSize),
  table: (rows: readonly Row[], _: readonly Size[], batchSize: number) => table(rows, batchSize),
};
export type Style = keyof typeof styles;
export const styleNames = Object.keys(styles) as readonly Style[];

export interface Summary {
  readonly rows: readonly Row[];
  readonly totals: { readonly params: number; readonly trainable: number };
  toString(): string;
}

/**
 * Traces one forward pass without numbers and tabulates it.
 * @param inputSize without the batch: [channels, height, width], or one such list per input
 * @throws UserError for a bad size, batch size or style, and whatever the model throws
 */
export function summary(model: AnyModule, inputSize: Size | readonly Size[], options: SummaryOptions = {}): Summary {
  const { batchSize = -1, style = 'torchsummary', dtypes = [] } = options;
  if (!Object.hasOwn(styles, style)) throw new UserError(`unknown style: ${style} (one of ${styleNames.join(', ')})`);
  if (batchSize !== -1 && !isCount(batchSize))
    throw new UserError(`batch size must be -1 or a whole number of at least 1, got ${batchSize}`);
  const sizes = (Array.isArray(inputSize[0]) ? inputSize : [inputSize]) as readonly Size[];
  for (const size of sizes)
    if (!size.every(isCount))
      throw new UserError(`input sizes must be whole numbers of at least 1, got [${size.join(', ')}]`);
  // the reference's batch of 2, which batch norm can train on
  const inputs = sizes.map((size, i) => ({ shape: [2, ...size], dtype: dtypes[i] ?? ('float32' as const) }));
  const facts = rows(trace(model, inputs));
  const params = facts.reduce((sum, row) => sum + row.params, 0);
  const trainable = facts.reduce((sum, row) => sum + (row.trainable ? row.params : 0), 0);
  return { rows: facts, totals: { params, trainable }, toString: () => styles[style](facts, sizes, batchSize) };
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
