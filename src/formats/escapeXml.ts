// Users' names in XML.
import { spelled } from '../text/printable.ts';

/** A name for XML's text and attributes, on one line. XML has no way to hold U+FFFE and U+FFFF. */
export const escapeXml = (text: string): string =>
  spelled(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
