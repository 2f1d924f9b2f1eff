// How wide a text may become in whatever sans-serif or monospaced font a reader has, and texts cut to a width.

// DejaVu Sans, among the widest in use, in thousandths of the font's size, from U+0020 to U+007E
const regular =
  '318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838';
const bold =
  '348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 774 1103 771 724 725 457 365 457 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582 712 365 712 838';
/** Every character of a monospaced font. */
const monospaced = 610;
const tables = [regular, bold].map((list) => list.split(' ').map((width) => Math.max(Number(width), monospaced)));

/** Of characters that this package writes itself, in both weights. */
const own = new Map([
  ['×', 838],
  ['·', monospaced],
  ['–', monospaced],
  ['…', 1000],
]);
/** Letters of other alphabets, and Chinese ones and pictures. */
const letter = 700;
const wide = 1000;

function widthOfOther(character: string): number {
  const known = own.get(character);
  if (known !== undefined) return known;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  return character.codePointAt(0)! < 0x1100 ? letter : wide;
}

const isKnown = (text: string): boolean => /^[ -~×·–…]*$/.test(text);

/** Whether a text has characters whose width no table says: `textLength` must hold it in its box. */
export const needsLength = (text: string): boolean => !isKnown(text);

/** In pixels, for a font of `size` pixels; the weight is 400 or 600. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = tables[isBold ? 1 : 0]!;
  let sum = 0;
  for (const character of text) sum += table[character.codePointAt(0)! - 32] ?? widthOfOther(character);
  return (sum * size) / 1000;
}

/** Cuts a text in its middle, so that both what it begins and what it ends with are seen. */
export function cutToWidth(text: string, maxWidth: number, size: number, isBold = false): string {
  // no text of this many characters fits, however narrow they are
  const maxCharacters = Math.ceil((2 * maxWidth * 1000) / (monospaced * size)) + 2;
  if (text.length <= maxCharacters && textWidth(text, size, isBold) <= maxWidth) return text;
  const characters =
    text.length > 4 * maxCharacters ? [...text.slice(0, maxCharacters), ...text.slice(-maxCharacters)] : [...text];
  let [head, tail] = ['', ''];
  let left = maxWidth - textWidth('…', size, isBold);
  for (let i = 0; i < characters.length; i++) {
    const next = i % 2 === 0 ? characters[i / 2]! : characters[characters.length - 1 - (i - 1) / 2]!;
    left -= textWidth(next, size, isBold);
    if (left < 0) break;
    if (i % 2 === 0) head += next;
    else tail = next + tail;
  }
  return `${head}…${tail}`;
}
