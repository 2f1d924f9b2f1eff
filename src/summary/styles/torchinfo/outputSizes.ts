// The shape that torchinfo 1.8.0 prints of what a module took or gave, which may be more than a tensor.
import type { ModuleCall, Nest, Trace } from '../../../trace/trace.ts';

export interface InfoSize {
  readonly dims: readonly number[];
  /** a list within a list, which `batch_dim` makes of a dict's shape */
  readonly nested: boolean;
  /** 0 where there is no tensor */
  readonly elementBytes: number;
}

export const noSize: InfoSize = { dims: [], nested: false, elementBytes: 0 };

/**
 * The last value of a dict, the first tensor of anything else. `batch_dim` is put into each form in another way, and not
 * at all into the shape of a lone tensor (`calculate_size` of torchinfo's layer_info.py).
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
