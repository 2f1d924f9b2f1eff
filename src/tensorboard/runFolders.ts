// Names of folders for runs below a writer's run.
import { UserError } from '../errors.ts';
import { wellFormed } from '../wellFormed.ts';

// the limit of Linux, macOS and most object stores' folders; a file system that takes less has its own error
const maxBytes = 255;
const maxShown = 40;
const utf8 = new TextEncoder();

/**
 * The folder of a run: separators of paths become `_`, as in tensorboardX.
 * @throws UserError for a name that no folder can have, in every storage alike
 */
export const folderOf = (name: string): string => expectName('a run', wellFormed(name).replace(/[\\/]/g, '_'));

/** @throws UserError for a name that no file or folder of a disk can have, with `what` as its owner */
export function expectName(what: string, name: string): string {
  if (name.includes('\0'))
    throw new UserError(`the name of ${what} must be without a NUL character, got ${shown(name)}`);
  const bytes = utf8.encode(name).length;
  if (bytes > maxBytes)
    throw new UserError(`the name of ${what} must be at most ${maxBytes} bytes, got ${bytes}: ${shown(name)}`);
  return name;
}

const shown = (name: string): string => JSON.stringify(name.length > maxShown ? `${name.slice(0, maxShown)}…` : name);

/** Gives each curve of a tag a folder of its own. */
export class CurveRuns {
  // the key that has a folder, by tag and folder
  readonly #keys = new Map<string, Map<string, string>>();

  /**
   * `<mainTag>_<key>` for each key, or the first with `_1`, `_2`, … at its end that no other key of the tag has.
   * @throws UserError for a key that makes no folder's name; then no key has a folder that it had not before
   */
  foldersOf(mainTag: string, keys: readonly string[]): string[] {
    const taken = this.#keys.get(mainTag) ?? new Map<string, string>();
    const added = new Map<string, string>();
    const ownerOf = (folder: string): string | undefined => taken.get(folder) ?? added.get(folder);
    const folders = keys.map((key) => {
      const folder = folderOf(`${mainTag}_${key}`);
      let free = folder;
      for (let n = 1; (ownerOf(free) ?? key) !== key; n++) free = expectName('a run', `${folder}_${n}`);
      if (!taken.has(free)) added.set(free, key);
      return free;
    });
    for (const [folder, key] of added) taken.set(folder, key);
    this.#keys.set(mainTag, taken);
    return folders;
  }
}
