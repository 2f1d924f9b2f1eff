// The tree of layers that the styles table, markdown, csv, json and html draw, with the costs of each layer.
import type { OpenShapeText } from '../axes/openTexts.ts';
import { ownMs, type PeakBytes, peakBytes } from '../cost/latency.ts';
import { type Convention, macsOf } from '../cost/macs.ts';
import { sizeBytes } from '../cost/memory.ts';
import { lastName } from '../names/modulePath.ts';
import type { Dtype, Shape } from '../tensors.ts';
import type { Timing } from '../timing/timing.ts';
import { enclosingModule } from '../trace/calls.ts';
import { flat, type ModuleCall, type ModuleInfo, type ParameterInfo, type Trace } from '../trace/trace.ts';
import type { Statistics } from '../weights/statistics.ts';
import { type Amounts, plus, type State, stateOf } from './amounts.ts';
import { programsOf } from './programs.ts';
import { sourcesOf } from './sources.ts';

/** A call of a module, or a module that was not called. */
export interface Layer {
  readonly path: string;
  /** The last name of the path; for the root the model's own name, or its type. */
  readonly name: string;
  readonly type: string;
  /** The name that its author gave the model, of a root that has one. */
  readonly modelName?: string;
  readonly called: boolean;
  /** The forward pass failed in this call itself. */
  readonly failed: boolean;
  /** After a forward pass that failed: the call did not return or was not reached, so that its multiply-adds are unknown. */
  readonly partial: boolean;
  /** The call did not return and layers below may be missing, so that its totals are unknown too. */
  readonly partialBelow: boolean;
  readonly inputs: readonly Shape[];
  readonly outputs: readonly Shape[];
  /** The same shapes at any size of the axes that the model leaves open, where it leaves some open beyond the batch. */
  readonly open?: { readonly inputs: readonly OpenShapeText[]; readonly outputs: readonly OpenShapeText[] };
  readonly dtype: Dtype | undefined;
  readonly kernelSize: ModuleInfo['kernelSize'];
  /** Settings that the module was built with; undefined where it does not say. */
  readonly settings: ModuleInfo['settings'];
  /** The ops of its own, outside of the layers that it calls, as text (see `programsOf`). */
  readonly program: () => string;
  /** Paths of the layers beside it whose outputs it takes (see `sourcesOf`). */
  readonly sources: () => readonly string[];
  /** The module was called before. */
  readonly again: boolean;
  /** The module's own state, whether it counts in this call or not. */
  readonly declared: State;
  /** Amounts without the layers below. */
  readonly own: Amounts;
  /** Amounts with the layers below. */
  readonly total: Amounts;
  /** Kernels of its own without a rule for multiply-adds. */
  readonly unknownKernels: readonly string[];
  /** Bytes of its outputs. */
  readonly activationBytes: number;
  /** Bytes of its inputs. */
  readonly inputBytes: number;
  /** The peak while it ran, where the model was timed. */
  readonly peak?: PeakBytes | undefined;
  /** The path of the layer that counts its parameters, or of the first of the parameters that it shares. */
  readonly sharedWith: string | undefined;
  /** Parameters and buffers of its own; none in a later call. */
  readonly parameters: readonly ParameterInfo[];
  /** Statistics of a parameter that has a line of its own. */
  readonly statistics?: Statistics | undefined;
  readonly children: readonly Layer[];
}

/**
 * The root of the tree; modules that were not called but hold parameters are its last children.
 * @param texts shapes at any size of open axes, by index in the values of the trace
 */
export function layersOf(
  trace: Trace,
  convention: Convention = 'macs',
  timing?: Timing,
  texts?: ReadonlyMap<number, OpenShapeText>,
): Layer {
  const macs = macsOf(trace, convention);
  const own = timing && ownMs(trace, timing);
  const peaks = timing && peakBytes(trace, timing);
  const program = programsOf(trace);
  const sources = sourcesOf(trace);
  const inner = new Map<number, number[]>();
  const roots: number[] = [];
  for (const [index, { level }] of trace.calls.entries()) {
    if (level !== 'module') continue;
    const outer = enclosingModule(trace.calls, index);
    const siblings = outer === -1 ? roots : (inner.get(outer) ?? []);
    siblings.push(index);
    if (outer !== -1) inner.set(outer, siblings);
  }
  const seen = new Set<number>();
  const returned = new Set(trace.returned);
  const build = (index: number): Layer => {
    const call = trace.calls[index] as ModuleCall;
    const again = seen.has(call.module);
    seen.add(call.module);
    const amounts = {
      ...stateOf(again ? [] : trace.modules[call.module]!.parameters),
      macs: macs.own[index]!,
      ms: own?.get(index),
    };
    const children = (inner.get(index) ?? []).map(build);
    return layer(trace, call.module, amounts, children, {
      call,
      again,
      failed: index === trace.failed,
      partial: trace.failed !== undefined && !returned.has(index),
      unknownKernels: macs.unknown.get(index) ?? [],
      peak: peaks?.[index],
      program: () => program(index),
      sources: () => sources(index),
      texts,
    });
  };
  const root = roots.map(build)[0] ?? uncalledRoot(trace, seen);
  const uncalled = trace.modules.flatMap(({ parameters }, module) =>
    seen.has(module) || parameters.length === 0
      ? []
      : [layer(trace, module, { ...stateOf(parameters), macs: 0 }, [], notCalled(trace))],
  );
  return {
    ...root,
    children: [...root.children, ...uncalled],
    total: uncalled.map((l) => l.total).reduce(plus, root.total),
  };
}

/** The root of a forward pass that failed before it called the model. */
function uncalledRoot(trace: Trace, seen: Set<number>): Layer {
  seen.add(0);
  const own = { ...stateOf(trace.modules[0]!.parameters), macs: 0 };
  return layer(trace, 0, own, [], notCalled(trace));
}

const notCalled = ({ failed }: Trace): CallFacts => ({
  unknownKernels: [],
  again: false,
  partial: failed !== undefined,
});

/** What a layer shows of the call that it stands for; `call` is undefined for a module that was not called. */
interface CallFacts {
  readonly call?: ModuleCall;
  readonly failed?: boolean;
  readonly partial: boolean;
  /** The module was called before. */
  readonly again: boolean;
  readonly unknownKernels: readonly string[];
  readonly peak?: PeakBytes | undefined;
  readonly program?: () => string;
  readonly sources?: () => readonly string[];
  /** Shapes at any size of open axes, by index in the values of the trace. */
  readonly texts?: ReadonlyMap<number, OpenShapeText> | undefined;
}

function layer(trace: Trace, index: number, own: Amounts, children: readonly Layer[], facts: CallFacts): Layer {
  const { path, type, modelName, kernelSize, settings, parameters, children: below } = trace.modules[index]!;
  const {
    call,
    again,
    failed = false,
    partial,
    unknownKernels,
    peak,
    program = () => '',
    sources = () => [],
    texts,
  } = facts;
  const values = (structure: ModuleCall['outputs'] | undefined) =>
    structure === undefined ? [] : flat(structure).map((value) => trace.values[value]!);
  const [inputs, outputs] = [values(call?.inputs), values(call?.outputs)];
  const open = (structure: ModuleCall['outputs'] | undefined) =>
    structure === undefined ? [] : flat(structure).map((value) => texts!.get(value)!);
  const bytes = (all: typeof inputs) => all.reduce((sum, value) => sum + sizeBytes(value), 0);
  const elsewhere = parameters.find((p) => p.sharedWith !== undefined)?.sharedWith;
  return {
    path,
    ...(modelName !== undefined && { modelName }),
    name: call === undefined ? path : lastName(path) || modelName || type,
    type,
    called: call !== undefined,
    failed,
    partial,
    partialBelow: partial && call !== undefined && below.length > 0,
    inputs: inputs.map(({ shape }) => shape),
    outputs: outputs.map(({ shape }) => shape),
    ...(texts && { open: { inputs: open(call?.inputs), outputs: open(call?.outputs) } }),
    dtype: outputs[0]?.dtype,
    kernelSize,
    settings,
    program,
    sources,
    again,
    declared: stateOf(parameters),
    own,
    total: children.map((child) => child.total).reduce(plus, own),
    unknownKernels,
    activationBytes: bytes(outputs),
    inputBytes: bytes(inputs),
    peak,
    sharedWith: again && parameters.length > 0 ? path : elsewhere,
    parameters: again ? [] : parameters,
    children,
  };
}
