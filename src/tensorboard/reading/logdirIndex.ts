// Counts of a logdir's runs, kept in the user's cache folder. One file for each logdir:
//   ["gmlp-viz logdir", 1, <the logdir>, <sha256 of all lines after this one>]
//   [<run>, [[<file>, <size>, <version>, <settled>], …], <end>, <probe>, <counts>]
// A file that is anything else is ignored, and the logdir is read anew.
import { createHash } from 'node:crypto';
import { readCached, writeCached } from '../../storage/cacheFolder.ts';
import { type Saved, SavedRow } from './savedRow.ts';

const kind = 'logdirs';
const format = 'gmlp-viz logdir';
// raised whenever events are counted otherwise, or the rows change
const version = 1;

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
  readonly #identity: string;
  readonly #known: ReadonlyMap<string, string>;
  readonly #read = new Map<string, string>();

  /** @param identity the logdir's one name */
  constructor(identity: string) {
    this.#identity = identity;
    this.#known = this.#lines();
  }

  /** What the index holds of a run; undefined where it is not known. */
  run(run: string): IndexedRun | undefined {
    const line = this.#known.get(run);
    if (line === undefined) return undefined;
    try {
      const values = JSON.parse(line);
      const row = new SavedRow(values);
      row.text();
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
    this.#read.set(run, JSON.stringify([run, fileRows, end ?? null, probe, counts]));
  }

  /** Writes the index if a run was read. @param runs all runs of the logdir: others are forgotten */
  save(runs: ReadonlySet<string>): void {
    if (this.#read.size === 0) return;
    // another process may have read other runs meanwhile
    const lines = new Map([...this.#lines(), ...this.#read]);
    const body = [...lines].flatMap(([run, line]) => (runs.has(run) ? [line] : [])).join('\n');
    const head = JSON.stringify([format, version, this.#identity, sha256(body)]);
    writeCached(kind, this.#fileName, `${head}\n${body}`);
  }

  get #fileName(): string {
    return `${sha256(this.#identity).slice(0, 32)}.jsonl`;
  }

  /** The lines of the index by run, as they are on the disk now; none of a file that is not whole. */
  #lines(): Map<string, string> {
    const lines = new Map<string, string>();
    const text = readCached(kind, this.#fileName) ?? '';
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    const head = JSON.stringify([format, version, this.#identity, sha256(body)]);
    if (end < 0 || text.slice(0, end) !== head) return lines;
    for (const line of body.split('\n')) {
      // a run is the first value of its line, and a text
      const [run] = /(?<=^\[)"(?:[^"\\]|\\.)*"/.exec(line) ?? [];
      try {
        if (run !== undefined) lines.set(JSON.parse(run), line);
      } catch {
        // no line of ours
      }
    }
    return lines;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
