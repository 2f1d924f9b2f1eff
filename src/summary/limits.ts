// Budgets of a model, such as at most five million parameters, held against a summary: for checks in continuous integration.
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import { expectOptions } from '../options.ts';
import { grouped } from '../text/numberText.ts';
import { allUnknown } from './displayLines.ts';
import type { Facts } from './tableModel.ts';

/** The most that a model may cost; quantities that are left out have no limit. */
export interface Limits {
  /** Parameters; shared ones count once. */
  readonly params?: number | undefined;
  /** Multiply-adds of one forward pass, with the batch of the summary. */
  readonly macs?: number | undefined;
  /** Bytes of parameters, buffers and activations at the peak of an inference, with the batch of the summary. */
  readonly memory?: number | undefined;
}

/** One limit, and what the model has. */
export interface CheckedLimit {
  readonly quantity: keyof Limits;
  readonly value: number;
  readonly limit: number;
  readonly exceeded: boolean;
}

interface LimitRow {
  /** The subject of a message and the cell of a table. */
  readonly label: string;
  readonly unit: '' | ' B';
  /** Whether it is of a forward pass, and none of a model that was not run. */
  readonly ofRun: boolean;
  value(facts: Facts): number;
}

/** What can be limited. Options of the command, checks and tables are made from this table. */
const limitTable = {
  params: { label: 'params', unit: '', ofRun: false, value: ({ totals }) => totals.params },
  macs: { label: 'MACs', unit: '', ofRun: true, value: ({ totals }) => totals.macs },
  memory: {
    label: 'inference at its peak',
    unit: ' B',
    ofRun: true,
    value: ({ totals }) =>
      Object.values(totals.stateBytes).reduce((sum, bytes) => sum + bytes, totals.inferencePeakBytes),
  },
} satisfies Record<keyof Limits, LimitRow>;

/** Names of what can be limited. */
const limitNames = Object.keys(limitTable) as readonly (keyof Limits)[];

const rowOf = (quantity: keyof Limits): LimitRow => limitTable[quantity];

/**
 * Holds a summary against limits.
 * @param facts `summary(model).facts`
 * @param limits each a number of at least 0
 * @returns one entry for each limit that is given
 * @throws UserError for multiply-adds that are within the limit, and not all known; for multiply-adds and memory of a model
 * that was not run; for a limit that is no number
 * @example
 * const { facts } = summary(model);
 * for (const checked of checkLimits(facts, { params: 5e6, macs: 1e9 }))
 *   if (checked.exceeded) throw new Error(limitText(checked));
 */
export function checkLimits(facts: Facts, limits: Limits): readonly CheckedLimit[] {
  expectOptions(limits, limitNames);
  if (facts?.root === undefined)
    throw new UserError('checkLimits takes the facts of a summary: checkLimits(summary(model).facts, limits)');
  return limitNames.flatMap((quantity) => {
    const limit = limits[quantity];
    if (limit === undefined) return [];
    if (typeof limit !== 'number' || !(limit >= 0))
      throw new UserError(`the limit of ${quantity} must be a number of at least 0, got ${got(limit)}`);
    if (rowOf(quantity).ofRun && !facts.root.called)
      throw new UserError(`a model without an input is not run: a limit of ${quantity} cannot be checked`);
    const value = rowOf(quantity).value(facts);
    const exceeded = value > limit;
    if (quantity === 'macs' && !exceeded) expectKnown(facts);
    return [{ quantity, value, limit, exceeded }];
  });
}

/** @throws UserError where the multiply-adds of a kernel are not known */
function expectKnown({ root }: Facts): void {
  const unknown = allUnknown(root);
  if (unknown.length > 0)
    throw new UserError(
      `a limit of macs cannot be checked: the multiply-adds of ${unknown.join(', ')} are not known, and the others are within it`,
    );
}

/** A checked limit as a clause: `params over budget: 915,688 of at most 500,000`. */
export function limitText({ quantity, value, limit, exceeded }: CheckedLimit): string {
  const { label, unit } = rowOf(quantity);
  return `${label} ${exceeded ? 'over' : 'within'} budget: ${grouped(value)}${unit} of at most ${grouped(limit)}${unit}`;
}

/** Checked limits as cells of a table: what, the value, the limit, the outcome. */
export const limitCells = ({ quantity, value, limit, exceeded }: CheckedLimit): readonly string[] => {
  const { label, unit } = rowOf(quantity);
  return [label, `${grouped(value)}${unit}`, `${grouped(limit)}${unit}`, exceeded ? 'over budget' : 'within budget'];
};
