// Multiply-adds of a traced forward pass, by call.
import { addTo } from '../addTo.ts';
import { choice } from '../choice.ts';
import { multiplyAdds } from '../kernels/macRules.ts';
import { product } from '../tensors.ts';
import { owningModules } from '../trace/calls.ts';
import { expectTrace } from '../trace/expectTrace.ts';
import type { KernelCall, OpCall, Trace } from '../trace/trace.ts';

/** Names of the ways to count multiply-adds. */
export const conventions = ['macs', 'fvcore'] as const;

/**
 * What counts as a multiply-add: `macs` counts convolutions and products of matrices; `fvcore` also counts normalization and
 * adaptive pooling as fvcore's counters do.
 */
export type Convention = (typeof conventions)[number];

/** Multiply-adds of one kernel; undefined for a kernel without a rule and for one that did not run. */
export function kernelMacs(trace: Trace, { kernel, inputs, outputs, attributes }: KernelCall): number | undefined {
  const shapeOf = (valueId: number) => trace.values[valueId]!.shape;
  return multiplyAdds(kernel, {
    input: (name) => shapeOf([inputs[name]!].flat()[0]!),
    output: outputs.length === 0 ? undefined : shapeOf(outputs[0]!),
    attributes,
  });
}

/** Multiply-adds of a forward pass. */
export interface Macs {
  /** By index in `trace.calls`: those of a module call without the module calls in it; 0 for ops and kernels. */
  readonly own: readonly number[];
  /** By index in `trace.calls`: kernels without a rule that ran in a module call itself. */
  readonly unknown: ReadonlyMap<number, readonly string[]>;
  /** Those of all kernels with a rule. */
  readonly total: number;
}

/**
 * Counts the multiply-adds of each kernel, and with `fvcore` of each normalizing op, for its innermost module call.
 * @throws UserError for an unknown convention, and for a value that is no trace
 */
export function macsOf(trace: Trace, convention: Convention = 'macs'): Macs {
  expectTrace(trace);
  const countsNorms = choice('convention', convention, conventions) === 'fvcore';
  const own = new Array<number>(trace.calls.length).fill(0);
  const unknown = new Map<number, string[]>();
  const owners = owningModules(trace.calls);
  let total = 0;
  for (const [index, call] of trace.calls.entries()) {
    const owner = owners[index]!;
    const macs =
      call.level === 'kernel' ? kernelMacs(trace, call) : call.level === 'op' && countsNorms ? opExtra(trace, call) : 0;
    if (macs === undefined) addTo(unknown, owner, (call as KernelCall).kernel);
    else {
      if (owner >= 0) own[owner]! += macs;
      total += macs;
    }
  }
  return { own, unknown, total };
}

// as fvcore's norm, batch norm and elementwise counters; test/cost/macs.test.ts compares layer_norm with fvcore's counts
function opExtra(trace: Trace, { op, inputs }: OpCall): number {
  const elements = inputs.length > 0 ? product(trace.values[inputs[0]!]!.shape) : 0;
  if (op === 'layer_norm') return elements * (inputs.length > 1 ? 5 : 4);
  if (op === 'batch_norm') return elements * (inputs.length > 3 ? 2 : 1);
  return op === 'adaptive_avg_pool2d' ? elements : 0;
}
