// Words of the options of pictures.
import type { Direction } from '../graph/layout/layout.ts';
import type { AmountName } from '../graph/picture/picture.ts';

/** Amounts as users call them. */
export const amountWords = {
  params: 'params',
  macs: 'macs',
  memory: 'memoryBytes',
  time: 'timeMs',
} satisfies Record<string, AmountName>;

/**
 * An amount of a box of a picture: elements of parameters, multiply-adds, bytes of outputs, or milliseconds.
 * @useDeclaredType
 */
export type AmountWord = keyof typeof amountWords;
export const amountNames = Object.keys(amountWords) as readonly AmountWord[];

/** What the boxes of an SVG are coloured by: what they do, or their share of an amount. */
export type ColorWord = 'type' | AmountWord;
export const colorWords: readonly ColorWord[] = ['type', ...amountNames];

export const directions = ['down', 'right'] as const satisfies readonly Direction[];

export const themes = ['auto', 'light', 'dark'] as const;
/**
 * The colours of an SVG; `auto` follows the reader's settings.
 * @useDeclaredType
 */
export type Theme = (typeof themes)[number];
