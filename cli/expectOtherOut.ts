// Keeps the result of a command from replacing a file that the command reads.
import { realpathSync } from 'node:fs';
import { UserError } from '../src/errors.ts';
import { modelFile } from './model/modelProject.ts';

/**
 * Refuses an `out` that another word or option of a command line names too, by whatever path or link.
 * @param values the words and options, by name
 * @throws UserError with the path that would be replaced
 */
export function expectOtherOut({ out, ...read }: Readonly<Record<string, unknown>>): void {
  const target = typeof out === 'string' ? filePath(out) : undefined;
  if (target === undefined) return;
  for (const word of Object.values(read).flat())
    if (typeof word === 'string' && pathsIn(word).some((path) => filePath(path) === target))
      throw new UserError(`--out ${out} would replace ${word}, which is read: name another file`);
}

/** The paths that a word may stand for: itself, the file before `#export`, the model.json in a folder, the file after `name=`. */
function pathsIn(word: string): string[] {
  const file = word.replace(/#.*$/s, '');
  return [word, file, modelFile(word), file.slice(file.indexOf('=') + 1)];
}

/** The path of a file or folder without links; undefined where there is none. */
function filePath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
