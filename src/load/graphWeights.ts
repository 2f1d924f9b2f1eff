// The weights of a converted model: those that shapes may depend on are read with the model, the others when they are asked for.
import type * as tf from '@tensorflow/tfjs-core';
import type { NearbyFiles } from '../storage/fileSource.ts';
import { declaredTensor } from '../trace/backend/shapeBackend.ts';
import { changeableDataOf } from '../trace/backend/tensorData.ts';
import { isString, manifestGroups, readShards, readWeights, type WeightSpec } from '../weights/manifest.ts';
import { readSpans, spansOf } from '../weights/spans.ts';
import { unreadError } from './unread.ts';

/** Weights of a converted model. */
export interface GraphWeights {
  /** Arrays that are read, and their bytes in one. */
  readonly specs: readonly WeightSpec[];
  readonly data: ArrayBuffer;
  /** Arrays that are declared alone. */
  readonly others: readonly WeightSpec[];
}

// a shape, a permutation or the scales of an image are shorter
const maxSmall = 16;

/** Whether a shape may follow from the numbers of an array: from indices, sizes, and a few numbers, but no weight of a layer. */
const shapesMayFollow = ({ dtype, shape }: WeightSpec): boolean =>
  dtype !== 'float32' || shape.reduce((a, b) => a * b, 1) <= maxSmall;

/**
 * Reads the arrays that shapes may follow from, and of files that hold none of these nothing.
 * @throws UserError for a manifest with a fault, and for a file that holds such arrays and cannot be read
 */
export async function graphWeights(manifest: unknown, files: NearbyFiles): Promise<GraphWeights> {
  const [specs, others]: [WeightSpec[], WeightSpec[]] = [[], []];
  const parts: Uint8Array[] = [];
  for (const group of manifestGroups(manifest)) {
    const { weights } = group;
    // strings have lengths that the manifest does not tell
    if (weights.some(isString)) {
      const whole = await readShards([group], files);
      specs.push(...whole.specs);
      parts.push(new Uint8Array(whole.data));
      continue;
    }
    others.push(...weights.filter((spec) => !shapesMayFollow(spec)));
    const spans = spansOf(weights).filter(({ spec }) => shapesMayFollow(spec));
    specs.push(...spans.map(({ spec }) => spec));
    if (spans.length > 0) parts.push(...(await readSpans(group, spans, files)));
  }
  return { specs, data: concatenated(parts), others };
}

function concatenated(parts: readonly Uint8Array[]): ArrayBuffer {
  const data = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return data.buffer;
}

/** Tensors without numbers, by name. */
export type DeclaredTensors = ReadonlyMap<string, tf.Tensor>;

/** Declares arrays as tensors, which throw when they are read before `fillDeclared` gave them their numbers. */
export const declareWeights = (specs: readonly WeightSpec[], path: string): DeclaredTensors =>
  new Map(
    specs.map(({ name, shape, dtype }) => [
      name,
      declaredTensor(shape, dtype as tf.DataType, () => {
        throw unreadError(path);
      }),
    ]),
  );

/** Reads the numbers of declared tensors. @throws UserError for files that do not hold what the manifest says */
export async function fillDeclared(declared: DeclaredTensors, manifest: unknown, files: NearbyFiles): Promise<void> {
  if (declared.size === 0) return;
  const arrays = await readWeights(manifest, files);
  for (const [name, tensor] of declared)
    Object.assign(changeableDataOf(tensor), { written: arrays.get(name)!.values, isUndrawn: false });
}
