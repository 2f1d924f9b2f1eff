// Tells whether files that were made are newer than what they are made from.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param made a file, or a folder of files, that may be there
 * @param sources paths of files and folders
 * @param without paths among the sources that are made too
 */
export function isFresh(made, sources, without = []) {
  /** When a file, or the newest file and folder inside a folder, changed last. */
  const changed = (path) => {
    if (without.includes(path)) return 0;
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.mtimeMs;
    return Math.max(...readdirSync(path).map((name) => changed(join(path, name))));
  };
  const files = !existsSync(made)
    ? []
    : statSync(made).isDirectory()
      ? readdirSync(made).map((name) => join(made, name))
      : [made];
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return files.length > 0 && sources.every((path) => changed(path) < oldest);
}
