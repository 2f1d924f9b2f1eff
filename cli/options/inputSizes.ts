// The input sizes that `summary` takes, from `--input`, `--batch-size` and what the model says of itself.

import { UserError } from '../../src/errors.ts';
import type { StyleName } from '../../src/summary/styles.ts';
import type { SummaryOptions } from '../../src/summary/summaryInputs.ts';
import type { OpenInput } from '../../src/trace/inputs.ts';
import { withAskedBatch } from '../model/parseInput.ts';

export interface Sizes extends Pick<SummaryOptions, 'batchDim' | 'batchSize'> {
  readonly sizes: readonly (readonly number[])[];
}

/** The options that say how large the batch is and what needs one. */
export interface SizeRequest {
  readonly 'batch-size'?: number | undefined;
  readonly 'memory-budget'?: number | undefined;
}

/**
 * Without the batch, the first axis of every input, open unless `--input` says it; whole where the inputs have no one batch.
 * @throws UserError for a style that needs one batch where the inputs have several
 */
export function sizesOf(request: SizeRequest, inputs: readonly OpenInput[], style: StyleName): Sizes {
  const batches = [...new Set(inputs.map(({ shape }) => shape[0]))];
  const [batch] = batches;
  if (batches.length === 1 && batch !== undefined) {
    const asked = request['batch-size'];
    const sizes = withAskedBatch(inputs, asked, 1).map(({ shape }) => shape.slice(1));
    const batchSize = asked ?? batch;
    return { sizes, ...(batchSize !== null && { batchSize }) };
  }
  const { 'batch-size': asked, 'memory-budget': budget } = request;
  if (style === 'torchsummary' || budget !== undefined) {
    const found = batches.map((size) => size ?? (size === null ? 'one that is open' : 'none')).join(' and ');
    const needs = style === 'torchsummary' ? 'style torchsummary' : '--memory-budget';
    const other = style === 'torchsummary' ? ': --style table needs none' : '';
    throw new UserError(`${needs} needs one batch, the first axis of every input, got ${found || 'no input'}${other}`);
  }
  if (asked === -1) throw new UserError('--batch-size must be a whole number of at least 1, got -1');
  return { sizes: withAskedBatch(inputs, asked, 1).map(({ shape }) => shape), batchDim: null };
}
