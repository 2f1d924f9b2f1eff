// Totals that grew between two models, held against the most that they may: for checks in continuous integration.
import { UserError } from '../errors.ts';
import { bytesText, grouped, percentText } from '../text/numberText.ts';
import { type Quantity, quantities, type SummaryDiff } from './summaryDiff.ts';

/** A total that is larger in the second model. */
export interface Growth {
  readonly quantity: Quantity;
  readonly before: number;
  readonly after: number;
  /** The difference as a share of `before`; Infinity where that is 0. */
  readonly share: number;
}

/** Names of the totals on the screen. */
export const quantityLabels = {
  params: 'params',
  trainable: 'trainable params',
  macs: 'MACs',
  inferencePeakBytes: 'inference peak beside params',
  trainingBytes: 'training step',
} satisfies Record<Quantity, string>;

/** A total as people read it, bytes in binary units. */
export const quantityText = (quantity: Quantity, value: number): string =>
  quantity.endsWith('Bytes') ? bytesText(value) : grouped(value);

/**
 * The totals that grew by more than a share of what they were.
 * @param maxShare 0.05 for 5%
 * @throws UserError for a share that is no number of at least 0
 * @example
 * for (const growth of exceededGrowth(diffSummaries(before, after), 0.05)) console.log(growthText(growth));
 */
export function exceededGrowth({ totals }: SummaryDiff, maxShare: number): readonly Growth[] {
  if (typeof maxShare !== 'number' || !(maxShare >= 0))
    throw new UserError(`the growth must be a share such as 0.05, got ${maxShare}`);
  return quantities
    .map((quantity) => {
      const { before, after } = totals[quantity];
      return { quantity, before, after, share: after === before ? 0 : (after - before) / before };
    })
    .filter(({ share }) => share > maxShare);
}

/** A growth as a clause: `params grew by 22.6%, from 915,688 to 1,123,082`. */
export function growthText({ quantity, before, after, share }: Growth): string {
  const amount = Number.isFinite(share) ? percentText(share) : 'more than any share of nothing';
  const [from, to] = [before, after].map((value) => quantityText(quantity, value));
  return `${quantityLabels[quantity]} grew by ${amount}, from ${from} to ${to}`;
}
