// Colours of a terminal: escape sequences of ECMA-48, which take no width.

const sequence = '\u001b[';

/** The text, dim where `on`, such as the lines around cells. */
export const dim = (text: string, on: boolean): string => (on ? `${sequence}2m${text}${sequence}22m` : text);

/** The text, bold where `on`, such as totals. */
export const bold = (text: string, on: boolean): string => (on ? `${sequence}1m${text}${sequence}22m` : text);

// from this share of the whole on: red, yellow; green below
const large = 0.2;
const medium = 0.05;

/** The bar of a share, coloured by how large it is where `on`. */
export function shareColoured(text: string, share: number, on: boolean): string {
  if (!on || text.trim() === '') return text;
  return `${sequence}${share >= large ? 31 : share >= medium ? 33 : 32}m${text}${sequence}39m`;
}
