// The weights manifest of a model.json: the shards and the arrays in them, checked and read.
// https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts
import { UserError } from '../errors.ts';
import { half } from '../float16.ts';
import type { NearbyFiles } from '../storage/fileSource.ts';

export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number };
}

/** A group of a manifest: files whose bytes, in order, are those of the arrays. */
export interface Group {
  readonly paths: readonly string[];
  readonly weights: readonly WeightSpec[];
}

/** Arrays by name, in row-major order; complex64 as alternating real and imaginary parts, a string as its bytes. */
type Elements = Float32Array | Int32Array | Uint8Array | readonly Uint8Array[];

export type Arrays = ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Elements }>;

/** Bytes of a stored element; a string has four for its length, then its own. */
const widths = { float32: 4, int32: 4, uint16: 2, float16: 2, uint8: 1, bool: 1, complex64: 8, string: 4 } as const;

/**
 * Checks a manifest: each array has a known dtype and a shape, each path is inside the model's folder.
 * @throws UserError that names the wrong part
 */
export function manifestGroups(manifest: unknown): Group[] {
  if (!Array.isArray(manifest)) throw new UserError('the weights manifest is no list');
  for (const group of manifest as readonly (Group | null)[]) {
    const { paths, weights } = group ?? {};
    if (!Array.isArray(paths) || !Array.isArray(weights))
      throw new UserError('a group of the weights manifest lacks paths or weights');
    for (const path of paths as readonly unknown[]) {
      if (typeof path !== 'string')
        throw new UserError(`a path of the weights manifest must be text, got ${JSON.stringify(path)}`);
      expectInside(path);
    }
    for (const spec of weights) expectSpec(spec);
  }
  return manifest;
}

/**
 * The arrays' descriptions and the bytes of all shards in one, each group's sizes compared before anything is read.
 * @param files those of the model's folder; where their sizes are unknown, these are compared when they are read
 * @throws UserError for a shard that is missing, leaves the folder or does not hold what the manifest says
 */
export async function readShards(
  manifest: unknown,
  files: NearbyFiles,
): Promise<{ readonly specs: readonly WeightSpec[]; readonly data: ArrayBuffer }> {
  const groups = manifestGroups(manifest);
  expectDistinct(groups.flatMap(({ weights }) => weights.map(({ name }) => name)));
  const expectSizes = (i: number, sizes: readonly number[]): void =>
    expectHeld(
      groups[i]!.paths,
      groups[i]!.weights,
      sizes.reduce((a, b) => a + b, 0),
    );
  if (files.size)
    for (const [i, { paths }] of groups.entries()) {
      const sizes: (number | undefined)[] = [];
      for (const path of paths) sizes.push(await files.size(path));
      if (!sizes.includes(undefined)) expectSizes(i, sizes as number[]);
    }
  const shards = await Promise.all(
    groups.map(({ paths, weights }) => Promise.all(paths.map((path) => files.read(path, maxBytesOf(weights))))),
  );
  for (const [i, group] of shards.entries())
    expectSizes(
      i,
      group.map(({ length }) => length),
    );
  const data = new Uint8Array(shards.flat().reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [i, { paths, weights }] of groups.entries()) {
    const start = at;
    for (const shard of shards[i]!) {
      data.set(shard, at);
      at += shard.length;
    }
    expectStrings(paths, weights, data.subarray(start, at));
  }
  return { specs: groups.flatMap(({ weights }) => weights), data: data.buffer };
}

/** The most that a file of a group may hold: strings have lengths that the manifest does not tell. */
const maxBytesOf = (weights: readonly WeightSpec[]): number | undefined =>
  weights.some(isString) ? undefined : weights.reduce((sum, spec) => sum + bytesOf(spec), 0);

/**
 * Reads all arrays by name.
 * @throws the errors of `readShards`
 */
export async function readWeights(manifest: unknown, files: NearbyFiles): Promise<Arrays> {
  const { specs, data } = await readShards(manifest, files);
  const arrays = new Map<string, { shape: readonly number[]; values: Elements }>();
  let at = 0;
  for (const spec of specs) {
    const { values, bytes } = decoded(spec, data, at);
    arrays.set(spec.name, { shape: spec.shape, values });
    at += bytes;
  }
  return arrays;
}

// tf.js writes two arrays of a name where layers share it, and does not load such a file
function expectDistinct(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name))
      throw new UserError(`each array of the weights manifest must have a name of its own, got ${name} twice`);
    seen.add(name);
  }
}

function expectInside(path: string): void {
  let depth = 0;
  // a path on Windows may be split by \\ too
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) break;
  }
  // no file system has a name with a null character
  if (depth < 1 || /^[/\\]|^\w+:|\0/.test(path))
    throw new UserError(`a weights file must lie in the model's folder, got ${path || 'nothing'}`);
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : `${JSON.stringify(value)}`);

function expectSpec(spec: WeightSpec | null): void {
  if (typeof spec !== 'object' || spec === null)
    throw new UserError(`an array of the weights manifest must be an object, got ${JSON.stringify(spec)}`);
  const { name, shape, dtype, quantization } = spec;
  const stored = quantization?.dtype ?? dtype;
  if (typeof name !== 'string') throw new UserError('an array of the weights manifest has no name');
  if (typeof stored !== 'string' || !Object.hasOwn(widths, stored))
    throw new UserError(`the dtype of ${name} must be one of ${Object.keys(widths).join(', ')}, got ${shown(stored)}`);
  for (const [key, value] of Object.entries({ scale: quantization?.scale, min: quantization?.min }))
    if (value !== undefined && typeof value !== 'number')
      throw new UserError(`the ${key} of ${name} must be a number, got ${JSON.stringify(value)}`);
  if (!Array.isArray(shape) || !shape.every((dim) => Number.isSafeInteger(dim) && dim >= 0))
    throw new UserError(`the shape of ${name} must be a list of whole numbers, got ${shown(shape)}`);
}

/** @throws UserError for a size of a group's files that is not that of its arrays */
export function expectHeld(paths: readonly string[], weights: readonly WeightSpec[], held: number): void {
  const wanted = weights.reduce((sum, spec) => sum + bytesOf(spec), 0);
  // each string is stored after its length
  if (weights.some(isString) ? held < wanted : held !== wanted) throw sizeError(paths, held, wanted);
}

function expectStrings(paths: readonly string[], weights: readonly WeightSpec[], data: Uint8Array): void {
  if (!weights.some(isString)) return;
  let at = 0;
  for (const spec of weights) {
    if (isString(spec)) at = stringsAt(spec, data, at)?.end ?? Number.POSITIVE_INFINITY;
    else at += bytesOf(spec);
    if (at > data.length) throw new UserError(`${paths.join(', ')} ends inside the array ${spec.name}`);
  }
  if (at !== data.length) throw sizeError(paths, data.length, at);
}

const sizeError = (paths: readonly string[], held: number, wanted: number): UserError =>
  new UserError(`${paths.join(', ')} holds ${held} bytes, and the weights manifest says ${wanted}`);

const storedAs = ({ dtype, quantization }: WeightSpec) => (quantization?.dtype ?? dtype) as keyof typeof widths;
/** Whether an array holds strings. */
export const isString = (spec: WeightSpec): boolean => storedAs(spec) === 'string';
const sizeOf = ({ shape }: WeightSpec): number => shape.reduce((a, b) => a * b, 1);
/** Bytes that an array needs at least; a string array needs those of its lengths. */
export const bytesOf = (spec: WeightSpec): number => sizeOf(spec) * widths[storedAs(spec)];

/** Reads strings, each ┌ 4 bytes: length ┬ bytes ┐; undefined where the data ends too early. */
function stringsAt(
  spec: WeightSpec,
  data: Uint8Array,
  start: number,
): { strings: Uint8Array[]; end: number } | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const strings: Uint8Array[] = [];
  let at = start;
  for (let i = 0; i < sizeOf(spec); i++) {
    if (at + 4 > data.length) return undefined;
    const end = at + 4 + view.getUint32(at, true);
    if (end > data.length) return undefined;
    strings.push(data.subarray(at + 4, end));
    at = end;
  }
  return { strings, end: at };
}

function decoded(spec: WeightSpec, data: ArrayBuffer, start: number): { values: Elements; bytes: number } {
  if (isString(spec)) {
    const { strings, end } = stringsAt(spec, new Uint8Array(data), start)!;
    return { values: strings, bytes: end - start };
  }
  const bytes = bytesOf(spec);
  return { values: numbers(spec, data.slice(start, start + bytes)), bytes };
}

function numbers(spec: WeightSpec, own: ArrayBuffer): Elements {
  const stored = storedAs(spec);
  const { scale = 1, min = 0 } = spec.quantization ?? {};
  if (stored === 'float16') return Float32Array.from(new Uint16Array(own), half);
  if (stored === 'int32') return new Int32Array(own);
  if (stored === 'float32' || stored === 'complex64') return new Float32Array(own);
  if (stored === 'bool') return new Uint8Array(own);
  const levels = stored === 'uint16' ? new Uint16Array(own) : new Uint8Array(own);
  if (!spec.quantization) return stored === 'uint8' ? new Uint8Array(own) : Int32Array.from(levels);
  const values = spec.dtype === 'int32' ? new Int32Array(levels.length) : new Float32Array(levels.length);
  for (let i = 0; i < levels.length; i++) {
    const value = levels[i]! * scale + min;
    values[i] = spec.dtype === 'int32' ? Math.round(value) : value;
  }
  return values;
}
