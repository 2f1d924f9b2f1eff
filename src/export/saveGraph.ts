// Writes graphs as files or folders of other programs; each is complete, or not there.
import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import type { RunnableFormat } from '../formats/format.ts';
import { formats, type GraphFormat, graphFormats } from '../formats/formats.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { existingAt, lastOf, nextTo, writeFolder } from '../storage/outputPath.ts';
import { replaceWhole, write } from '../storage/wholeFiles.ts';
import type { GraphInput } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
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

/** The options of `saveGraph`: where the graph goes, and how the model becomes one; `opset` is for the format `onnx`. */
export type SaveOptions = GraphTarget & OnnxOptions;

/**
 * Writes `model` with its weights as a graph that runs elsewhere: see `frozenGraph`, and for the format `onnx` `onnxGraph`.
 * @param inputs tensors, or shapes [batch, ...]
 * Weights of an ONNX model of 2^31 bytes and more go to a file of its name with `.data` at the end.
 * @throws UserError for an `out` that cannot be written, for a graph of 2^31 bytes and more in TensorFlow's formats, and as
 * `frozenGraph` and `onnxGraph` do; nothing is written then
 * @example
 * await saveGraph(model, [1, 224, 224, 3], { format: 'savedmodel', out: 'saved' });
 */
export async function saveGraph(
  model: Traceable,
  inputs: GraphInput | readonly GraphInput[],
  { format, out, overwrite = false, ...options }: SaveOptions,
): Promise<void> {
  const target = { format, out, overwrite };
  await expectFree(target);
  const freeze = await freezerOf(format, options.opset);
  await writeGraph(freeze(model, inputs, options), target);
}

type Freeze = (model: Traceable, inputs: GraphInput | readonly GraphInput[], options: OnnxOptions) => SignedGraph;

/**
 * Loads the function that makes the graphs of a format: `frozenGraph` or `onnxGraph`.
 * @throws UserError for an operator set of ONNX and another format
 */
export async function freezerOf(format: GraphFormat, opset: number | undefined): Promise<Freeze> {
  const { ops }: RunnableFormat = formats[format];
  if (ops === 'onnx') return (await import('./onnxGraph.ts')).onnxGraph;
  if (opset !== undefined) throw new UserError(`an opset is for the format onnx, got ${opset} for ${format}`);
  return (await import('./frozenGraph.ts')).frozenGraph;
}

/**
 * Writes a graph that `frozenGraph` returned, or for the format `onnx` `onnxGraph`.
 * @param signal stops the write between two blocks
 * @throws UserError as `saveGraph` does, and the reason of an aborted `signal`; nothing is written then
 */
export async function writeGraph(graph: SignedGraph, target: GraphTarget, signal?: AbortSignal): Promise<void> {
  await expectFree(target);
  const { folder, load, ops, noun }: RunnableFormat = formats[target.format];
  if ((graph.opset === undefined) === (ops === 'onnx'))
    throw new UserError(
      `the nodes of the graph are not those of a ${noun}: ${ops === 'onnx' ? 'onnxGraph' : 'frozenGraph'} makes one`,
    );
  const encode = await load();
  const encoded = encode(graph, lastOf(target.out));
  const { pieces, companion } = 'companion' in encoded ? encoded : { pieces: encoded };
  const beside = companion && nextTo(target.out, companion.name);
  if (beside) await expectFree({ ...target, out: beside });
  try {
    await replaceWhole(target.out, async (aside) => {
      if (folder) return writeFolder(aside, folder, pieces, signal);
      await write(aside, pieces, signal);
      // both files are whole before the first of them is in its place
      if (beside) await replaceWhole(beside, (other) => write(other, companion.pieces, signal));
    });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UserError(`cannot write ${target.out}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** @throws UserError for an unknown format, and where `out` exists and is not to be replaced */
export async function expectFree({ format, out, overwrite = false }: GraphTarget): Promise<void> {
  const { noun, folder }: RunnableFormat = formats[choice('format', format, graphFormats)];
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
