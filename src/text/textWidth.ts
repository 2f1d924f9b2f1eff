import stringWidth from 'string-width';

/** Columns of a terminal that a text takes; ASCII is counted without string-width, which is slow. */
export const textWidth = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));
