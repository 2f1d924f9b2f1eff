// Text that UTF-8 can hold. In: a string of JavaScript, which may have half a surrogate pair. Out: a string without.

/** U+FFFD in place of each half of a pair, as TextEncoder has it. */
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
