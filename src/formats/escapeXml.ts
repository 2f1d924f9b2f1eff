// Users' names in XML.
import { spelled } from '../text/printable.ts';

/** A name for XML's text and attributes, on one line. */
export const escapeXml = (text: string): string =>
  spelled(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
