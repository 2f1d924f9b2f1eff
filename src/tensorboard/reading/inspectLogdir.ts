// What event files hold. In: a file or a folder of runs. Out: runs with their tags, graphs and corruption; the points of a tag.

import { UserError } from '../../errors.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { readEventBatches } from './fileReader.ts';
import { graphPlugins } from './logdirGraphs.ts';
import type { ReadEvent } from './readEvent.ts';
import type { ReadValue } from './readValue.ts';
import { runFiles } from './runs.ts';
import type { Corruption } from './scanner.ts';
import { type InspectedTag, TagFacts } from './tagStatistics.ts';

export interface InspectedRun {
  /** its folder from the one that was asked for, `.` for that itself */
  readonly run: string;
  readonly files: readonly string[];
  readonly events: number;
  /** the programs that say that they wrote the files */
  readonly writers: readonly string[];
  /** nodes of each graph; more graphs stand under tags */
  readonly graphs: readonly number[];
  /** tags of memory and time of a run's steps */
  readonly runMetadata: readonly string[];
  /** `start` makes what was written before from `step` on void */
  readonly sessions: readonly { readonly step: number; readonly wallTime: number; readonly status: string }[];
  readonly tags: readonly InspectedTag[];
  readonly corruption: readonly FileCorruption[];
}

export interface FileCorruption extends Corruption {
  readonly file: string;
}

/** @throws UserError for a path that holds no event file */
export async function inspect(path: string): Promise<InspectedRun[]> {
  const files = await runFiles(path);
  if (files.length === 0) throw new UserError(`there is no event file at ${path}`);
  const paths = new Map<string, string[]>();
  for (const file of files) {
    const known = paths.get(file.run);
    if (known) known.push(file.path);
    else paths.set(file.run, [file.path]);
  }
  const runs: InspectedRun[] = [];
  for (const [run, ofRun] of paths) runs.push(await inspectRun(run, ofRun));
  return runs;
}

async function inspectRun(run: string, files: readonly string[]): Promise<InspectedRun> {
  const corruption: FileCorruption[] = [];
  const graphs: number[] = [];
  const runMetadata = new Set<string>();
  const writers = new Set<string>();
  const sessions: { step: number; wallTime: number; status: string }[] = [];
  const tags = new Map<string, TagFacts>();
  let events = 0;
  const take = (event: ReadEvent, file: string): void => {
    const { step, wallTime, offset } = event;
    // of a message within an event whose checksum is good
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

/** The plugins that TensorBoard shows several graphs of a run with keep each in a RunMetadata. */
function nodesIn({ plugin, tensor }: ReadValue): number | undefined {
  const bytes =
    plugin !== undefined && graphPlugins.includes(plugin) && tensor?.dtype === 'string' ? tensor.values[0] : undefined;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const [graphs] = tensorboard.RunMetadata.decode(bytes).functionGraphs;
  return graphs?.preOptimizationGraph?.node?.length ?? 0;
}
