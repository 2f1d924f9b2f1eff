// Graphs for other programs, in TensorFlow's spelling of names. The same graph gives the same bytes.

import { spellForTensorflow } from '../dialects/tensorflow/tensorflowNames.ts';
import { UserError } from '../errors.ts';
import type { Graph, SignedGraph } from '../graph/graph.ts';
import { expectReadable, joined, lengthOf } from '../proto/wire.ts';
import { graphParts } from './graphDef.ts';
import { pbtxtPieces } from './pbtxt.ts';
import { savedModelParts } from './savedModel.ts';

// the maximum length of a string in V8 on 64 bits
const maxCharacters = 2 ** 29 - 24;

/** @throws UserError for a graph of 2^31 bytes and more, before any is written */
function readable(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  expectReadable(lengthOf(parts));
  return parts;
}

export const graphDefPieces = (graph: Graph): readonly Uint8Array[] => readable(graphParts(spellForTensorflow(graph)));

export const savedModelPieces = (graph: SignedGraph): readonly Uint8Array[] =>
  readable(savedModelParts(spellForTensorflow(graph)));

export function textPieces(graph: Graph): Iterable<string> {
  const spelled = spellForTensorflow(graph);
  readable(graphParts(spelled));
  return pbtxtPieces(spelled);
}

/**
 * Returns the bytes of a GraphDef, which `tf.compat.v1.GraphDef.FromString` reads.
 * @throws UserError for a graph of 2^31 bytes and more
 */
export const encodeGraphDef = (graph: Graph): Uint8Array => joined(graphDefPieces(graph));

/**
 * Returns the bytes of a SavedModel's `saved_model.pb`, with the tag `serve` and the signature `serving_default`. Next to
 * the file TensorFlow looks for a folder `variables`, which may be empty.
 * @throws UserError for a graph of 2^31 bytes and more
 */
export const encodeSavedModel = (graph: SignedGraph): Uint8Array => joined(savedModelPieces(graph));

/**
 * Returns a GraphDef in protobuf's text format.
 * @throws UserError for a text that is longer than a string of JavaScript can be, 2^29 - 24 characters
 */
export function encodePbtxt(graph: Graph): string {
  const pieces: string[] = [];
  let characters = 0;
  for (const piece of pbtxtPieces(spellForTensorflow(graph))) {
    characters += piece.length;
    if (characters > maxCharacters)
      throw new UserError('the text of this graph does not fit a string of JavaScript: saveGraph writes it to a file');
    pieces.push(piece);
  }
  return pieces.join('');
}
