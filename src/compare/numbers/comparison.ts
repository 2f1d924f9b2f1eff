// The comparison of a forward pass with a reference, as plain data.
import { joinPath } from '../../names/modulePath.ts';
import { flat, type KernelCall, type ModuleCall, type Trace } from '../../trace/trace.ts';
import type { ComparedStep, ComparedValue } from './comparedStep.ts';
import type { Difference, Gap } from './difference.ts';
import { modulesAround } from './pairValues.ts';
import { kernelOrder } from './program.ts';

/** An output of a call, where the reference has a counterpart. */
export interface ComparedOutput {
  /** Index among the call's outputs. */
  readonly output: number;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** Difference of the value that the tested program carried from the reference's. */
  readonly carried: Difference;
  /** `carried` as one number: the largest absolute difference, as a fraction of the reference's scale, see `errorOf`. */
  readonly error: number;
  /** For kernels: the difference that the kernel makes from the reference's inputs. */
  readonly made?: Gap;
  /** `made` as one number. */
  readonly madeError?: number;
}

/** A call at one of the three levels. */
export interface ComparedCall {
  readonly level: 'module' | 'op' | 'kernel';
  /** The path of the module, of an op or kernel that of the module around it; `path #2` at the second call. */
  readonly layer: string;
  /** The module's class, or the name of the op or kernel. */
  readonly name: string;
  /** The largest error among its inputs that were compared. */
  readonly inputError: number;
  /** The largest error among its outputs. */
  readonly error: number;
  /** The largest error that a kernel in it makes from the reference's inputs. */
  readonly madeError: number;
  readonly outputs: readonly ComparedOutput[];
  /** Why a kernel could not compute. */
  readonly failure?: string;
}

/** A comparison, as plain data, by docs/comparison.schema.json. In JSON an error that is not finite is the text `Infinity`. */
export interface Comparison {
  readonly schema: 'gmlp-viz.comparison';
  readonly version: 1;
  /** What was tested, and what it was held against, as people name them. */
  readonly tested: string;
  readonly reference: string;
  readonly tolerance: number;
  /** The inputs of the model and where their values are from. */
  readonly inputs: readonly { readonly shape: readonly number[]; readonly dtype: string; readonly from: string }[];
  /** Whether no error is beyond the tolerance. */
  readonly agrees: boolean;
  readonly calls: readonly ComparedCall[];
  /** Index in `calls` of the first layer whose output is beyond the tolerance. */
  readonly firstLayer: number | null;
  /** Index in `calls` of the first kernel that makes an error beyond the tolerance from the reference's inputs. */
  readonly firstKernel: number | null;
  /** Paths of the parameters that the first kernel reads and that differ between the sides: the kernel is then not to blame. */
  readonly firstParameters: readonly string[];
  /** How many values were compared. */
  readonly compared: number;
  /** How many values kernels computed. */
  readonly values: number;
  readonly notes: readonly string[];
}

/** Lists the calls of a trace, in its order, with the comparisons of their kernels. */
export function comparedCalls(trace: Trace, steps: readonly ComparedStep[]): ComparedCall[] {
  const stepOf = new Map(steps.map((step) => [step.call, step]));
  const found = new Map<number, ComparedValue>();
  for (const { call, outputs } of steps)
    for (const [i, value] of (trace.calls[call] as KernelCall).outputs.entries())
      if (outputs[i]) found.set(value, outputs[i]);
  const names = layerNames(trace);
  const around = modulesAround(trace);
  const made = madeInside(trace, stepOf);
  return trace.calls.map((call, index): ComparedCall => {
    const step = stepOf.get(index);
    const inputs = call.level === 'kernel' ? [] : flat(call.inputs);
    const errors = inputs.map((value) => found.get(value)?.carriedError ?? 0);
    const outputs = outputsOf(trace, flat(call.outputs), found, call.level === 'kernel');
    return {
      level: call.level,
      layer: names.get(call.level === 'module' ? index : around[index]!)!,
      name: call.level === 'module' ? trace.modules[call.module]!.type : call.level === 'op' ? call.op : call.kernel,
      inputError: step?.inputError ?? Math.max(0, ...errors),
      error: Math.max(0, ...outputs.map(({ error }) => error)),
      madeError: made[index]!,
      outputs,
      ...(step?.failure !== undefined && { failure: step.failure }),
    };
  });
}

function outputsOf(
  { values }: Trace,
  indices: readonly number[],
  found: ReadonlyMap<number, ComparedValue>,
  isKernel: boolean,
): ComparedOutput[] {
  return indices.flatMap((index, output): ComparedOutput[] => {
    const value = found.get(index);
    if (!value) return [];
    const { shape, dtype } = values[index]!;
    const own = isKernel ? { made: value.made, madeError: value.madeError } : {};
    return [{ output, shape, dtype, carried: value.carried, error: value.carriedError, ...own }];
  });
}

/** The largest error that a kernel inside of each call makes, by index of the call. */
function madeInside({ calls }: Trace, stepOf: ReadonlyMap<number, ComparedStep>): Float64Array {
  const made = new Float64Array(calls.length);
  for (let i = calls.length - 1; i >= 0; i--) {
    const step = stepOf.get(i);
    const own = step?.outputs.reduce((max, output) => Math.max(max, output?.madeError ?? 0), 0) ?? 0;
    made[i] = Math.max(made[i]!, own);
    const { parent } = calls[i]!;
    if (parent !== -1) made[parent] = Math.max(made[parent]!, made[i]!);
  }
  return made;
}

/** The name of each module call: its path, with `#2` and so on at later calls of the same module. */
export function layerNames({ calls, modules }: Trace): Map<number, string> {
  const times = new Map<string, number>();
  const names = new Map<number, string>();
  for (const [index, call] of calls.entries()) {
    if (call.level !== 'module') continue;
    const path = joinPath('', modules[(call as ModuleCall).module]!.path);
    const time = (times.get(path) ?? 0) + 1;
    times.set(path, time);
    names.set(index, `${path || '(model)'}${time === 1 ? '' : ` #${time}`}`);
  }
  return names;
}

/** The first layer and the first kernel beyond the tolerance. */
export function firstBeyond(
  trace: Trace,
  calls: readonly ComparedCall[],
  tolerance: number,
): Pick<Comparison, 'firstLayer' | 'firstKernel' | 'agrees'> {
  const firstKernel = kernelOrder(trace).find((index) => calls[index]!.madeError > tolerance) ?? null;
  const firstLayer = trace.returned.find((index) => calls[index]!.error > tolerance) ?? null;
  const agrees = calls.every(({ error, madeError }) => !(error > tolerance) && !(madeError > tolerance));
  return { firstLayer, firstKernel, agrees };
}
