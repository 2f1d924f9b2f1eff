// Counts of a logdir's runs, kept in the user's cache folder. A line for each run:
//   <run> TAB [[[<file>, <size>, <version>, <settled>], …], <end>, <probe>, <counts>]
import { readCached, writeCached } from '../../storage/cacheFolder.ts';
import { type Saved, SavedRow } from './savedRow.ts';

const kind = 'logdirs';
// raised whenever events are counted otherwise, or the rows change
const version = 2;

/** An event file at the time when it was read. */
export interface IndexedFile {
  readonly name: string;
  readonly size: number;
  readonly version: string;
  /** whether its last change was so long ago that another one changes the version */
  readonly isSettled: boolean;
}

/** What was read of a run. */
export interface IndexedRun {
  /** in the order in which they were read */
  readonly files: readonly IndexedFile[];
  /** the index of the next record in the last file; undefined where reading cannot go on there */
  readonly end: number | undefined;
  /** a hash of bytes before `end` */
  readonly probe: string;
  readonly counts: unknown;
}

export class LogdirIndex {
  readonly #key: string;
  // rows by run, both as JSON, in which no tab stands
  readonly #known: ReadonlyMap<string, string>;
  readonly #read = new Map<string, string>();

  /** @param identity the logdir's one name */
  constructor(identity: string) {
    this.#key = `${version} ${identity}`;
    this.#known = this.#rows();
  }

  /** What the index holds of a run; undefined where it is not known. */
  run(run: string): IndexedRun | undefined {
    const text = this.#known.get(JSON.stringify(run));
    if (text === undefined) return undefined;
    try {
      const values = JSON.parse(text);
      const row = new SavedRow(values);
      const files = row.list((each) => ({
        name: each.text(),
        size: each.count(),
        version: each.text(),
        isSettled: each.count() === 1,
      }));
      return { files, end: row.optionalNumber(), probe: row.text(), counts: values.at(-1) };
    } catch {
      return undefined;
    }
  }

  /** Takes what was read of a run. */
  set(run: string, { files, end, probe, counts }: IndexedRun & { readonly counts: Saved }): void {
    const fileRows = files.map((file) => [file.name, file.size, file.version, file.isSettled ? 1 : 0]);
    this.#read.set(JSON.stringify(run), JSON.stringify([fileRows, end ?? null, probe, counts]));
  }

  /** Writes the index if a run was read. @param runs all runs of the logdir: others are forgotten */
  save(runs: ReadonlySet<string>): void {
    if (this.#read.size === 0) return;
    // another process may have read other runs meanwhile
    const rows = new Map([...this.#rows(), ...this.#read]);
    const names = [...runs].map((run) => JSON.stringify(run));
    const body = names.flatMap((name) => (rows.has(name) ? [`${name}\t${rows.get(name)}`] : [])).join('\n');
    writeCached(kind, this.#key, body);
  }

  /** The rows of the index by run, as they are on the disk now. */
  #rows(): Map<string, string> {
    const body = readCached(kind, this.#key) ?? '';
    return new Map(
      body.split('\n').map((line) => {
        const tab = line.indexOf('\t');
        return [line.slice(0, tab), line.slice(tab + 1)];
      }),
    );
  }
}
