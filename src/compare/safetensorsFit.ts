// A file of weights held against a model: what would load, without loading it.

import { UserError } from '../errors.ts';
import { type StateFit, stateFit } from '../nn/stateFit.ts';
import { type OpenSafetensors, withSafetensors } from '../weights/openSafetensors.ts';
import { expectDecodable, isAlwaysRead } from '../weights/safetensors.ts';
import type { StoredEntry } from '../weights/safetensorsHeader.ts';

/** What of a file does not load into a model; all of it loads where the four lists are empty. */
export interface SafetensorsFit extends StateFit {
  /** A clause for each array of a dtype that is not read, or with an integer that does not fit int32. */
  readonly unread: readonly string[];
  /** The number of the model's parameters and buffers that load. */
  readonly loaded: number;
  /** The number of all of its parameters and buffers. */
  readonly total: number;
}

/**
 * Tells what of a safetensors file a model does not load, by the names of its state dict.
 * @param model one of `gmlp-viz/nn`, or another with a `stateDict`; it stays as it is
 * @param path of the file, or of a `model.safetensors.index.json`, next to which its shards lie
 * @throws UserError for a model without a state dict, and for a file that does not exist or is malformed
 * @example
 * const { missing, unexpected } = await safetensorsFit(model, 'weights.safetensors');
 */
export async function safetensorsFit(
  model: { stateDict(): ReadonlyMap<string, { readonly shape: readonly number[] }> },
  path: string,
): Promise<SafetensorsFit> {
  if (typeof model?.stateDict !== 'function')
    throw new UserError('a file of weights is for models with a state dict, got another value');
  const own = model.stateDict();
  return withSafetensors(path, async (file) => {
    const fit = stateFit(own, new Map(file.entries.map((entry) => [entry.name, entry])));
    const wrong = new Set([...fit.unexpected, ...fit.reshaped.map(({ name }) => name)]);
    const fitting = file.entries.filter(({ name }) => !wrong.has(name));
    const unread = await unreadOf(file, fitting);
    return { ...fit, unread, loaded: fitting.length - unread.length, total: own.size };
  });
}

async function unreadOf(file: OpenSafetensors, entries: readonly StoredEntry[]): Promise<string[]> {
  const clauses: string[] = [];
  for (const entry of entries.filter((each) => !isAlwaysRead(each))) {
    const clause = await whyUnread(file, entry);
    if (clause !== undefined) clauses.push(clause);
  }
  return clauses;
}

async function whyUnread(file: OpenSafetensors, entry: StoredEntry): Promise<string | undefined> {
  const whyNot = (piece: Uint8Array): string | undefined => {
    try {
      expectDecodable(entry, piece);
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  };
  const why = whyNot(new Uint8Array(0));
  if (why !== undefined) return why;
  for await (const piece of file.piecesOf(entry)) {
    const ofPiece = whyNot(piece);
    if (ofPiece !== undefined) return ofPiece;
  }
  return undefined;
}
