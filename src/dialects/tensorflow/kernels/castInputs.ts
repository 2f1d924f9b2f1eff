// Casts around ops that accept fewer dtypes than tf.js's kernels.

import { UserError } from '../../../errors.ts';
import type { KernelName } from '../../../kernels/kernelName.ts';
import type { Dtype } from '../../../tensors.ts';
import type { Value } from '../../../trace/trace.ts';
import { type AcceptedDtypes, acceptedDtypes } from './acceptedDtypes.ts';
import { asTfjsCasts } from './elementwise.ts';
import { cast, type Lowered, type Lowering, type OpNode, type OpOutput, operand, type Source } from './lowering.ts';

/** The lowering of `kernel`, with casts where an input has a dtype that the op does not accept. */
export function withCasts(kernel: KernelName, lowering: Lowering): Lowering {
  const accepted: AcceptedDtypes = acceptedDtypes[kernel];
  return accepted === 'all' ? lowering : casting(kernel, accepted, lowering);
}

/** Kernels that return bool whatever the dtype of their inputs, among those with an entry in `acceptedDtypes`. */
const predicates: ReadonlySet<KernelName> = new Set([
  'Greater',
  'GreaterEqual',
  'IsFinite',
  'IsInf',
  'IsNan',
  'Less',
  'LessEqual',
] as const);

const casting =
  (kernel: KernelName, dtypes: readonly Dtype[], lowering: Lowering): Lowering =>
  (attributes, inputs, outputs, named) => {
    if (inputs.every(({ dtype }) => dtypes.includes(dtype))) return lowering(attributes, inputs, outputs, named);
    const computed = (dtype: Dtype): Dtype => {
      if (dtypes.includes(dtype)) return dtype;
      if (dtype === 'bool' && dtypes.includes('int32')) return 'int32';
      if (dtype === 'bool' || dtype === 'int32') return 'float32';
      throw new UserError(`no TensorFlow op is known for ${kernel} of ${dtype}`);
    };
    const recast = (value: Value): Value => ({ ...value, dtype: computed(value.dtype) });
    const casts = inputs.map((value, index) =>
      dtypes.includes(value.dtype) ? index : cast(operand(index, value), computed(value.dtype)).source,
    );
    // an output with the dtype of an input is computed in the accepted dtype and cast back
    const cameIn = ({ dtype }: Value) => !predicates.has(kernel) && inputs.some((input) => input.dtype === dtype);
    const inner = outputs.map((output) => (cameIn(output) ? recast(output) : output));
    const lowered = rewired(lowering(attributes, inputs.map(recast), inner, named), casts);
    return outputs.map(({ dtype }, at) => {
      const from = 'op' in lowered ? outputOf({ outputs: inner, ...lowered }, at) : lowered[at]!;
      const result = operand(from, inner[at]!);
      if (result.dtype === dtype) return from;
      // tf.js rounds towards zero before it makes a bool: 0.7 is false
      const whole = dtype === 'bool' && result.dtype === 'float32' ? asTfjsCasts(result, 'int32') : result;
      return asTfjsCasts(whole, dtype).source;
    });
  };

const outputOf = (node: OpNode, output: number): OpNode | OpOutput => (output === 0 ? node : { node, output });

/** The same ops with `operands` in place of the kernel's inputs. */
function rewired(lowered: ReturnType<Lowering>, operands: readonly Source[]): ReturnType<Lowering> {
  const known = new Map<Lowered, Lowered>();
  const one = <Node extends Lowered>(node: Node): Node => {
    const done = known.get(node) ?? { ...node, inputs: (node.inputs ?? [...operands.keys()]).map(operand) };
    known.set(node, done);
    return done as Node;
  };
  const operand = (from: Source): Source => {
    if (typeof from === 'number') return operands[from]!;
    if ('node' in from) return { ...from, node: one(from.node) };
    return 'op' in from ? one(from) : from;
  };
  return 'op' in lowered ? one(lowered) : lowered.map((each) => operand(each) as OpNode | OpOutput);
}
