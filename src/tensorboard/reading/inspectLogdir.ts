// An overview of event files: runs with their tags, graphs and corrupt bytes.
import { addTo } from '../../addTo.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import { storageOf } from '../../storage/storages.ts';
import type { ReadingStart } from './batches.ts';
import { LogdirIndex } from './logdirIndex.ts';
import { TagMetadata } from './readValue.ts';
import { fileNow, fromStart, growthOf, type Resumption, resumed } from './resumeRun.ts';
import type { InspectedRun, RunFacts } from './runFacts.ts';
import { expectRuns, type RunFile, runFiles } from './runs.ts';
import type { Corruption } from './scanner.ts';
import { EventTail } from './tail.ts';
import { letSignalsIn, orAborted } from './waited.ts';

/** Options of `inspect`. */
export interface InspectOptions {
  /** runs whose name it matches: `*` stands for any letters, `?` for one; all runs */
  readonly run?: string | undefined;
  /** called after each batch of events with the file's path, and the bytes of it that were read */
  readonly onBatch?: (file: string, bytes: number) => void;
  /** reads what is new since the last call only, and keeps what was counted in the user's folder for caches; false */
  readonly index?: boolean;
  /** rejects with its reason once it is aborted; the index keeps the runs that were read until then; none */
  readonly signal?: AbortSignal;
}

const optionNames: OptionNames<InspectOptions> = { run: true, onBatch: true, index: true, signal: true };

/**
 * Reads all event files below a path, and counts their contents.
 * @param path an event file, or a folder of runs
 * @param options `run` chooses runs; `onBatch` is called while a file is read, with its path and the bytes that were read of it;
 * with `index` files are not read again that are as they were
 * @throws UserError for a path that does not exist or holds no event file, and for a pattern that no run matches
 */
export async function inspect(path: string, options: InspectOptions = {}): Promise<InspectedRun[]> {
  expectOptions(options, optionNames);
  const { signal } = options;
  const all = await orAborted(runFiles(path), signal);
  const files = new Map<string, RunFile[]>();
  for (const file of expectRuns(path, all, options.run)) addTo(files, file.run, file);
  const identity = options.index ? storageOf(path).identity(path) : undefined;
  const index = identity === undefined ? undefined : new LogdirIndex(identity);
  try {
    return await orAborted(
      inParallel([...files], ([run, ofRun]) => inspectRun(run, ofRun, index, options)),
      signal,
    );
  } finally {
    // what was read before an error is not read again
    index?.save(new Set(all.map(({ run }) => run)));
  }
}

// a store answers several requests in the time of one
const parallel = 8;

/** Runs `each` on some items at a time. @returns its results in the order of the items */
async function inParallel<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  const entries = items.entries();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (const [i, item] of entries) {
      if (hasFailed) return;
      results[i] = await each(item).catch((error) => {
        hasFailed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return results;
}

async function inspectRun(
  run: string,
  files: readonly RunFile[],
  index: LogdirIndex | undefined,
  { onBatch, signal }: InspectOptions,
): Promise<InspectedRun> {
  const onEvents = (file: string, bytes: number): void => {
    signal?.throwIfAborted();
    onBatch?.(file, bytes);
  };
  await letSignalsIn();
  signal?.throwIfAborted();
  const paths = files.map(({ path }) => path);
  const stamps = index ? files.map(fileNow).filter((file) => file !== undefined) : [];
  const isIndexed = index !== undefined && stamps.length === files.length;
  const known = isIndexed ? await resumed(index.run(run), files, stamps) : fromStart();
  const { facts, end } =
    (await countFiles(paths, known, onEvents)) ?? (await countFiles(paths, fromStart(), onEvents))!;
  if (isIndexed && known.file < files.length) {
    const growth = await growthOf(files.at(-1)!, stamps.at(-1)!, end);
    index.set(run, { files: stamps, ...growth, counts: facts.saved(paths) });
  }
  return facts.inspected(run, paths);
}

interface Counted {
  readonly facts: RunFacts;
  /** the index of the record that may come next in the last file; undefined after corrupt bytes */
  readonly end: number | undefined;
}

/** @returns undefined where the rest of a run is not understood without the events before it */
async function countFiles(
  paths: readonly string[],
  { facts, file, from }: Resumption,
  onEvents: (file: string, bytes: number) => void,
): Promise<Counted | undefined> {
  let end: number | undefined;
  const metadata = new TagMetadata();
  for (const [i, path] of paths.entries()) {
    if (i < file) continue;
    const tail = await countFile(path, { from: i === file ? from : 0, metadata }, facts, onEvents);
    const isWhole = file === 0 && from === 0;
    if (!isWhole && metadata.isMissing) return undefined;
    end = tail.nextRecord;
  }
  return { facts, end };
}

/** Counts the events of a file. @returns its closed tail */
async function countFile(
  path: string,
  start: ReadingStart,
  facts: RunFacts,
  onEvents: (file: string, bytes: number) => void,
): Promise<EventTail> {
  const reportCorruption = (found: Corruption): void => facts.addCorruption({ file: path, ...found });
  const tail = new EventTail(path, { onCorruption: 'resync', reportCorruption }, start);
  try {
    for await (const batch of tail.read(true)) {
      onEvents(path, batch.at(-1)!.offset);
      for (const event of batch) facts.add(event, path);
    }
    return tail;
  } finally {
    await tail.close();
  }
}
