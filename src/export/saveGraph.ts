// Writes graphs as files or folders of other programs; each is complete, or not there.
import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import type { RunnableFormat } from '../formats/format.ts';
import { formats, type GraphFormat, graphFormats } from '../formats/formats.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import { existingAt, writeFolder } from '../storage/outputPath.ts';
import { replaceWhole, write } from '../storage/wholeFiles.ts';
import { type ModelInputs, splitArguments } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import { type FrozenOptions, freeze, frozenOptionNames } from './frozenGraph.ts';

/** Where a graph goes. */
export interface GraphTarget {
  /** `savedmodel`, a folder that TensorFlow loads and serves; `graphdef`, its graph alone; `pbtxt`, its graph as text. */
  readonly format: GraphFormat;
  /** The folder of a SavedModel, or the file of a graph; folders on the way to it are created. */
  readonly out: string;
  /** Whether an existing file or SavedModel is replaced; false by default. */
  readonly overwrite?: boolean;
}

/** The options of `saveGraph`: where the graph goes, and how the model becomes one. */
export type SaveOptions = GraphTarget & FrozenOptions;

const targetNames: OptionNames<GraphTarget> = { format: true, out: true, overwrite: true };

/**
 * Writes `model` with its weights as a graph that TensorFlow runs: see `frozenGraph`.
 * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them: the batch is then
 * open where that can be proven
 * @returns notes on what the graph lacks, such as an open batch
 * @throws UserError for an unknown option, for an `out` that cannot be written, for a graph of 2^31 bytes and more, and as
 * `frozenGraph` does; nothing is written then
 * @example
 * await saveGraph(model, { format: 'savedmodel', out: 'saved' }); // a tf.LayersModel knows its inputs
 * await saveGraph(module, [1, 224, 224, 3], { format: 'savedmodel', out: 'saved' });
 */
export async function saveGraph(model: Traceable, inputs: ModelInputs, options: SaveOptions): Promise<SavedGraph>;
export async function saveGraph(model: Traceable, options: SaveOptions): Promise<SavedGraph>;
export async function saveGraph(
  model: Traceable,
  first: ModelInputs | SaveOptions,
  second?: SaveOptions,
): Promise<SavedGraph> {
  const { inputs, options } = splitArguments<ModelInputs, SaveOptions>(first, second);
  if (options === undefined)
    throw new UserError("saveGraph needs to know where to write: give { format: 'savedmodel', out: 'saved' }");
  expectOptions(options, { ...targetNames, ...frozenOptionNames });
  const { format, out, overwrite = false, ...frozen } = options;
  const target = { format, out, overwrite };
  await expectFree(target);
  const graph = freeze(model, inputs, frozen, `saveGraph(model, [1, 224, 224, 3], { format: '${format}', out: … })`);
  await writeGraph(graph, target);
  return { notes: graph.notes };
}

/** What `saveGraph` tells of the graph that it wrote. */
export interface SavedGraph {
  /** Clauses on what the graph lacks, such as an open batch. */
  readonly notes: readonly string[];
}

/**
 * Writes a graph that `frozenGraph` returned.
 * @param signal stops the write between two blocks
 * @throws UserError as `saveGraph` does, and the reason of an aborted `signal`; nothing is written then
 */
export async function writeGraph(graph: SignedGraph, target: GraphTarget, signal?: AbortSignal): Promise<void> {
  expectOptions(target, targetNames);
  await expectFree(target);
  const { folder, load }: RunnableFormat = formats[target.format];
  const encode = await load();
  const pieces = encode(graph);
  try {
    await replaceWhole(target.out, (aside) =>
      folder ? writeFolder(aside, folder, pieces, signal) : write(aside, pieces, signal),
    );
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UserError(`cannot write ${target.out}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** @throws UserError for an unknown format, and where `out` exists and is not to be replaced */
export async function expectFree({ format, out, overwrite = false }: GraphTarget): Promise<void> {
  const { noun, folder }: RunnableFormat = formats[choice('format', format, graphFormats)];
  if (typeof out !== 'string') throw new UserError(`out must name a file or folder, got ${JSON.stringify(out)}`);
  if (out === '') throw new UserError('out must name a file or folder, got an empty string');
  const found = await existingAt(out);
  if (!found) return;
  if (found.kind === 'folder') {
    if (!folder) throw new UserError(`${out} is a folder, and a ${noun} is a file`);
    if (found.names.length === 0) return;
    const other = found.names.find((name) => !folder.names.includes(name));
    if (other !== undefined) throw new UserError(`${out} holds ${other}, which is no part of a ${noun}`);
  } else {
    if (folder) throw new UserError(`${out} is a file, and a ${noun} is a folder`);
    if (found.kind === 'other') throw new UserError(`${out} is no regular file`);
  }
  if (!overwrite)
    throw new UserError(`${out} is there already: { overwrite: true }, on the command line --overwrite, replaces it`);
}
