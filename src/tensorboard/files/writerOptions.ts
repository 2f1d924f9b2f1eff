// Options of a writer of event files, and the values that each takes.
import { countKind, type OptionKind, type OptionKinds, optionKinds } from '../../options.ts';
import type { WritableStorage } from '../../storage/storage.ts';

/** Options of a `SummaryWriter`. */
export interface SummaryWriterOptions {
  /** the folder of the run, created where it does not exist; `runs/<date>_<time>_<host><comment>` */
  readonly logdir?: string;
  /** the end of the folder's name where no logdir is given; empty */
  readonly comment?: string;
  /** the first step of a restarted training: TensorBoard discards steps of earlier files from it on; none */
  readonly purgeStep?: number;
  /** how many events may wait in memory before an `add*` writes them; 10 */
  readonly maxQueue?: number;
  /** how many seconds an event may wait in memory; 120 */
  readonly flushSecs?: number;
  /** the end of the file's name; empty */
  readonly filenameSuffix?: string;
  /** false: no folder and no file is created; true */
  readonly writeToDisk?: boolean;
  /** where the files are; the disk in Node, and no default in a browser: give `memoryStorage()` */
  readonly storage?: WritableStorage;
  /** the present time in seconds since 1970, for wall times and names; `Date.now() / 1000` */
  readonly clock?: () => number;
}

// a timer holds at most 2^31 - 1 milliseconds
const maxFlushSecs = 2_147_483;

// names have at most 255 bytes, and a host, a time and a number of the process stand before this part
const maxNamePartBytes = 128;
const utf8 = new TextEncoder();

/** A part of a file's or folder's name. */
const namePart: OptionKind = {
  must: `be a text without NUL and path separators, of at most ${maxNamePartBytes} bytes`,
  fits: (value) => typeof value === 'string' && !/[\\/\0]/.test(value) && utf8.encode(value).length <= maxNamePartBytes,
};

const storageMethods = ['join', 'create', 'read', 'replace', 'append'] satisfies (keyof WritableStorage)[];

/** The values that each option of a `SummaryWriter` takes. */
export const writerOptionKinds: OptionKinds<SummaryWriterOptions> = {
  logdir: {
    must: 'name a folder',
    fits: (value) => typeof value === 'string' && value !== '' && !value.includes('\0'),
  },
  comment: namePart,
  purgeStep: countKind(0),
  maxQueue: countKind(1),
  flushSecs: {
    must: `be between 0 and ${maxFlushSecs} seconds`,
    fits: (value) => typeof value === 'number' && value > 0 && value < maxFlushSecs,
  },
  filenameSuffix: namePart,
  writeToDisk: optionKinds.flag,
  storage: {
    must: 'be a storage such as memoryStorage()',
    fits: (value) =>
      optionKinds.object.fits(value) &&
      storageMethods.every((name) => typeof (value as WritableStorage)[name] === 'function'),
  },
  clock: {
    must: 'be a function that returns seconds since 1970',
    fits: (value) => typeof value === 'function',
  },
};
