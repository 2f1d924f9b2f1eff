// Widths of texts in the reader's own font.

const fonts = { type: '600 12px', name: '400 12px', small: '400 11px' } as const;
export type FontName = keyof typeof fonts;

/** Measures a text in one of the page's fonts, in pixels. */
export type Ruler = (text: string, font: FontName) => number;

/** @param family the `font-family` of the page */
export function rulerFor(family: string): Ruler {
  const pen = document.createElement('canvas').getContext('2d')!;
  const known = { type: new Map<string, number>(), name: new Map<string, number>(), small: new Map<string, number>() };
  let current: FontName | undefined;
  return (text, font) => {
    const width = known[font].get(text);
    if (width !== undefined) return width;
    if (current !== font) pen.font = `${fonts[font]} ${family}`;
    current = font;
    // the page draws figures of one width, which a canvas cannot
    const { width: advance, actualBoundingBoxRight: ink } = pen.measureText(text.replace(/\d/g, '0'));
    // letters of some scripts reach further than where the next one begins
    const measured = Math.max(advance, ink);
    known[font].set(text, measured);
    return measured;
  };
}

/** Cuts a text in its middle to at most `width` pixels; '' where not even a few letters fit. */
export function cutTo(text: string, width: number, font: FontName, ruler: Ruler): string {
  // no letter is narrower than 2 px
  const isLong = text.length > width;
  if (!isLong && ruler(text, font) <= width) return text;
  // a surrogate pair is kept or left out as one: its halves would be spelled out
  const letters = isLong ? [...text.slice(0, width / 2), ...text.slice(-width / 2)] : [...text];
  let [low, high] = [0, letters.length - 1];
  const cut = (length: number): string => {
    const head = Math.ceil(length / 2);
    return [...letters.slice(0, head), '…', ...letters.slice(letters.length - length + head)].join('');
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ruler(cut(middle), font) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : cut(low);
}
