// Users' names as text that every format can hold.

/** Spells out control characters, direction marks and halves of surrogate pairs, which would break a line or its order. */
export function safeText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** For XML's text and attributes. */
export const escapeXml = (text: string): string =>
  safeText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
