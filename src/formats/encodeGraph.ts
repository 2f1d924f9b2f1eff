// Graphs for other programs, in TensorFlow's spelling of names. In: a graph. Out: bytes or text; the same graph gives the
// same ones.

import { spellForTensorflow } from '../dialects/tensorflow/tensorflowNames.ts';
import { UserError } from '../errors.ts';
import type { Graph, SignedGraph } from '../graph/graph.ts';
import { joined } from '../proto/wire.ts';
import { graphParts } from './graphDef.ts';
import { pbtxtPieces } from './pbtxt.ts';
import { savedModelParts } from './savedModel.ts';

// V8's, on 64 bits
const maxCharacters = 2 ** 29 - 24;

/**
 * The bytes of a GraphDef, as `tf.compat.v1.GraphDef.FromString` reads them.
 * @throws UserError for a graph of 2^31 bytes and more
 */
export const encodeGraphDef = (graph: Graph): Uint8Array => joined(graphParts(spellForTensorflow(graph)));

/**
 * The bytes of a SavedModel's `saved_model.pb`, with the tag `serve` and the signature `serving_default`; beside it
 * TensorFlow looks for a folder `variables`, which may be empty.
 * @throws UserError for a graph of 2^31 bytes and more
 */
export const encodeSavedModel = (graph: SignedGraph): Uint8Array => joined(savedModelParts(spellForTensorflow(graph)));

/**
 * A GraphDef in protobuf's text format.
 * @throws UserError for a text that JavaScript holds in no string, 2^29 - 24 characters
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
