// Contents of one run, counted event by event. The count can be saved, and go on later from there.
import { tensorboard } from '../../proto/generated/messages.js';
import { graphPlugins } from './logdirGraphs.ts';
import type { ReadEvent } from './readEvent.ts';
import type { ReadValue } from './readValue.ts';
import { type Saved, SavedRow, savedNumber } from './savedRow.ts';
import type { Corruption } from './scanner.ts';
import { type InspectedTag, TagStatistics } from './tagStatistics.ts';

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

export class RunFacts {
  #events = 0;
  readonly #corruption: FileCorruption[] = [];
  readonly #graphs: number[] = [];
  readonly #runMetadata = new Set<string>();
  readonly #writers = new Set<string>();
  readonly #sessions: { step: number; wallTime: number; status: string }[] = [];
  readonly #tags = new Map<string, TagStatistics>();

  /** Counts an event of a file. */
  add(event: ReadEvent, file: string): void {
    const { step, wallTime, offset } = event;
    // the checksum of the event is good, and the message within it may be no graph
    const nodes = (count: () => number | undefined): number | undefined => {
      try {
        return count();
      } catch {
        this.addCorruption({ file, offset, reason: 'a graph cannot be read' });
        return undefined;
      }
    };
    this.#events += 1;
    if (event.writer !== undefined) this.#writers.add(event.writer);
    const { graph } = event;
    const size = graph && nodes(() => tensorboard.GraphDef.decode(graph).node.length);
    if (size !== undefined) this.#graphs.push(size);
    if (event.runMetadata) this.#runMetadata.add(event.runMetadata.tag);
    if (event.session) this.#sessions.push({ step, wallTime, status: event.session.status });
    for (const value of event.values) {
      const facts = this.#tags.get(value.tag) ?? new TagStatistics(value);
      this.#tags.set(value.tag, facts);
      facts.add(
        step,
        wallTime,
        value,
        nodes(() => nodesIn(value)),
      );
    }
  }

  addCorruption(corruption: FileCorruption): void {
    this.#corruption.push(corruption);
  }

  inspected(run: string, files: readonly string[]): InspectedRun {
    return {
      run,
      files,
      events: this.#events,
      writers: [...this.#writers],
      graphs: this.#graphs,
      runMetadata: [...this.#runMetadata],
      sessions: this.#sessions,
      tags: [...this.#tags.values()].map((facts) => facts.facts()),
      corruption: this.#corruption,
    };
  }

  /** The counts as a row for `restored`. @param files paths of the files that were read */
  saved(files: readonly string[]): Saved {
    return [
      this.#events,
      [...this.#writers].map((writer) => [writer]),
      this.#graphs.map((nodes) => [nodes]),
      [...this.#runMetadata].map((tag) => [tag]),
      this.#sessions.map(({ step, wallTime, status }) => [savedNumber(step), savedNumber(wallTime), status]),
      [...this.#tags.values()].map((facts) => facts.saved()),
      this.#corruption.map(({ file, offset, reason }) => [files.indexOf(file), offset, reason]),
    ];
  }

  /** @throws an error for what is no row of `saved` */
  static restored(saved: unknown, files: readonly string[]): RunFacts {
    const row = new SavedRow(saved);
    const facts = new RunFacts();
    facts.#events = row.count();
    for (const writer of row.list((each) => each.text())) facts.#writers.add(writer);
    facts.#graphs.push(...row.list((each) => each.count()));
    for (const tag of row.list((each) => each.text())) facts.#runMetadata.add(tag);
    facts.#sessions.push(
      ...row.list((each) => ({ step: each.number(), wallTime: each.number(), status: each.text() })),
    );
    for (const tag of row.list((each) => TagStatistics.restored(each))) facts.#tags.set(tag.tag, tag);
    for (const [index, offset, reason] of row.list((each) => [each.count(), each.count(), each.text()] as const)) {
      const file = files[index];
      if (file === undefined) throw new Error('a file is missing');
      facts.addCorruption({ file, offset, reason });
    }
    return facts;
  }
}

/** The number of nodes of a graph that has a tag: its GraphDef is inside an encoded RunMetadata. */
function nodesIn({ plugin, tensor }: ReadValue): number | undefined {
  const bytes =
    plugin !== undefined && graphPlugins.includes(plugin) && tensor?.dtype === 'string' ? tensor.values[0] : undefined;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const [graphs] = tensorboard.RunMetadata.decode(bytes).functionGraphs;
  return graphs?.preOptimizationGraph?.node?.length ?? 0;
}
