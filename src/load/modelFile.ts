// Reads and parses a model.json, or the config.json of a `.keras` archive.
import { UserError } from '../errors.ts';
import type { FileSource } from '../storage/fileSource.ts';
import { isZip, readConfig } from './keras3/archive.ts';
import type { ModelFile } from './loadedModel.ts';

// tf.js follows nested objects by recursive calls
const maxDepth = 500;

/**
 * Reads a model.json or a `.keras` archive.
 * @throws UserError for a file that cannot be read, that is no JSON object, or that is nested deeper than 500 levels
 */
export async function readModelFile(source: FileSource): Promise<ModelFile> {
  const { path } = source;
  const isArchive = await beginsAsZip(source);
  const json = isArchive
    ? parsed(await readConfig(source), `config.json of ${path}`)
    : parsed(await source.text(), path);
  return { path, source, json, isArchive };
}

async function beginsAsZip(source: FileSource): Promise<boolean> {
  for await (const piece of source.pieces()) return isZip(piece);
  return false;
}

/** @param subject names the text in errors */
function parsed(text: string, subject: string): ModelFile['json'] {
  expectShallow(text, subject);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json as ModelFile['json'];
  } catch {}
  throw new UserError(`${subject} is no JSON`);
}

/** @throws UserError for JSON that is nested too deep for tf.js */
function expectShallow(text: string, path: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      if (at === -1) return;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > maxDepth) throw new UserError(`${path} is nested deeper than ${maxDepth} levels`);
    } else if (character === '}' || character === ']') depth -= 1;
  }
}

/** The index of the quote that ends the string which begins at `start`; -1 where none does. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (end === -1 || escapes % 2 === 0) return end;
  }
}
