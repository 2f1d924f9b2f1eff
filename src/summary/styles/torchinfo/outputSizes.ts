// Shapes that torchinfo 1.8.0 prints for a module's inputs and outputs, which may be lists and dicts of tensors.
import type { ModuleCall, Nest, Trace } from '../../../trace/trace.ts';

/** A shape as torchinfo prints it. */
export interface InfoSize {
  readonly dims: readonly number[];
  /** Printed as a list in a list; `batch_dim` does so to the shape of a dict. */
  readonly nested: boolean;
  /** Bytes of an element, 0 where there is no tensor. */
  readonly elementBytes: number;
}

export const noSize: InfoSize = { dims: [], nested: false, elementBytes: 0 };

/**
 * The shape of the last value of a dict, or of the first tensor of anything else. torchinfo inserts `batch_dim` into each
 * form in another way, and not at all into the shape of a single tensor (`calculate_size` in its layer_info.py).
 */
export function sizeOf(
  trace: Trace,
  structure: Nest,
  kind: ModuleCall['outputKind'],
  batchAxis: number | undefined,
): InfoSize {
  const isDict = kind === 'object' && typeof structure !== 'number';
  const value = firstValue(isDict ? (structure.at(-1) ?? []) : structure);
  if (value === undefined) return noSize;
  const { shape, dtype } = trace.values[value]!;
  const plain = { dims: shape, nested: false, elementBytes: dtype === 'bool' ? 1 : 4 };
  if (batchAxis === undefined || typeof structure === 'number') return plain;
  if (isDict || typeof structure[0] === 'number')
    return { ...plain, dims: shape.toSpliced(batchAxis, 1, 1), nested: isDict };
  return batchAxis < shape.length ? { ...plain, dims: shape.with(batchAxis, 1) } : plain;
}

function firstValue(structure: Nest): number | undefined {
  return typeof structure === 'number' ? structure : structure.length === 0 ? undefined : firstValue(structure[0]!);
}
