// Names of folders for runs below a writer's run.
import { wellFormed } from '../wellFormed.ts';

/** The folder of a run: separators of paths become `_`, as in tensorboardX. */
export const folderOf = (name: string): string => wellFormed(name).replace(/[\\/]/g, '_');

/** Gives each curve of a tag a folder of its own. */
export class CurveRuns {
  // the key that has a folder, by tag and folder
  readonly #keys = new Map<string, Map<string, string>>();

  /** `<mainTag>_<key>`, or the first with `_1`, `_2`, … at its end that no other key of the tag has. */
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
