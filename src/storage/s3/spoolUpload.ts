// Sends the files of one spool in their order, each object once. Files that wait are joined into one object.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { eventFileStem } from '../eventFileName.ts';
import type { ObjectStore } from './objectStore.ts';
import { s3Path } from './s3Address.ts';
import {
  randomName,
  readProgress,
  removeSpool,
  type SpoolFile,
  type SpoolProgress,
  type SpoolTarget,
  spoolFiles,
  writeProgress,
} from './spoolFolder.ts';
import { StoreError } from './storeError.ts';

// a name has a random part: whoever finds several taken talks to a server that refuses all
const maxStems = 4;

/** One spool on its way to the store. */
export class SpoolUpload {
  readonly folder: string;
  readonly target: SpoolTarget;
  /** an object of segments holds so many bytes at most, or one segment */
  readonly segmentBytes: number;
  readonly #store: ObjectStore;
  readonly #head: Uint8Array;
  #progress: SpoolProgress;
  /** bytes of files that the store has now */
  sentBytes = 0;
  /** objects that the store has now */
  sentObjects = 0;

  constructor(folder: string, target: SpoolTarget, store: ObjectStore, segmentBytes: number) {
    this.folder = folder;
    this.target = target;
    this.#store = store;
    this.segmentBytes = segmentBytes;
    this.#head = Buffer.from(target.head, 'base64');
    this.#progress = readProgress(folder);
    // a process may end between an object's success and the removal of its files
    for (const file of spoolFiles(folder)) if (file.number < this.#progress.sent) rmSync(file.path, { force: true });
  }

  /** Files with lower numbers are sent. */
  get sent(): number {
    return this.#progress.sent;
  }

  /** The path of the first object; undefined until its name is chosen. */
  get path(): string | undefined {
    return this.#progress.stem === undefined ? undefined : s3Path({ ...this.target.run, key: this.#keyOf(0) });
  }

  /** Files that wait and are sealed. */
  get waiting(): readonly SpoolFile[] {
    return spoolFiles(this.folder).filter(({ kind, number }) => kind !== 'open' && number >= this.#progress.sent);
  }

  /**
   * Sends the files that wait first: an object of segments, or one whole file.
   * @returns false where nothing waits
   * @throws StoreError
   */
  async sendNext(): Promise<boolean> {
    const files = this.#nextObject();
    const [first] = files;
    if (!first) return false;
    const contents = files.map(({ path }) => readFileSync(path));
    if (first.kind === 'object') await this.#putFile(contents[0]!);
    else await this.#putSegment(files.at(-1)!.number + 1, Buffer.concat([this.#head, ...contents]));
    this.sentBytes += contents.reduce((sum, { length }) => sum + length, 0);
    this.sentObjects += 1;
    const { stem, next } = this.#progress;
    const sent = files.at(-1)!.number + 1;
    this.#keep({ ...(stem !== undefined && { stem }), next: first.kind === 'object' ? next : next + 1, sent });
    for (const { path } of files) rmSync(path, { force: true });
    return true;
  }

  /** Removes the folder, of which all is sent. */
  remove(): void {
    removeSpool(this.folder);
  }

  /** Files of the next object: the same ones again where it was tried before, since its key may be taken by them. */
  #nextObject(): readonly SpoolFile[] {
    const waiting = this.waiting;
    if (waiting[0]?.kind === 'object') return waiting.slice(0, 1);
    const { sending } = this.#progress;
    const begun = waiting.filter(({ number }) => sending !== undefined && number < sending);
    if (begun.length > 0) return begun;
    let bytes = 0;
    const end = waiting.findIndex(({ kind, path }, i) => {
      bytes += statSync(path).size;
      return kind === 'object' || (i > 0 && bytes > this.segmentBytes);
    });
    return end < 0 ? waiting : waiting.slice(0, end);
  }

  async #putSegment(sending: number, body: Uint8Array): Promise<void> {
    const { bucket } = this.target.run;
    for (let attempt = 0; attempt < maxStems; attempt++) {
      await this.#chooseNames();
      if (this.#progress.sending !== sending) this.#keep({ ...this.#progress, sending });
      const key = this.#keyOf(this.#progress.next);
      if (await this.#store.put(bucket, key, body, true)) return;
      if (await this.#holds(key, body)) return;
      const { stem: _, ...progress } = this.#progress;
      this.#keep(progress);
    }
    const clause = `${s3Path({ ...this.target.run, key: '' })} says of each of ${maxStems} new names that it is taken`;
    throw new StoreError(clause, true);
  }

  /** Whether an object whose key is taken is this very one, of which the answer was lost. */
  async #holds(key: string, body: Uint8Array): Promise<boolean> {
    try {
      const there = await this.#store.get(this.target.run.bucket, key);
      return there !== undefined && Buffer.compare(there, body) === 0;
    } catch (error) {
      // credentials that may write and not read: part of the name is random, so nobody else has taken it
      if (error instanceof StoreError && error.word === 'AccessDenied') return true;
      throw error;
    }
  }

  async #putFile(content: Buffer): Promise<void> {
    const end = content.indexOf('\n');
    const { key } = JSON.parse(content.subarray(0, end).toString()) as { key: string };
    await this.#store.put(this.target.run.bucket, key, content.subarray(end + 1), false);
  }

  #keep(progress: SpoolProgress): void {
    writeProgress(this.folder, progress);
    this.#progress = progress;
  }

  #keyOf(number: number): string {
    const { run, suffix } = this.target;
    return `${run.key}/${this.#progress.stem}.${`${number}`.padStart(8, '0')}${suffix}`;
  }

  /** Chooses the names of objects: they sort after all event files that the run has by now. @throws StoreError */
  async #chooseNames(): Promise<void> {
    if (this.#progress.stem === undefined) this.#keep({ ...this.#progress, stem: await this.#freeStem() });
  }

  async #freeStem(): Promise<string> {
    const { run, wallTime, host, pid } = this.target;
    const prefix = `${run.key}/`;
    const names: string[] = [];
    // names before these do not matter
    const after = `${prefix}${eventFileStem(wallTime, '', [])}`.slice(0, -1);
    try {
      for await (const { objects } of this.#store.list(run.bucket, { prefix, deep: false, after }))
        names.push(...objects.map(({ key }) => key.slice(prefix.length)));
    } catch (error) {
      // whoever may write and not list has names by this machine's clock
      if (!(error instanceof StoreError && error.word === 'AccessDenied')) throw error;
    }
    return `${eventFileStem(wallTime, host, names)}.${pid}.${randomName()}`;
  }
}
