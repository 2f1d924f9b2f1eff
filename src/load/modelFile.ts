// Reads and parses a model.json, a topology alone, or the config.json of a `.keras` archive.
import { UserError } from '../errors.ts';
import { endOfString } from '../jsonText.ts';
import type { FileSource } from '../storage/fileSource.ts';
import { isGraphTopology } from '../trace/adapters/graph/artifacts.ts';
import { isZip, readConfig } from './keras3/archive.ts';
import { isObject } from './keras3/kerasTopology.ts';
import type { ModelFile } from './loadedModel.ts';
import { expectKnownEnding, expectKnownStart } from './otherFormats.ts';

// tf.js follows nested objects by recursive calls
const maxDepth = 500;

/** The most bytes of JSON; the topology of the largest converted models has some 10 MB. */
export const maxTextBytes = 2 ** 28;

/**
 * Reads a model.json, a topology alone or a `.keras` archive.
 * @throws UserError for a file that cannot be read or has another format, that is longer than 256 MiB of JSON, that is no JSON
 * object, or that is nested deeper than 500 levels
 */
export async function readModelFile(source: FileSource): Promise<ModelFile> {
  const { path } = source;
  expectKnownEnding(path);
  const text = await textUnlessZip(source);
  const isArchive = text === undefined;
  const json = isArchive ? parsed(await readConfig(source), `config.json of ${path}`) : parsed(text, path);
  return { path, source, json: isArchive ? json : withTopology(json), isArchive };
}

/** The file as UTF-8; undefined for a zip, of which no more than the start is read. */
async function textUnlessZip({ path, pieces }: FileSource): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let start = new Uint8Array(0);
  let [text, bytes] = ['', 0];
  for await (const piece of pieces()) {
    if (start.length < longestStart) {
      start = Uint8Array.of(...start, ...piece.subarray(0, longestStart));
      if (isZip(start)) return undefined;
      expectKnownStart(path, start);
    }
    bytes += piece.length;
    if (bytes > maxTextBytes) throw new UserError(`cannot read ${path}: it is longer than ${maxTextBytes} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

// of the marks that tell formats apart
const longestStart = 8;

/** A file that holds a topology alone, as Keras's `to_json()` and tf.js's `toJSON()` write it, in the form of a model.json. */
function withTopology(json: ModelFile['json']): ModelFile['json'] {
  if (json.modelTopology !== undefined) return json;
  const isTopology = typeof json.class_name === 'string' || isObject(json.model_config) || isGraphTopology(json);
  return isTopology ? { modelTopology: json } : json;
}

/** @param subject names the text in errors */
function parsed(text: string, subject: string): ModelFile['json'] {
  expectShallow(text, subject);
  try {
    const json: unknown = JSON.parse(text);
    // tf.js's `toJSON()` gives the text of the topology, and not an object
    if (typeof json === 'string' && json.startsWith('{')) return parsed(json, subject);
    if (isObject(json)) return json;
    if (Array.isArray(json) && json.some((group) => isObject(group) && 'weights' in group))
      throw new UserError(
        `${subject} holds no model: it lists weights without a topology, which the program of their model builds`,
      );
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${subject} is ${otherText(text, subject)}`);
  }
  throw new UserError(`${subject} holds no model: it must be a JSON object`);
}

/** What a text is that is no JSON, and where the file itself is to be had. */
function otherText(text: string, subject: string): string {
  if (text.startsWith('version https://git-lfs'))
    return 'a pointer of Git LFS, and not the file: git lfs pull fetches it';
  if (/^\s*<(!doctype|html|\?xml)/i.test(text))
    return "a web page, and no JSON: give the address of the file itself, and a folder's with / at its end";
  return /\.keras$/i.test(subject) ? 'neither JSON nor a .keras archive' : 'no JSON';
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
