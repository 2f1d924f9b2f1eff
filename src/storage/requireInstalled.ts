// Packages that are installed next to this one, loaded from the disk synchronously.
import { createRequire } from 'node:module';

/** The exports of an installed package, undefined where it cannot be loaded. */
export function requireInstalled(name: string): unknown {
  try {
    return createRequire(import.meta.url)(name);
  } catch {
    return undefined;
  }
}
