// The files of a spool as a writer fills them.
import { closeSync, fstatSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { spoolFile } from './spoolFolder.ts';

/** When a segment ends. */
export interface SegmentLimits {
  /** a segment of so many bytes ends */
  readonly segmentBytes: number;
  /** a segment of so many seconds ends; undefined for 2 % of the run's age, at least 30 and at most 600 */
  readonly segmentSeconds: number | undefined;
}

/** Appends to the open file of a spool, and seals it when it is a segment. */
export class SpoolWriter {
  readonly folder: string;
  readonly #limits: SegmentLimits;
  readonly #begun = performance.now();
  #number = 0;
  #descriptor: number | undefined;
  // whether the open file exists; a seal that failed leaves it without a descriptor
  #hasOpenFile = false;
  #openBytes = 0;
  #sealedAt = performance.now();

  constructor(folder: string, limits: SegmentLimits) {
    this.folder = folder;
    this.#limits = limits;
  }

  /** Files with lower numbers are sealed. */
  get sealed(): number {
    return this.#number;
  }

  /** @returns how many bytes the disk took. @throws the disk's error */
  append(bytes: Uint8Array): number {
    this.#descriptor ??= openSync(spoolFile(this.folder, this.#number, 'open'), this.#hasOpenFile ? 'a' : 'wx', 0o600);
    this.#hasOpenFile = true;
    const taken = writeSync(this.#descriptor, bytes);
    this.#openBytes += taken;
    return taken;
  }

  /** @throws UserError where the file was removed */
  expectLinked(): void {
    if (this.#descriptor !== undefined && fstatSync(this.#descriptor).nlink === 0)
      throw new UserError(`${this.folder} was removed while it was written`);
  }

  /** Whether the open segment is large enough to end, or the last one ended long ago. */
  get isDue(): boolean {
    if (this.#openBytes >= this.#limits.segmentBytes) return true;
    const now = performance.now();
    const age = (now - this.#begun) / 1000;
    const seconds = this.#limits.segmentSeconds ?? Math.min(600, Math.max(30, age / 50));
    return now - this.#sealedAt >= seconds * 1000;
  }

  /**
   * Ends the open segment, whose bytes are whole records.
   * @returns whether there was one
   * @throws the disk's error; the segment stays open
   */
  seal(): boolean {
    if (!this.#hasOpenFile) return false;
    this.abandon();
    renameSync(spoolFile(this.folder, this.#number, 'open'), spoolFile(this.folder, this.#number, 'sealed'));
    this.#hasOpenFile = false;
    this.#openBytes = 0;
    this.#sealedAt = performance.now();
    this.#number += 1;
    return true;
  }

  /** Adds a whole file, after the segment that is open. @returns its bytes on the disk */
  put(key: string, bytes: Uint8Array): number {
    this.seal();
    const path = spoolFile(this.folder, this.#number, 'object');
    const content = Buffer.concat([Buffer.from(`${JSON.stringify({ key })}\n`), bytes]);
    writeFileSync(`${path}.new`, content, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    this.#number += 1;
    return content.length;
  }

  /** Closes the open file and leaves it as it is. */
  abandon(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
