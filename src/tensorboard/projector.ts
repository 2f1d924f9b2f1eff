// Embeddings for TensorBoard's Projector dashboard: files next to the event file, and their entry in
// projector_config.pbtxt.
import { expectStep } from '../checks.ts';
import { UserError } from '../errors.ts';
import { planesIn, tiled } from '../media/pixels.ts';
import { encodePng } from '../media/png.ts';
import { arrayIn, type Values } from '../media/tensorInput.ts';
import { wellFormed } from '../wellFormed.ts';
import { expectName } from './runFolders.ts';

/** A label of a point. */
export type Label = string | number | boolean;
/** One label per point, or one row of labels per point, whose columns a header names. */
export type EmbeddingMetadata = readonly Label[] | readonly (readonly Label[])[];

interface EmbeddingOptions {
  readonly metadata: EmbeddingMetadata | undefined;
  readonly labelImg: Values | undefined;
  readonly metadataHeader: readonly string[] | undefined;
  readonly globalStep: number;
  readonly tag: string;
}

interface Embedding {
  /** the name's line in projector_config.pbtxt */
  readonly name: string;
  /** the whole entry in projector_config.pbtxt */
  readonly entry: string;
  /** contents by path, relative to the run's folder */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Folder {
  /** The text of a file, empty where it does not exist. */
  read(path: string): string;
  save(path: string, bytes: Uint8Array): void;
  append(path: string, text: string): void;
}

const config = 'projector_config.pbtxt';

/** Writes the files and the entry of an embedding. @throws UserError where the name has other files already */
export function writeEmbedding(folder: Folder, { name, entry, files }: Embedding): void {
  const before = folder.read(config);
  const known = before.includes(entry);
  // the dashboard takes the first of two entries
  if (!known && before.includes(name))
    throw new UserError(`${config} has ${name} with other files: give another tag or globalStep`);
  for (const [path, bytes] of files) folder.save(path, bytes);
  if (!known) folder.append(config, entry);
}

/** The files of an embedding, with tensorboardX's paths and names: `<step, five digits>/<tag>/tensors.tsv`, `<tag>:<step>`. */
export function embedding(
  mat: Values,
  { metadata, labelImg, metadataHeader, globalStep, ...options }: EmbeddingOptions,
): Embedding {
  // the tag is in names of files and entries, which are compared with those on the disk
  const tag = wellFormed(options.tag);
  expectStep(globalStep);
  const { numbers, shape } = arrayIn(mat, `the matrix of ${tag}`);
  const [points, dimensions] = shape as [number, number];
  if (shape.length !== 2 || points === 0 || dimensions === 0)
    throw new UserError(`the matrix of ${tag} must have shape [points, dimensions], got [${shape.join(', ')}]`);
  const step = `${globalStep < 0 ? '-' : ''}${`${Math.abs(globalStep)}`.padStart(globalStep < 0 ? 4 : 5, '0')}`;
  const folder = `${step}/${expectName('an embedding', folderName(tag))}`;
  const files = new Map<string, Uint8Array>([
    [`${folder}/tensors.tsv`, utf8.encode(matrixLines(numbers, points, dimensions))],
  ]);
  const fields = [`tensor_path: ${quoted(`${folder}/tensors.tsv`)}`];
  if (metadata !== undefined) {
    files.set(`${folder}/metadata.tsv`, utf8.encode(labelLines(tag, points, metadata, metadataHeader)));
    fields.push(`metadata_path: ${quoted(`${folder}/metadata.tsv`)}`);
  }
  if (labelImg !== undefined) {
    const { png, size } = sprite(tag, points, labelImg);
    files.set(`${folder}/sprite.png`, png);
    const dims = Array.from({ length: 2 }, () => `single_image_dim: ${size}`);
    fields.push('sprite {', `image_path: ${quoted(`${folder}/sprite.png`)}`, ...dims, '}');
  }
  const name = `tensor_name: ${quoted(`${tag}:${step}`)}`;
  return { name, entry: ['embeddings {', name, ...fields, '}', ''].join('\n'), files };
}

const utf8 = new TextEncoder();

// tensorboardX's names of folders; dots are escaped too, since `..` would leave the folder
const folderName = (tag: string): string =>
  tag.replace(/[%/\\]|^\.+$/g, (text) => Array.from(text, (c) => `%${c.charCodeAt(0).toString(16)}`).join(''));

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };
const quoted = (text: string): string => `"${text.replace(/["\\\n\r]/g, (c) => escapes[c] ?? `\\${c}`)}"`;

function matrixLines(numbers: ArrayLike<number>, points: number, dimensions: number): string {
  let text = '';
  for (let point = 0; point < points; point++) {
    for (let i = 0; i < dimensions; i++) text += `${i > 0 ? '\t' : ''}${numbers[point * dimensions + i]}`;
    text += '\n';
  }
  return text;
}

// the largest texture of the page, https://github.com/lanpa/tensorboardX/issues/516
const maxSpritePixels = 8192;

/** All images in one square, row by row. */
function sprite(tag: string, points: number, labelImg: Values): { readonly png: Uint8Array; readonly size: number } {
  const what = `the pictures of ${tag}`;
  const planes = planesIn(arrayIn(labelImg, what), 'NCHW', ['NCHW'], what);
  const { images, width, height } = planes;
  if (images !== points) throw new UserError(`${what} must be ${points}, one a point, got ${images}`);
  if (width !== height) throw new UserError(`${what} must be square, got ${width} by ${height} pixels`);
  const columns = Math.ceil(Math.sqrt(images));
  if (columns * width > maxSpritePixels)
    throw new UserError(
      `${what} must fit a square of ${maxSpritePixels} pixels, got ${columns} by ${columns} of ${width}: ${columns * width}`,
    );
  return { png: encodePng(tiled(planes, columns, columns)), size: width };
}

function labelLines(
  tag: string,
  points: number,
  metadata: EmbeddingMetadata,
  header: readonly string[] | undefined,
): string {
  if (!Array.isArray(metadata) || metadata.length !== points)
    throw new UserError(`the labels of ${tag} must be ${points}, one a point, got ${metadata.length}`);
  const rows = metadata.map((row) => (Array.isArray(row) ? row : [row]));
  const columns = header?.length ?? 1;
  const odd = rows.find((row) => row.length !== columns);
  if (odd)
    throw new UserError(
      header
        ? `the labels of ${tag} must have ${columns} columns, as the header has, got ${odd.length}`
        : `labels of ${odd.length} columns need a metadataHeader that names them`,
    );
  // the page reads a first line without a tab as a label, not as a header
  const lines = header && columns > 1 ? [header, ...rows] : rows;
  return lines.map((row) => `${row.map((label) => cell(label)).join('\t')}\n`).join('');
}

// a label that is blank or breaks the line is written as JSON: the page skips blank lines, and would give all labels after one
// to wrong points
function cell(label: unknown): string {
  const text = `${label}`;
  return text.trim() === '' || /[\t\n\r]/.test(text) ? JSON.stringify(text) : text;
}
