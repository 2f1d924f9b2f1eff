// An overview of event files: runs with their tags, graphs and corrupt bytes.
import { addTo } from '../../addTo.ts';
import { expectOptions } from '../../options.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { readEventBatches } from './fileReader.ts';
import { graphPlugins } from './logdirGraphs.ts';
import type { ReadEvent } from './readEvent.ts';
import type { ReadValue } from './readValue.ts';
import { expectRuns, runFiles } from './runs.ts';
import type { Corruption } from './scanner.ts';
import { type InspectedTag, TagFacts } from './tagStatistics.ts';

/** The contents of a run's event files. */
export interface InspectedRun {
  /** the folder of the run, relative to the path that was asked for; `.` for that folder itself */
  readonly run: string;
  /** paths of the event files */
  readonly files: readonly string[];
  /** how many events the files hold */
  readonly events: number;
  /** names of the programs that wrote the files, where these say so */
  readonly writers: readonly string[];
  /** how many nodes each graph without a tag has; those of graphs with tags are in `tags` */
  readonly graphs: readonly number[];
  /** tags of the RunMetadata messages: time and memory of steps */
  readonly runMetadata: readonly string[];
  /** states of the training; a `start` discards steps of earlier files from `step` on */
  readonly sessions: readonly { readonly step: number; readonly wallTime: number; readonly status: string }[];
  readonly tags: readonly InspectedTag[];
  /** bytes that are no record */
  readonly corruption: readonly FileCorruption[];
}

/** Corrupt bytes of one of several files. */
export interface FileCorruption extends Corruption {
  /** the path of the file */
  readonly file: string;
}

/** Options of `inspect`. */
export interface InspectOptions {
  /** runs whose name it matches: `*` stands for any letters, `?` for one; all runs */
  readonly run?: string | undefined;
  /** called after each batch of events with the file's path, and the bytes of it that were read */
  readonly onBatch?: (file: string, bytes: number) => void;
}

/**
 * Reads all event files below a path, and counts their contents.
 * @param path an event file, or a folder of runs
 * @param options `run` chooses runs; `onBatch` is called while a file is read, with its path and the bytes that were read of it
 * @throws UserError for a path that does not exist or holds no event file, and for a pattern that no run matches
 */
export async function inspect(path: string, options: InspectOptions = {}): Promise<InspectedRun[]> {
  expectOptions(options, ['run', 'onBatch']);
  const files = expectRuns(path, await runFiles(path), options.run);
  const paths = new Map<string, string[]>();
  for (const file of files) addTo(paths, file.run, file.path);
  const runs: InspectedRun[] = [];
  for (const [run, ofRun] of paths) runs.push(await inspectRun(run, ofRun, options));
  return runs;
}

async function inspectRun(run: string, files: readonly string[], { onBatch }: InspectOptions): Promise<InspectedRun> {
  const corruption: FileCorruption[] = [];
  const graphs: number[] = [];
  const runMetadata = new Set<string>();
  const writers = new Set<string>();
  const sessions: { step: number; wallTime: number; status: string }[] = [];
  const tags = new Map<string, TagFacts>();
  let events = 0;
  const take = (event: ReadEvent, file: string): void => {
    const { step, wallTime, offset } = event;
    // the checksum of the event is good, and the message within it may be no graph
    const nodes = (count: () => number | undefined): number | undefined => {
      try {
        return count();
      } catch {
        corruption.push({ file, offset, reason: 'a graph cannot be read' });
        return undefined;
      }
    };
    if (event.writer !== undefined) writers.add(event.writer);
    const { graph } = event;
    const size = graph && nodes(() => tensorboard.GraphDef.decode(graph).node.length);
    if (size !== undefined) graphs.push(size);
    if (event.runMetadata) runMetadata.add(event.runMetadata.tag);
    if (event.session) sessions.push({ step, wallTime, status: event.session.status });
    for (const value of event.values) {
      const facts = tags.get(value.tag) ?? new TagFacts(value);
      tags.set(value.tag, facts);
      facts.add(
        step,
        wallTime,
        value,
        nodes(() => nodesIn(value)),
      );
    }
  };
  for (const file of files) {
    const options = {
      onCorruption: 'resync',
      reportCorruption: (found: Corruption) => corruption.push({ file, ...found }),
    } as const;
    for await (const batch of readEventBatches(file, options)) {
      events += batch.length;
      onBatch?.(file, batch.at(-1)!.offset);
      for (const event of batch) take(event, file);
    }
  }
  return {
    run,
    files,
    events,
    writers: [...writers],
    graphs,
    runMetadata: [...runMetadata],
    sessions,
    tags: [...tags.values()].map((facts) => facts.facts()),
    corruption,
  };
}

/** The number of nodes of a graph that has a tag: its GraphDef is inside an encoded RunMetadata. */
function nodesIn({ plugin, tensor }: ReadValue): number | undefined {
  const bytes =
    plugin !== undefined && graphPlugins.includes(plugin) && tensor?.dtype === 'string' ? tensor.values[0] : undefined;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const [graphs] = tensorboard.RunMetadata.decode(bytes).functionGraphs;
  return graphs?.preOptimizationGraph?.node?.length ?? 0;
}
