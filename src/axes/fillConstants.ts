// Kernels that fill a tensor with ones or zeros, as constants: a cell of a recurrent layer makes them in its first step alone.
import { product } from '../tensors.ts';
import type { KernelCall, Value } from '../trace/trace.ts';
import { type CallNode, readBy } from './callTree.ts';

const fills: Readonly<Record<string, number>> = { OnesLike: 1, ZerosLike: 0 };

/** The calls without these kernels and copies of what they give. @param values whose constants they become */
export const withoutFills = (nodes: readonly CallNode[], values: Value[]): CallNode[] =>
  nodes.flatMap(({ call, children }) => {
    const isConstant = call.level === 'kernel' && becomesConstant(call, values);
    return isConstant ? [] : [{ call, children: withoutFills(children, values) }];
  });

function becomesConstant(call: KernelCall, values: Value[]): boolean {
  const output = call.outputs[0]!;
  const value = values[output]!;
  const filled = fills[call.kernel];
  const source = call.kernel === 'Identity' ? values[readBy(call)[0]!]!.constant : undefined;
  const constant = filled === undefined ? source : new Array(product(value.shape)).fill(filled);
  if (!constant || value.dtype === 'string' || value.dtype === 'complex64') return false;
  values[output] = { ...value, constant };
  return true;
}
