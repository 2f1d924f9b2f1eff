// How many columns of a terminal a text takes. In: text. Out: a count.
import stringWidth from 'string-width';

// string-width takes microseconds for what plain letters answer at once
export const textWidth = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));
