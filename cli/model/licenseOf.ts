// The licence of a model: that of the package which its file belongs to.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expectRegularFile } from '../../src/storage/regularFile.ts';
import { isFile, isPath } from './modelProject.ts';

/**
 * The licence in the nearest package.json, as SPDX names it; undefined where there is none. A built-in model has this
 * package's.
 * @param word the model on the command line
 */
export function licenseOf(word: string): string | undefined {
  if (!isFile(word)) return undefined;
  let folder = isPath(word) ? dirname(resolve(word.replace(/#.*$/, ''))) : import.meta.dirname;
  for (;;) {
    const license = licenseIn(join(folder, 'package.json'));
    if (license !== undefined || dirname(folder) === folder) return license;
    folder = dirname(folder);
  }
}

function licenseIn(path: string): string | undefined {
  try {
    expectRegularFile(path);
    const { license } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof license === 'string' ? license : undefined;
  } catch {
    // no package, or none that can be read
    return undefined;
  }
}
