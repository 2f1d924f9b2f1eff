// Budgets: options that end a command with exit code 1 where the model is over one.
import { UserError } from '../../src/errors.ts';
import type { Limits } from '../../src/summary/limits.ts';
import type { Facts } from '../../src/summary/tableModel.ts';
import { amount, bytes, grouped, type Values } from './schema.ts';

/** The most that a model may cost. */
export const limitOptions = grouped('Budgets: exit code 1, and a line on stderr for each that the model is over', {
  'max-params': amount('most parameters, such as 5M'),
  'max-macs': amount('most multiply-adds of a forward pass, such as 1G'),
  'max-memory': bytes('most memory of an inference, with parameters and buffers, such as 100MB or 96MiB'),
});

/**
 * The limits that were given; undefined without one.
 * @param isBatchOpen whether the table leaves the batch open
 * @throws UserError for a limit that depends on a batch which is open
 */
export function limitsOf(values: Values<typeof limitOptions>, isBatchOpen: boolean): Limits | undefined {
  const { 'max-params': params, 'max-macs': macs, 'max-memory': memory } = values;
  const ofBatch = macs !== undefined ? 'macs' : memory !== undefined ? 'memory' : undefined;
  if (ofBatch !== undefined && isBatchOpen)
    throw new UserError(
      `--max-${ofBatch} needs a batch, which style torchsummary leaves open: give --batch-size 1 or --style table`,
    );
  return params === undefined && ofBatch === undefined ? undefined : { params, macs, memory };
}

/** Clauses on the limits that the model is over. @throws UserError for a limit that cannot be checked */
export async function clausesOver(facts: () => Facts, limits: Limits | undefined): Promise<readonly string[]> {
  if (!limits) return [];
  const { checkLimits, limitText } = await import('../../src/summary/limits.ts');
  return checkLimits(facts(), limits)
    .filter(({ exceeded }) => exceeded)
    .map(limitText);
}
