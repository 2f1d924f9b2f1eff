// A first pass over the files of one run: its restarts, which discard points of earlier events, and its hyperparameters.
import { tensorboard } from '../../proto/generated/messages.js';
import { tensorboard as plugins } from '../../proto/generated/plugins.js';
import { storageOf } from '../../storage/storages.ts';
import { RecordScanner } from '../reading/scanner.ts';

/** The value of a hyperparameter in a file. */
export type HparamValue = string | number | boolean;

/** A SessionLog START: TensorBoard drops the run's earlier points of `step` and later steps. */
export interface Restart {
  /** the index of the file among the run's files */
  readonly file: number;
  /** the index of the event in the file, in bytes */
  readonly offset: number;
  readonly step: number;
}

/** Facts of one run that its points depend on. */
export interface RestartsAndHparams {
  /** in the order of the files */
  readonly restarts: readonly Restart[];
  /** those of the run's last session; undefined where it tells none */
  readonly hparams: Readonly<Record<string, HparamValue>> | undefined;
}

const chunkBytes = 1 << 18;
const sessionTag = '_hparams_/session_start_info';
const sessionTagBytes = new TextEncoder().encode(sessionTag);

// field number and wire type of an Event's fields, as protobuf's writers order them
const [wallTimeKey, stepKey, versionKey, graphKey, summaryKey] = [9, 16, 26, 34, 42];
// of the fields of a Summary and of a Summary.Value
const [valueKey, tagKey] = [10, 10];

/**
 * Reads the files of a run for their restarts and hyperparameters. Corrupt bytes are skipped without a word.
 * @param onBytes is called with a file's path and the bytes that were read of it
 * @throws the file system's errors
 */
export async function firstPass(
  files: readonly string[],
  onBytes: (file: string, bytes: number) => void = () => undefined,
): Promise<RestartsAndHparams> {
  const restarts: Restart[] = [];
  let hparams: RestartsAndHparams['hparams'];
  for (const [file, path] of files.entries())
    await scanFile(path, onBytes, (data, offset) => {
      const event = decoded(data);
      if (event?.sessionLog?.status === tensorboard.SessionLog.SessionStatus.START)
        restarts.push({ file, offset, step: Number(event.step ?? 0) });
      for (const { tag, metadata } of event?.summary?.value ?? [])
        hparams = sessionHparams({ tag, content: metadata?.pluginData?.content }) ?? hparams;
    });
  return { restarts, hparams };
}

/** Calls `each` with the events of a file that may hold a restart or hyperparameters. */
async function scanFile(
  path: string,
  onBytes: (file: string, bytes: number) => void,
  each: (data: Uint8Array, offset: number) => void,
): Promise<void> {
  const scanner = new RecordScanner({ onCorruption: 'resync', source: path, reportCorruption: () => undefined });
  const read = (bytes: Uint8Array, _: DataView, from: number, to: number, offset: number): boolean => {
    if (mayTell(bytes, from, to)) each(bytes.subarray(from, to), offset);
    return true;
  };
  const file = await storageOf(path).open(path);
  try {
    for (let more = true, total = 0; more; ) {
      const count = await file.read(scanner.room(chunkBytes).subarray(0, chunkBytes));
      more = count > 0;
      scanner.filled(count);
      scanner.scan(read, !more);
      total += count;
      onBytes(path, total);
    }
  } finally {
    await file.close();
  }
}

/** Whether an event may hold a restart or hyperparameters; false of scalars, histograms and graphs without decoding them. */
function mayTell(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  if (bytes[at] === wallTimeKey) at += 9;
  if (bytes[at] === stepKey) at = afterVarint(bytes, at + 1);
  const key = bytes[at];
  if (key === versionKey || key === graphKey || at >= to) return false;
  if (key !== summaryKey) return true;
  for (at = afterVarint(bytes, at + 1); at < to; ) {
    if (bytes[at] !== valueKey) return true;
    const length = varint(bytes, at + 1);
    const inside = afterVarint(bytes, at + 1);
    // a value whose tag does not come first is decoded
    if (bytes[inside] !== tagKey || startsWith(bytes, inside + 2, sessionTagBytes)) return true;
    at = inside + length;
  }
  return false;
}

function afterVarint(bytes: Uint8Array, at: number): number {
  let next = at;
  while (bytes[next]! > 127) next += 1;
  return next + 1;
}

function varint(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at, scale = 1; ; i++, scale *= 128) {
    value += (bytes[i]! & 127) * scale;
    if (!(bytes[i]! > 127)) return value;
  }
}

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[at + i] !== prefix[i]) return false;
  return true;
}

function decoded(data: Uint8Array): tensorboard.Event | undefined {
  try {
    return tensorboard.Event.decode(data);
  } catch {
    return undefined;
  }
}

/** Hyperparameters in a value; undefined where it is none of their tag. */
export function sessionHparams({
  tag,
  content,
}: {
  readonly tag?: string | null | undefined;
  readonly content?: Uint8Array | null | undefined;
}): RestartsAndHparams['hparams'] {
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
