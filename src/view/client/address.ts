// The selected box in the address of the page: `#path=model.0.sgu`.

import { wellFormed } from '../../wellFormed.ts';

const prefix = '#path=';

/** The path that an address names; undefined where it names none. */
export function pathIn(hash: string): string | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  const text = hash.slice(prefix.length);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Puts the path of the selected box into the address. */
export function addressed(path: string | undefined): void {
  // half a surrogate pair has no code in an address
  const hash = path === undefined ? '' : prefix + encodeURIComponent(wellFormed(path));
  history.replaceState(null, '', hash || location.pathname + location.search);
}
