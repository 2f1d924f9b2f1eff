// Rows of torchsummary 1.5.1's table, in the order in which the modules returned.
import { outerModules } from '../../../trace/calls.ts';
import { flat, type ModuleCall, type ModuleInfo, type ParameterInfo, type Trace } from '../../../trace/trace.ts';
import { unreadable } from './unreadable.ts';

/** A row of torchsummary's table. */
export interface TorchsummaryRow {
  /** The number after its type, from 1. */
  readonly number: number;
  /** The index of its call in `trace.calls`. */
  readonly entered: number;
  readonly path: string;
  readonly type: string;
  /** The number of modules with rows that enclose it in the forward pass. */
  readonly depth: number;
  /** Shapes with the batch of the trace. */
  readonly outputs: readonly (readonly number[])[];
  /** The module returned a list. */
  readonly tuple: boolean;
  /** By torchsummary's rule: of the module's own weight and bias. */
  readonly params: number;
  readonly trainable: boolean;
  /** By torchsummary's rule: all of `params` if the weight is trainable, else 0. */
  readonly trainableParams: number;
  /** The module has a weight or a bias of its own. */
  readonly counted: boolean;
  /** The reason why torchsummary raises on it, as a verb and its object. */
  readonly unreadable?: string;
}

/**
 * torchsummary 1.5.1's rows: one for each hook at each call. It hooks a module once under every parent, and neither
 * Sequential, ModuleList nor the root; a root without children gets the row that torchsummary fails to print.
 */
export function rows(trace: Trace): TorchsummaryRow[] {
  const hooks = countHooks(trace.modules);
  const result: TorchsummaryRow[] = [];
  for (const index of trace.returned) {
    const call = trace.calls[index] as ModuleCall;
    const times = hooks[call.module]!;
    for (let i = 0; i < times; i++) result.push(row(trace, hooks, index, result.length + 1));
  }
  return result;
}

function row(trace: Trace, hooks: readonly number[], entered: number, number: number): TorchsummaryRow {
  const call = trace.calls[entered] as ModuleCall;
  const module = trace.modules[call.module]!;
  // torchsummary sees what is named weight or bias; other frameworks name their parameters otherwise
  const own = trace.hasOps
    ? ['weight', 'bias'].map((name) => module.parameters.find((p) => p.name === name))
    : module.parameters.filter((p) => p.sharedWith === undefined);
  const problem = unreadable(call, trace);
  const params = sizeOf(own);
  const trainable = own[0]?.requiresGrad ?? false;
  const trained = trace.hasOps ? (trainable ? own : []) : own.filter((p) => p?.requiresGrad);
  return {
    number,
    entered,
    path: module.path,
    type: module.type,
    depth: depthOf(trace, hooks, entered),
    outputs: flat(call.outputs).map((value) => trace.values[value]!.shape),
    tuple: typeof call.outputs !== 'number',
    params,
    trainable,
    trainableParams: sizeOf(trained),
    counted: own.some((p) => p !== undefined),
    ...(problem === undefined ? {} : { unreadable: problem }),
  };
}

const sizeOf = (parameters: readonly (ParameterInfo | undefined)[]): number =>
  parameters.reduce((sum, p) => sum + (p?.size ?? 0), 0);

function countHooks(modules: readonly ModuleInfo[]): number[] {
  const hooks = new Array<number>(modules.length).fill(0);
  const visit = (index: number): void => {
    const { container, children } = modules[index]!;
    if (!container && (index !== 0 || children.length === 0)) hooks[index]! += 1;
    for (const child of children) visit(child);
  };
  visit(0);
  return hooks;
}

function depthOf(trace: Trace, hooks: readonly number[], entered: number): number {
  let depth = 0;
  for (const at of outerModules(trace.calls, entered)) if (hooks[(trace.calls[at] as ModuleCall).module]! > 0) depth++;
  return depth;
}
