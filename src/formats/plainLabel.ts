// What a box is called in formats that draw it themselves.
import type { AmountName, PictureNode } from '../graph/picture/picture.ts';
import { spelled } from '../text/printable.ts';
import { amountLabels } from './amountText.ts';

const maxCharacters = 60;

/** `30 × gMLPBlock 0–29 · 19.0 M`, long parts cut in their middle. */
export function plainLabel(
  { type, name, count, amounts, state }: PictureNode,
  show: readonly AmountName[] = [],
): string {
  const words = type === name ? [type] : [type, name];
  const times = count === undefined ? [] : [`${count} ×`];
  const marks = state === undefined ? [] : [`(${state === 'notRun' ? 'not run' : state})`];
  const numbers = amountLabels(amounts, show).map((text) => `· ${text}`);
  return [...times, ...words.filter((word) => word !== '').map(shortened), ...marks, ...numbers].join(' ');
}

function shortened(text: string): string {
  const characters = [...spelled(text)];
  if (characters.length <= maxCharacters) return characters.join('');
  const half = (maxCharacters - 1) >> 1;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
