// Graphs as files of other programs. In: a model or a graph, and where it goes. Out: a file or a folder, whole or not
// there.

import { mkdir, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { spellForTensorflow } from '../dialects/tensorflow/tensorflowNames.ts';
import { UserError } from '../errors.ts';
import { graphParts } from '../formats/graphDef.ts';
import { pbtxtPieces } from '../formats/pbtxt.ts';
import { savedModelParts } from '../formats/savedModel.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { expectReadable, lengthOf } from '../proto/wire.ts';
import { replaceWhole, write } from '../storage/wholeFiles.ts';
import type { GraphInput } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import { type FrozenOptions, frozenGraph } from './frozenGraph.ts';

export const formatNames = ['savedmodel', 'graphdef', 'pbtxt'] as const;
export type GraphFormat = (typeof formatNames)[number];

export interface Target {
  /** `savedmodel`, a folder that TensorFlow loads and serves; `graphdef`, its graph alone; `pbtxt`, that as text */
  readonly format: GraphFormat;
  /** the folder of a SavedModel, or the file of a graph; folders around it are created */
  readonly out: string;
  /** whether what is there already, a file or a SavedModel, is replaced */
  readonly overwrite?: boolean;
}

export type SaveOptions = Target & FrozenOptions;

/**
 * Writes what `model` computes, with its numbers, for TensorFlow: see `frozenGraph`.
 * @param inputs tensors, or shapes with the batch
 * @throws UserError for an `out` that cannot be written, for a graph of 2^31 bytes and more, and as `frozenGraph` does:
 * then nothing is written
 */
export async function saveGraph(
  model: Traceable,
  inputs: GraphInput | readonly GraphInput[],
  { format, out, overwrite = false, ...options }: SaveOptions,
): Promise<void> {
  const target = { format, out, overwrite };
  await expectFree(target);
  await writeGraph(frozenGraph(model, inputs, options), target);
}

/**
 * Writes a graph that `frozenGraph` gave.
 * @throws UserError as `saveGraph` does, and the reason of a `signal` that is aborted meanwhile: then nothing is written
 */
export async function writeGraph(graph: SignedGraph, target: Target, signal?: AbortSignal): Promise<void> {
  await expectFree(target);
  const spelled = spellForTensorflow(graph);
  const parts = target.format === 'savedmodel' ? savedModelParts(spelled) : graphParts(spelled);
  expectReadable(lengthOf(parts));
  try {
    await replaceWhole(target.out, async (aside) => {
      if (target.format !== 'savedmodel')
        await write(aside, target.format === 'pbtxt' ? pbtxtPieces(spelled) : parts, signal);
      else {
        await mkdir(join(aside, 'variables'), { recursive: true });
        await write(join(aside, 'saved_model.pb'), parts, signal);
      }
    });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UserError(`cannot write ${target.out}: ${error.message}`, { cause: error });
    throw error;
  }
}

// what TensorFlow puts into a SavedModel's folder
const ofSavedModels = 'saved_model.pb saved_model.pbtxt variables assets assets.extra fingerprint.pb keras_metadata.pb';

/** @throws UserError where something stands that is not to be replaced */
export async function expectFree({ format, out, overwrite = false }: Target): Promise<void> {
  if (!formatNames.includes(format))
    throw new UserError(`unknown format: ${format} (one of ${formatNames.join(', ')})`);
  if (out === '') throw new UserError('the graph needs a place to go, got an empty name');
  const there = await stat(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UserError(`cannot write ${out}: ${error.message}`, { cause: error });
  });
  if (!there) {
    const link = await readlink(out).catch(() => undefined);
    if (link !== undefined) throw new UserError(`${out} is a link to ${link}, which is not there`);
    return;
  }
  const isFolder = there.isDirectory();
  if (isFolder !== (format === 'savedmodel'))
    throw new UserError(
      isFolder ? `${out} is a folder, and a ${format} is a file` : `${out} is a file, and a SavedModel is a folder`,
    );
  if (isFolder) {
    const names = await readdir(out);
    if (names.length === 0) return;
    const other = names.find((name) => !ofSavedModels.split(' ').includes(name));
    if (other !== undefined) throw new UserError(`${out} holds ${other}, which is no part of a SavedModel`);
  } else if (!there.isFile()) throw new UserError(`${out} is no regular file`);
  if (!overwrite)
    throw new UserError(`${out} is there already: { overwrite: true }, on the command line --overwrite, replaces it`);
}
