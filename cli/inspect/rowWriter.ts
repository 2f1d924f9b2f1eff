// Rows of the table of all points, written as bytes into one buffer that is used again: millions of them are made.

import type { FoundRun } from '../../src/tensorboard/runs/findRuns.ts';
import { records } from '../../src/text/csvRecords.ts';
import { escapedJson } from '../../src/text/printable.ts';
import { hparamCell, hparamHead, jsonField, jsonNumber, type RowFormat } from './cells.ts';

const firstBytes = 1 << 16;
// of a row: its numbers, and the names of their fields
const maxNumberBytes = 128;

/** The texts around the numbers of a row. */
interface Layout {
  /** before the first row */
  readonly start: string;
  readonly between: string;
  /** after the last row */
  readonly end: string;
  /** the whole table without a row */
  readonly empty: string;
  head(run: string, tag: string): string;
  /** of a number of seconds since 1970 */
  time(wallTime: number): string;
  value(value: number): string;
  tail(hparams: FoundRun['hparams']): string;
}

function csv(names: readonly string[]): Layout {
  const heads = records([['run', 'tag', 'step', 'wall_time', 'value', ...names.map(hparamHead)]]);
  return {
    start: heads,
    between: '',
    end: '',
    empty: heads,
    head: (run, tag) => `${records([[run, tag]]).slice(0, -2)},`,
    time: (wallTime) => `,${wallTime},`,
    value: (value) => `${value}`,
    tail: (hparams) => (names.length > 0 ? `,${records([names.map((name) => hparamCell(hparams, name))])}` : '\r\n'),
  };
}

const json = (names: readonly string[]): Layout => ({
  start: '[\n',
  between: ',\n',
  end: '\n]\n',
  empty: '[]\n',
  head: (run, tag) => `{"run":${JSON.stringify(run)},"tag":${JSON.stringify(tag)},"step":`,
  time: (wallTime) => `,"wall_time":${jsonNumber(wallTime)},"value":`,
  value: jsonNumber,
  tail: (hparams) => {
    const fields = names.flatMap((name) => jsonField(hparamHead(name), hparamCell(hparams, name)));
    return `${fields.map((field) => `,${field}`).join('')}}`;
  },
});

const layouts = { csv, json } satisfies Readonly<Record<RowFormat, (names: readonly string[]) => Layout>>;

/** Writes rows of one format, run by run. */
export class RowWriter {
  readonly #layout: Layout;
  readonly #bytesOf: (text: string) => Uint8Array;
  #bytes: Uint8Array = new Uint8Array(firstBytes);
  #length = 0;
  #isEmpty = true;
  // before the next row
  #before: Uint8Array;
  readonly #between: Uint8Array;
  #run = '';
  #tail: Uint8Array = new Uint8Array();
  // by tag: the start of its rows
  readonly #heads = new Map<string, Uint8Array>();
  // many points have the time of the one before
  #lastTime = Number.NaN;
  readonly #time: Uint8Array = new Uint8Array(maxNumberBytes);
  #timeLength = 0;

  /** @param names of the hyperparameters, which stand beside the points */
  constructor(format: RowFormat, names: readonly string[]) {
    this.#layout = layouts[format](names);
    const encoder = new TextEncoder();
    this.#bytesOf = (text) => encoder.encode(format === 'json' ? escapedJson(text) : text);
    this.#before = this.#bytesOf(this.#layout.start);
    this.#between = this.#bytesOf(this.#layout.between);
  }

  /** Whether no row was written. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** The end of the table. */
  end(): string {
    return this.#isEmpty ? this.#layout.empty : this.#layout.end;
  }

  /** Begins the rows of a run. */
  begin({ run, hparams }: FoundRun): void {
    this.#run = run;
    this.#tail = this.#bytesOf(this.#layout.tail(hparams));
    this.#heads.clear();
  }

  /** Writes a row; `wallTime` in seconds since 1970. */
  add(tag: string, step: number, wallTime: number, value: number): void {
    const head = this.#heads.get(tag) ?? this.#headOf(tag);
    if (wallTime !== this.#lastTime) {
      this.#lastTime = wallTime;
      this.#timeLength = putAscii(this.#layout.time(wallTime), this.#time, 0);
    }
    this.#makeRoom(this.#before.length + head.length + this.#tail.length + 2 * maxNumberBytes);
    const bytes = this.#bytes;
    let at = put(this.#before, this.#before.length, bytes, this.#length);
    at = put(head, head.length, bytes, at);
    at = putAscii(`${step}`, bytes, at);
    at = put(this.#time, this.#timeLength, bytes, at);
    at = putAscii(this.#layout.value(value), bytes, at);
    this.#length = put(this.#tail, this.#tail.length, bytes, at);
    this.#before = this.#between;
    this.#isEmpty = false;
  }

  /** The rows since the last call, until the next row is written. */
  take(): Uint8Array {
    const rows = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return rows;
  }

  #headOf(tag: string): Uint8Array {
    const head = this.#bytesOf(this.#layout.head(this.#run, tag));
    this.#heads.set(tag, head);
    return head;
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (this.#length + count));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}

// loops, since a call of `set` or of an encoder takes longer than a few bytes

/** Puts the first bytes of a piece into `bytes`. @returns the index after them */
function put(piece: Uint8Array, length: number, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < length; i++) bytes[at + i] = piece[i]!;
  return at + length;
}

/** Puts a text of ASCII into `bytes`. @returns the index after it */
function putAscii(text: string, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}
