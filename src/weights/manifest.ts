// The weights manifest of a model.json: which shards hold which arrays. In: the parsed file and its folder. Out: checked
// paths and sizes, and arrays. https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { UserError } from '../userError.ts';
import { half } from './half.ts';

interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number };
}

interface Group {
  readonly paths: readonly string[];
  readonly weights: readonly WeightSpec[];
}

export type Arrays = ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: ArrayLike<number> }>;

const readers = {
  float32: { bytes: 4, read: (data: DataView, at: number) => data.getFloat32(at, true) },
  int32: { bytes: 4, read: (data: DataView, at: number) => data.getInt32(at, true) },
  uint16: { bytes: 2, read: (data: DataView, at: number) => data.getUint16(at, true) },
  float16: { bytes: 2, read: (data: DataView, at: number) => half(data.getUint16(at, true)) },
  uint8: { bytes: 1, read: (data: DataView, at: number) => data.getUint8(at) },
  bool: { bytes: 1, read: (data: DataView, at: number) => data.getUint8(at) },
} as const;

/**
 * The groups of a manifest, every array of a known dtype and shape, every path inside `folder`.
 * @throws UserError that names what is wrong where
 */
export function manifestGroups(manifest: unknown, folder: string): Group[] {
  if (!Array.isArray(manifest)) throw new UserError('the weights manifest is no list');
  for (const { paths, weights } of manifest as readonly Group[]) {
    if (!Array.isArray(paths) || !Array.isArray(weights))
      throw new UserError('a group of the weights manifest lacks paths or weights');
    for (const path of paths) expectInside(`${path}`, folder);
    for (const spec of weights) expectSpec(spec);
  }
  return manifest;
}

/**
 * Reads all arrays by name, each group's sizes compared before anything is read.
 * @throws UserError for a shard that is missing, leaves the folder or does not hold what the manifest says
 */
export async function readWeights(manifest: unknown, folder: string): Promise<Arrays> {
  const arrays = new Map<string, { shape: readonly number[]; values: ArrayLike<number> }>();
  for (const { paths, weights } of manifestGroups(manifest, folder)) {
    await expectSizes(paths, weights, folder);
    const bytes = Buffer.concat(await Promise.all(paths.map((path) => readFile(join(folder, path)))));
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    for (const spec of weights) {
      arrays.set(spec.name, { shape: spec.shape, values: decoded(spec, data, at) });
      at += bytesOf(spec);
    }
  }
  return arrays;
}

function expectInside(path: string, folder: string): void {
  const inner = relative(resolve(folder), resolve(folder, path));
  if (path === '' || isAbsolute(path) || /^\w+:/.test(path) || inner.startsWith('..') || inner === '')
    throw new UserError(`a weights file must lie in the model's folder, got ${path || 'nothing'}`);
}

function expectSpec({ name, shape, dtype, quantization }: WeightSpec): void {
  const stored = quantization?.dtype ?? dtype;
  if (typeof name !== 'string') throw new UserError('an array of the weights manifest has no name');
  if (!Object.hasOwn(readers, stored))
    throw new UserError(`${name} is stored as ${stored} (one of ${Object.keys(readers).join(', ')})`);
  if (!Array.isArray(shape) || !shape.every((dim) => Number.isSafeInteger(dim) && dim >= 0))
    throw new UserError(`${name} has no shape but ${JSON.stringify(shape)}`);
}

async function expectSizes(paths: readonly string[], weights: readonly WeightSpec[], folder: string): Promise<void> {
  const root = await realpath(folder);
  let held = 0;
  for (const path of paths) {
    const real = await realpath(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      throw new UserError(`cannot read the weights file ${path}: ${error.code}`);
    });
    if (relative(root, real).startsWith('..'))
      throw new UserError(`a weights file must lie in the model's folder, got ${path}`);
    held += (await stat(real)).size;
  }
  const wanted = weights.reduce((sum, spec) => sum + bytesOf(spec), 0);
  if (held !== wanted)
    throw new UserError(`${paths.join(', ')} holds ${held} bytes, and the weights manifest says ${wanted}`);
}

const storedAs = ({ dtype, quantization }: WeightSpec) =>
  readers[(quantization?.dtype ?? dtype) as keyof typeof readers];
const sizeOf = ({ shape }: WeightSpec): number => shape.reduce((a, b) => a * b, 1);
const bytesOf = (spec: WeightSpec): number => sizeOf(spec) * storedAs(spec).bytes;

function decoded(spec: WeightSpec, data: DataView, start: number): Float32Array {
  const { bytes, read } = storedAs(spec);
  const { scale = 1, min = 0 } = spec.quantization ?? {};
  return Float32Array.from({ length: sizeOf(spec) }, (_, i) => read(data, start + i * bytes) * scale + min);
}
