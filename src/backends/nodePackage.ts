// Finds installed packages.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/**
 * Resolves a package to its main file, as `require` does: from the project of the file `beside` (a path or a URL), or else from
 * this library's; undefined where neither has the package.
 */
export function resolvePackage(packageName: string, beside: string): string | undefined {
  for (const from of [beside.startsWith('file:') ? beside : resolve(beside), import.meta.url]) {
    try {
      return createRequire(from).resolve(packageName);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return undefined;
}

/** The version of a package. @param path any file inside it */
export const versionOf = (packageName: string, path: string): string =>
  createRequire(path)(`${packageName}/package.json`).version;
