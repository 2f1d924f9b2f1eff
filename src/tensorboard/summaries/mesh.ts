// Meshes and point clouds for TensorBoard's Mesh dashboard: a summary for each of vertices, faces and colours.
import { UserError } from '../../errors.ts';
import type { TensorDtype } from '../../formats/elementBytes.ts';
import { bytesTensor } from '../../formats/tensorProto.ts';
import { arrayIn, type NumberArray, type Values } from '../../media/tensorInput.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { tensorboard as plugins } from '../../proto/generated/plugins.js';
import { tensorMetadata } from './metadata.ts';

/** Settings of three.js classes: `{ camera: { cls: 'PerspectiveCamera', fov: 75 } }`. */
export type MeshConfig = Readonly<Record<string, unknown>>;

const { VERTEX, FACE, COLOR } = plugins.mesh.MeshPluginData.ContentType;

// tags, dtypes and order are those of TensorBoard's plugins/mesh/summary_v2.py
const parts = {
  vertices: { type: VERTEX, suffix: 'VERTEX', dtype: 'float32' },
  faces: { type: FACE, suffix: 'FACE', dtype: 'int32' },
  colors: { type: COLOR, suffix: 'COLOR', dtype: 'uint8' },
} as const satisfies Record<string, { type: number; suffix: string; dtype: TensorDtype }>;

type Part = keyof typeof parts;

export function meshSummaries(
  tag: string,
  vertices: Values,
  others: { readonly faces: Values | undefined; readonly colors: Values | undefined },
  config: MeshConfig = {},
): tensorboard.Summary.IValue[] {
  const points = checked(tag, 'vertices', vertices);
  const found: { readonly part: Part; readonly array: NumberArray }[] = [{ part: 'vertices', array: points }];
  for (const part of ['faces', 'colors'] as const) {
    const values = others[part];
    if (values === undefined) continue;
    const array = checked(tag, part, values);
    checkAgainst(tag, part, array, points);
    found.push({ part, array });
  }
  const jsonConfig = jsonOf(tag, config);
  const components = found.reduce((bits, { part }) => bits | (1 << parts[part].type), 0);
  return found.map(({ part, array: { numbers, shape } }) => {
    const { type, suffix, dtype } = parts[part];
    const about = { name: tag, contentType: type, jsonConfig, shape: [...shape], components };
    const content = plugins.mesh.MeshPluginData.encode(about).finish();
    const metadata = tensorMetadata('mesh', content);
    return { tag: `${tag}_${suffix}`, metadata, tensor: bytesTensor(numbers, shape, dtype) };
  });
}

function checked(tag: string, part: Part, values: Values): NumberArray {
  const array = arrayIn(values, `the ${part} of ${tag}`);
  const { shape } = array;
  if (shape.length !== 3 || shape[2] !== 3)
    throw new UserError(`the ${part} of ${tag} must have shape [batch, ${part}, 3], got [${shape.join(', ')}]`);
  return array;
}

function checkAgainst(
  tag: string,
  part: 'faces' | 'colors',
  { numbers, shape }: NumberArray,
  vertices: NumberArray,
): void {
  const [batch, count] = vertices.shape as [number, number];
  const [, length] = shape as [number, number];
  const expected = [batch, part === 'colors' ? count : length, 3];
  if (expected.some((size, axis) => size !== shape[axis]))
    throw new UserError(`the ${part} of ${tag} must have shape [${expected.join(', ')}], got [${shape.join(', ')}]`);
  const max = part === 'faces' ? count - 1 : 255;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    if (!Number.isInteger(value) || value < 0 || value > max)
      throw new UserError(`the ${part} of ${tag} must be whole numbers from 0 to ${max}, got ${value}`);
  }
}

function jsonOf(tag: string, config: MeshConfig): string {
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new UserError(`the config of ${tag} must be an object, got ${JSON.stringify(config)}`);
  return JSON.stringify(config);
}
