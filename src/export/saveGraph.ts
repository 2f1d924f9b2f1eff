// Writes graphs as files or folders of other programs; each is complete, or not there.
import { UserError } from '../errors.ts';
import type { GraphFormat, RunnableFormat } from '../formats/format.ts';
import { chosenFormat, formats, graphFormats } from '../formats/formats.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import { existingAt, lastOf, linkedFile, nextTo, writeFolder } from '../storage/outputPath.ts';
import { isSystemError, reasonOfSystem } from '../storage/systemReason.ts';
import { replaceWhole, write } from '../storage/wholeFiles.ts';
import { type ModelInputs, splitArguments } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import type { FrozenGraph } from './freeze.ts';
import type { OnnxOptions } from './onnxGraph.ts';

/** Where a graph goes. */
export interface GraphTarget {
  /**
   * `savedmodel`, a folder that TensorFlow loads and serves; `graphdef`, its graph alone; `pbtxt`, its graph as text; `onnx`,
   * a model that onnxruntime runs.
   */
  readonly format: GraphFormat;
  /** The folder of a SavedModel, or the file of a graph; folders on the way to it are created. */
  readonly out: string;
  /** Whether an existing file or SavedModel is replaced; false by default. */
  readonly overwrite?: boolean;
}

/** The options of `saveGraph`: where the graph goes, and how the model becomes one; `opset` and `license` are for the format `onnx`. */
export type SaveOptions = GraphTarget & OnnxOptions;

const targetNames: OptionNames<GraphTarget> = { format: true, out: true, overwrite: true };
const saveNames: OptionNames<SaveOptions> = {
  ...targetNames,
  weights: true,
  backend: true,
  dynamic: true,
  opset: true,
  license: true,
};

/**
 * Writes `model` with its weights as a graph that runs elsewhere: see `frozenGraph`, and for the format `onnx` `onnxGraph`.
 * Weights of an ONNX model of 2^31 bytes and more go to a file of its name with `.data` at the end.
 * @param inputs in any form of `ModelInputs`, with the batch; may be left out where the model knows them: the batch is then
 * open where that can be proven
 * @returns notes on what the graph lacks, such as an open batch
 * @throws UserError for an unknown option, for an `out` that cannot be written, for a graph of 2^31 bytes and more in
 * TensorFlow's formats, and as `frozenGraph` and `onnxGraph` do; nothing is written then
 * @example
 * await saveGraph(model, { format: 'savedmodel', out: 'saved' }); // a tf.LayersModel knows its inputs
 * await saveGraph(module, [1, 224, 224, 3], { format: 'onnx', out: 'model.onnx' });
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
  expectOptions(options, saveNames);
  const { format, out, overwrite = false, ...frozen } = options;
  const target = { format, out, overwrite };
  await expectFree(target);
  const freeze = await freezerOf(format, options);
  const graph = freeze(model, inputs, frozen, `saveGraph(model, [1, 224, 224, 3], { format: '${format}', out: … })`);
  await writeGraph(graph, target);
  return { notes: graph.notes };
}

type Freezer = (
  model: Traceable,
  inputs: ModelInputs | undefined,
  options: OnnxOptions,
  example: string,
) => FrozenGraph;

/**
 * Loads the function that makes the graphs of a format.
 * @throws UserError for an operator set or a licence, which ONNX alone takes, and another format
 */
export async function freezerOf(format: GraphFormat, { opset, license }: OnnxOptions): Promise<Freezer> {
  const { ops }: RunnableFormat = formats[format];
  if (ops === 'onnx') return (await import('./onnxGraph.ts')).freezeOnnx;
  for (const [name, value] of Object.entries({ opset, license }))
    if (value !== undefined) throw new UserError(`${name} is for the format onnx, got ${value} for ${format}`);
  const [{ freeze }, { tensorflow }] = await Promise.all([import('./freeze.ts'), import('./frozenGraph.ts')]);
  return (model, inputs, { opset: _, license: __, ...options }, example) =>
    freeze(model, inputs, options, tensorflow, example);
}

/** What `saveGraph` tells of the graph that it wrote. */
export interface SavedGraph {
  /** Clauses on what the graph lacks, such as an open batch. */
  readonly notes: readonly string[];
}

/**
 * Writes a graph that `frozenGraph` returned, or for the format `onnx` `onnxGraph`.
 * @param signal stops the write between two blocks
 * @param onPiece is called with the bytes or characters of the file that were written so far
 * @throws UserError as `saveGraph` does, and the reason of an aborted `signal`; nothing is written then
 */
export async function writeGraph(
  graph: SignedGraph,
  target: GraphTarget,
  signal?: AbortSignal,
  onPiece: (written: number) => void = () => undefined,
): Promise<void> {
  expectOptions(target, targetNames);
  await expectFree(target);
  const { folder, load, ops, noun }: RunnableFormat = formats[target.format];
  if ((graph.opset === undefined) === (ops === 'onnx'))
    throw new UserError(
      `the graph has not the ops of ${noun}: ${ops === 'onnx' ? 'onnxGraph' : 'frozenGraph'} makes one that has`,
    );
  const encode = await load();
  const encoded = encode(graph, lastOf(target.out));
  const { pieces, companion } = 'companion' in encoded ? encoded : { pieces: encoded };
  const beside = companion && nextTo(target.out, companion.name);
  if (beside) {
    await expectFree({ ...target, out: beside });
    await expectNoLink(target.out);
    await expectNoLink(beside);
  }
  try {
    await replaceWhole(target.out, async (aside) => {
      if (folder) return writeFolder(aside, folder, counted(pieces, onPiece), signal);
      await write(aside, counted(pieces, onPiece), signal);
      // both files are whole before the first of them is in its place
      if (beside) await replaceWhole(beside, (other) => write(other, counted(companion.pieces, onPiece), signal));
    });
  } catch (error) {
    if (isSystemError(error))
      throw new UserError(`cannot write ${target.out}: ${reasonOfSystem(error)}`, { cause: error });
    throw error;
  }
}

/** @throws UserError for one of two files that is a link: readers look next to the link, or refuse it */
async function expectNoLink(path: string): Promise<void> {
  const file = await linkedFile(path);
  if (file !== undefined)
    throw new UserError(
      `${path} is a link, and a model must lie in one folder with the file of its weights: write next to ${file}`,
    );
}

/** The same pieces; `onPiece` is called when one is taken, with the length of those before it. */
function* counted<T extends string | Uint8Array>(
  pieces: Iterable<T>,
  onPiece: (written: number) => void,
): Generator<T> {
  let written = 0;
  for (const piece of pieces) {
    onPiece(written);
    yield piece;
    written += piece.length;
  }
}

/** Says that something is at the path of a graph, which may be replaced. */
export class ThereAlready extends UserError {
  readonly path: string;

  constructor(path: string) {
    super(`${path} is there already: { overwrite: true } replaces it`);
    this.path = path;
  }
}

/** @throws UserError for an unknown format, and where `out` exists and is not to be replaced */
export async function expectFree({ format, out, overwrite = false }: GraphTarget): Promise<void> {
  const { noun, folder }: RunnableFormat = formats[chosenFormat(format, graphFormats)];
  if (typeof out !== 'string') throw new UserError(`out must name a file or folder, got ${JSON.stringify(out)}`);
  if (out === '') throw new UserError('out must name a file or folder, got an empty string');
  const found = await existingAt(out);
  if (!found) return;
  if (found.kind === 'folder') {
    if (!folder) throw new UserError(`${out} is a folder, and ${noun} is a file`);
    if (found.names.length === 0) return;
    const other = found.names.find((name) => !folder.names.includes(name));
    if (other !== undefined) throw new UserError(`${out} holds ${other}, which is no part of ${noun}`);
  } else {
    if (folder) throw new UserError(`${out} is a file, and ${noun} is a folder`);
    if (found.kind === 'other') throw new UserError(`${out} is no regular file`);
  }
  if (!overwrite) throw new ThereAlready(out);
}
