// Text that UTF-8 can encode: a string of JavaScript may hold half a surrogate pair.

/** Replaces each half of a surrogate pair by U+FFFD, as TextEncoder does. */
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
