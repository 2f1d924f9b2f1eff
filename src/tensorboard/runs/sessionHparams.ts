// Hyperparameters of a run.
import { tensorboard as plugins } from '../../proto/generated/plugins.js';
import type { ReadValue } from '../reading/readValue.ts';
import { readPieces } from './readPieces.ts';
import { quietly, type RunOptions, visitRun } from './visitRun.ts';

/** The value of a hyperparameter in a file. */
export type HparamValue = string | number | boolean;

/** Hyperparameters by name. */
export type RunHparams = Readonly<Record<string, HparamValue>>;

const sessionTag = '_hparams_/session_start_info';

/**
 * The hyperparameters of a run's last session; undefined where it tells none. Corrupt bytes are skipped without a word.
 * @throws the storage's errors
 */
export async function hparamsIn(files: readonly string[], options: RunOptions): Promise<RunHparams | undefined> {
  return readHparams(files, options, () => Number.POSITIVE_INFINITY);
}

/**
 * Returns what `hparamsIn` returns, in less time: searches the bytes of each file for the tag, and decodes events only up to
 * its last occurrence. Most files have none, the others at the start.
 */
export async function searchHparams(files: readonly string[], options: RunOptions): Promise<RunHparams | undefined> {
  return readHparams(files, options, (file) => endOfLast(Buffer.from(sessionTag), file, options));
}

async function readHparams(
  files: readonly string[],
  options: RunOptions,
  endOf: (file: string) => number | Promise<number>,
): Promise<RunHparams | undefined> {
  let hparams: RunHparams | undefined;
  const other = (value: ReadValue): void => {
    hparams = sessionHparams(value) ?? hparams;
  };
  for (const file of files) {
    const end = await endOf(file);
    if (end > 0) await visitRun([file], { other }, quietly(options), end);
  }
  return hparams;
}

/** The index in a file after the last occurrence of some bytes; 0 without one. */
async function endOfLast(wanted: Uint8Array, path: string, options: RunOptions): Promise<number> {
  // bytes at the start of the buffer are the last ones of the piece before: an occurrence may begin in them
  let [buffer, held, base, end] = [Buffer.alloc(0), 0, 0, 0];
  const room = (count: number): Uint8Array => {
    if (buffer.length < held + count) buffer = Buffer.concat([buffer.subarray(0, held)], held + count);
    return buffer.subarray(held, held + count);
  };
  const filled = (count: number): void => {
    const length = held + count;
    const found = buffer.subarray(0, length).lastIndexOf(wanted);
    if (found >= 0) end = base + found + wanted.length;
    held = Math.min(length, wanted.length - 1);
    buffer.copyWithin(0, length - held, length);
    base += length - held;
  };
  await readPieces(path, { room, filled }, options);
  return end;
}

/** The hyperparameters in a value; undefined for a value of another tag, one without hyperparameters, and corrupt ones. */
export function sessionHparams({ tag, content }: Pick<ReadValue, 'tag' | 'content'>): RunHparams | undefined {
  if (tag !== sessionTag) return undefined;
  try {
    const { sessionStartInfo } = plugins.hparams.HParamsPluginData.decode(content ?? new Uint8Array());
    const entries = Object.entries(sessionStartInfo?.hparams ?? {}).flatMap(([name, value]) => {
      const plain = value.stringValue ?? value.numberValue ?? value.boolValue;
      return plain === null || plain === undefined ? [] : [[name, plain] as const];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  } catch {
    return undefined;
  }
}
