// Folders of runs below a writer's own. In: names that users give. Out: names of folders.
import { wellFormed } from '../wellFormed.ts';

/** A run is one folder: separators of paths become `_`, as tensorboardX has it. */
export const folderOf = (name: string): string => wellFormed(name).replace(/[\\/]/g, '_');

/** Keeps the curves of a tag apart where the names of their folders are the same. */
export class CurveRuns {
  // by tag and folder, the key that has it
  readonly #keys = new Map<string, Map<string, string>>();

  /** `<mainTag>_<key>`, or the first of `_1`, `_2`, … that no other key of the tag has. */
  folderOf(mainTag: string, key: string): string {
    const taken = this.#keys.get(mainTag) ?? new Map<string, string>();
    this.#keys.set(mainTag, taken);
    const folder = folderOf(`${mainTag}_${key}`);
    let free = folder;
    for (let n = 1; (taken.get(free) ?? key) !== key; n++) free = `${folder}_${n}`;
    taken.set(free, key);
    return free;
  }
}
