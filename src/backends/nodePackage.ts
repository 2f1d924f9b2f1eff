// Where npm put a package. In: its name, and a file of the project that asks. Out: what to load, and its version.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** The file that `require` takes for a package, in the project of the file `beside` (a path or a URL), or else in this one's. */
export function found(packageName: string, beside: string): string | undefined {
  for (const from of [beside.startsWith('file:') ? beside : resolve(beside), import.meta.url]) {
    try {
      return createRequire(from).resolve(packageName);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return undefined;
}

/** @param path of a file inside the package */
export const versionOf = (packageName: string, path: string): string =>
  createRequire(path)(`${packageName}/package.json`).version;
