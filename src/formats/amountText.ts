// Amounts in a few characters: `19.4 M`, `1.15 MiB`, `3.40 ms`.
import type { AmountName, PictureAmounts, PictureShape } from '../graph/picture/picture.ts';

/** Three digits, as `19.0`; a whole number without a unit as it is. */
function threeDigits(value: number): string {
  if (value === 0) return '0';
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

const unknown = '--';

function scaled(value: number, base: number, units: readonly string[]): string {
  if (Number.isNaN(value)) return unknown;
  let at = 0;
  let rest = value;
  // what would be rounded to the next unit is of that unit
  while (at < units.length - 1 && Math.round(rest) >= base) {
    rest /= base;
    at++;
  }
  const digits = at === 0 && Number.isInteger(value) ? String(value) : threeDigits(rest);
  return units[at] === '' ? digits : `${digits} ${units[at]}`;
}

export const countText = (count: number): string => scaled(count, 1000, ['', 'k', 'M', 'G', 'T', 'P']);

export const amountTexts = {
  params: countText,
  macs: (macs) => `${countText(macs)} MACs`,
  memoryBytes: (bytes) => scaled(bytes, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB']),
  timeMs: (ms) => scaled(1000 * ms, 1000, ['µs', 'ms', 's']),
} satisfies Record<AmountName, (amount: number) => string>;

export const amountTitles = {
  params: 'parameters',
  macs: 'multiply-adds',
  memoryBytes: 'memory of outputs',
  timeMs: 'time',
} satisfies Record<AmountName, string>;

/** The amounts of a box that are more than nothing, each with its text; an unknown one is `--`. */
export const shownAmounts = (amounts: PictureAmounts, names: readonly AmountName[]): [AmountName, string][] =>
  names.flatMap((name) => {
    const amount = amounts[name];
    return amount === undefined || amount === 0 ? [] : [[name, amountTexts[name](amount)]];
  });

/** The same texts for a label: of several amounts the number of parameters says what it is. */
export const amountLabels = (amounts: PictureAmounts, names: readonly AmountName[]): string[] =>
  shownAmounts(amounts, names).map(([name, text]) => (name === 'params' && names.length > 1 ? `${text} params` : text));

/** `1×196×256`; `?` for an axis whose size is open, its expression where that is known, '' where not even the rank is known. */
export function shapeText(shape: PictureShape): string {
  if (shape === null) return '';
  return shape.length === 0 ? 'scalar' : shape.map(sizeText).join('×');
}

/** An expression of open axes has parentheses around a sum. */
function sizeText(size: number | string): string {
  if (typeof size === 'number') return size < 0 ? '?' : `${size}`;
  const outside = size.replace(/⌊[^⌋]*⌋|⌈[^⌉]*⌉|\([^()]*\)/g, '');
  return /[-+]/.test(outside) ? `(${size})` : size;
}
