// torchinfo 1.8.0's list of layers in the order in which they were entered: one for each call, and one for each container
// of which only children were called.
import { macsOf } from '../../../cost/macs.ts';
import { joinPath, lastName } from '../../../names/modulePath.ts';
import { product } from '../../../tensors.ts';
import { enclosingModule } from '../../../trace/calls.ts';
import type { ModuleCall, ModuleInfo, ParameterInfo, Trace } from '../../../trace/trace.ts';
import { type InfoSize, noSize, sizeOf } from './outputSizes.ts';
import { parameterMacs } from './parameterMacs.ts';

/** Counts of parameters. */
export interface Params {
  readonly all: number;
  readonly trainable: number;
}

/** A row of the table. Two rows of one container may be the same object, as in torchinfo, which prints the later index in both. */
export interface InfoLayer {
  /** The property that holds the module; the type for the root. */
  readonly name: string;
  readonly type: string;
  readonly module: number;
  readonly depth: number;
  /** The number among the layers of its depth, from 1. */
  readonly index: number;
  readonly leaf: boolean;
  /** Another row has the same module. */
  readonly recursive: boolean;
  readonly inputSize: InfoSize;
  readonly outputSize: InfoSize;
  readonly outputBytes: number;
  readonly kernelSize: ModuleInfo['kernelSize'];
  /** Parameters of its module and of those below, a shared one once. */
  readonly named: readonly NamedParameter[];
  readonly params: Params;
  /** Parameters that no layer below accounts for. */
  readonly leftover: Params;
  /** Multiply-adds: by torchinfo's rule those of its parameters; of a model that is no Module those of its own kernels. */
  readonly macs: number;
  /** `macs` counts beside those of the layers below, so that a layer with layers in it adds to the total too. */
  readonly ownMacs: boolean;
  /** All layers below. */
  readonly below: readonly InfoLayer[];
}

interface NamedParameter extends ParameterInfo {
  /** The path from the layer's module. */
  readonly name: string;
}

/** A row while the list is made. */
interface Draft extends Writable<InfoLayer> {
  readonly parent: Draft | undefined;
}
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Rows of a trace. @param batchAxis the axis that torchinfo's `batch_dim` adds, printed as 1 */
export function infoLayers(trace: Trace, { input = true, batchAxis }: InfoInput = {}): InfoLayer[] {
  const draft = draftOf(trace);
  return finished(input ? withContainers(calledLayers(trace, draft, batchAxis)) : builtLayers(trace.modules, draft));
}

/** Settings of `infoLayers`. */
export interface InfoInput {
  /** false for a model that was not run. */
  readonly input?: boolean;
  readonly batchAxis?: number | undefined;
}

type MakeDraft = (module: number, name: string, parent: Draft | undefined) => Draft;

function draftOf({ modules, hasOps }: Trace): MakeDraft {
  const known = modules.map(({ type, kernelSize, children }, module) => {
    let named: NamedParameter[] | undefined;
    return {
      type,
      kernelSize,
      // an empty list or Sequential is false in Python, where the reference asks for any child
      leaf: !children.some((child) => !modules[child]!.container || modules[child]!.children.length > 0),
      parameters: () => (named ??= [...parametersOf(modules, module)]),
    };
  });
  return (module, name, parent) => {
    const { parameters, ...about } = known[module]!;
    const named = parameters();
    return {
      ...about,
      module,
      name,
      parent,
      named,
      depth: parent === undefined ? 0 : parent.depth + 1,
      index: 0,
      recursive: false,
      inputSize: noSize,
      outputSize: noSize,
      outputBytes: 0,
      params: { all: sum(named, (p) => p.size), trainable: sum(named, (p) => (p.requiresGrad ? p.size : 0)) },
      leftover: { all: 0, trainable: 0 },
      macs: 0,
      ownMacs: !hasOps,
      below: [],
    };
  };
}

/** A layer for each property that holds a module, in a model that is not run. */
function builtLayers(modules: readonly ModuleInfo[], draft: MakeDraft): Draft[] {
  const layers: Draft[] = [];
  const seen = new Set<number>();
  const around = new Set<number>();
  const walk = (module: number, name: string, parent: Draft | undefined): void => {
    // a module that holds an enclosing module would be walked forever
    if (around.has(module)) return;
    const layer = draft(module, name, parent);
    layer.recursive = seen.has(module);
    seen.add(module);
    layers.push(layer);
    around.add(module);
    for (const [child, below] of entriesOf(modules, module)) walk(below, child, layer);
    around.delete(module);
  };
  walk(0, modules[0]!.type, undefined);
  return layers;
}

/**
 * Drafts by module, from the last visit of each module in a walk of the model, since torchinfo keeps the hooks of that visit.
 * The walk goes backwards, so that the first visit is the one to keep and a shared module is walked once.
 */
function lastVisits(modules: readonly ModuleInfo[], draft: MakeDraft): Map<number, Draft> {
  const drafts = new Map<number, Draft>();
  const walk = (module: number, name: string, parent: Draft | undefined): void => {
    if (drafts.has(module)) return;
    const index = draft(module, name, parent);
    drafts.set(module, index);
    for (const [child, below] of entriesOf(modules, module).toReversed()) walk(below, child, index);
  };
  walk(0, modules[0]!.type, undefined);
  return drafts;
}

/** A layer for each call. Outputs go to the module's latest layer, the inner one in a module that calls itself. */
function calledLayers(trace: Trace, draft: MakeDraft, batchAxis: number | undefined): Draft[] {
  const drafts = lastVisits(trace.modules, draft);
  const latest = new Map<number, Draft>();
  const layers: Draft[] = [];
  const open: number[] = [];
  const counted = trace.hasOps ? undefined : macsOf(trace).own;
  const closeUntil = (outer: number): void => {
    for (let at = open.at(-1); at !== undefined && at !== outer; at = open.at(-1)) {
      open.pop();
      const call = trace.calls[at] as ModuleCall;
      const layer = latest.get(call.module)!;
      takeOutput(layer, trace, call, batchAxis);
      // torchinfo's rule asks for PyTorch's names of parameters and order of axes
      layer.macs += counted?.[at] ?? parameterMacs(layer.type, layer.named, layer.outputSize.dims);
    }
  };
  for (const [at, call] of trace.calls.entries()) {
    if (call.level !== 'module') continue;
    closeUntil(enclosingModule(trace.calls, at));
    const { name, parent } = drafts.get(call.module)!;
    const layer = draft(call.module, name, parent);
    layer.recursive = latest.has(call.module);
    latest.set(call.module, layer);
    layers.push(layer);
    open.push(at);
  }
  closeUntil(-1);
  return layers;
}

function takeOutput(layer: Draft, trace: Trace, call: ModuleCall, batchAxis: number | undefined): void {
  layer.inputSize = sizeOf(trace, call.inputs, undefined, batchAxis);
  layer.outputSize = sizeOf(trace, call.outputs, call.outputKind, batchAxis);
  layer.outputBytes = product(layer.outputSize.dims) * layer.outputSize.elementBytes;
}

/**
 * The rows with those of containers of which only children were called, such as a ModuleList: one before its first child, and
 * another wherever a row of another module comes between. As torchinfo's add_missing_container_layers does, it visits a row
 * again after it inserted rows before it, and may list one object twice.
 */
function withContainers(layers: readonly Draft[]): Draft[] {
  const rows: Draft[] = [];
  // a stack: the next row to visit is the last
  const pending = layers.toReversed();
  const listed = new Set(layers.map(({ module }) => module));
  const current = new Map<number, Draft>();
  for (let layer = pending.pop(); layer; layer = pending.pop()) {
    const above: Draft[] = [];
    for (let outer = layer.parent; outer && outer.depth > 0; outer = outer.parent) above[outer.depth] = outer;
    const inserted: Draft[] = [];
    for (const outer of above.slice(1)) {
      const before = inserted.at(-1) ?? rows.at(-1);
      if (current.get(outer.depth)?.module === outer.module || outer === before) continue;
      if (listed.has(outer.module)) outer.recursive = true;
      listed.add(outer.module);
      inserted.push(outer);
      current.set(outer.depth, outer);
    }
    current.set(layer.depth, layer);
    for (let depth = layer.depth + 1; current.delete(depth); depth++);
    inserted.push(layer);
    rows.push(inserted[0]!);
    pending.push(...inserted.slice(1).toReversed());
  }
  return rows;
}

function finished(layers: readonly Draft[]): InfoLayer[] {
  const indices = new Map<number, number>();
  for (const layer of layers) {
    layer.index = (indices.get(layer.depth) ?? 0) + 1;
    indices.set(layer.depth, layer.index);
  }
  const done = new Set<Draft>();
  // backwards: the later row of an object that is listed twice counts
  for (let at = layers.length - 1; at >= 0; at--) {
    const layer = layers[at]!;
    if (done.has(layer)) continue;
    done.add(layer);
    let end = at + 1;
    while (end < layers.length && layers[end]!.depth > layer.depth) end++;
    layer.below = layers.slice(at + 1, end);
    layer.leftover = leftover(layer);
  }
  return [...layers];
}

function leftover({ params, below }: InfoLayer): Params {
  const accounted = below
    .filter(({ recursive }) => !recursive)
    .map((child) => (child.leaf ? child.params : child.leftover));
  return {
    all: params.all - sum(accounted, ({ all }) => all),
    trainable: params.trainable - sum(accounted, ({ trainable }) => trainable),
  };
}

/** Totals below torchinfo's table. */
export interface InfoTotals {
  readonly params: number;
  readonly trainable: number;
  readonly macs: number;
  readonly paramBytes: number;
  /** Twice the bytes of the outputs of leaves with parameters, the second time for gradients. */
  readonly outputBytes: number;
}

/** Totals of all rows, by torchinfo's rules. */
export function totalsOf(layers: readonly InfoLayer[]): InfoTotals {
  const leaves = layers.filter(({ leaf }) => leaf);
  const once = layers.filter(({ recursive }) => !recursive);
  const counts = once.map((layer) => (layer.leaf ? layer.params : layer.leftover));
  return {
    params: sum(counts, ({ all }) => Math.max(all, 0)),
    trainable: sum(counts, ({ trainable }) => Math.max(trainable, 0)),
    macs: sum(layers, (layer) => countedMacs(layer)),
    paramBytes: sum(once, ({ leaf, named }) => (leaf ? sum(named, ({ size }) => size * 4) : 0)),
    outputBytes: sum(leaves, ({ params, outputBytes }) => (params.all > 0 ? 2 * outputBytes : 0)),
  };
}

/** The multiply-adds that a row adds to the total, and to a row around it. */
export const countedMacs = ({ leaf, ownMacs, macs }: InfoLayer): number => (leaf || ownMacs ? macs : 0);

function entriesOf(modules: readonly ModuleInfo[], module: number): readonly (readonly [string, number])[] {
  const { entries, children } = modules[module]!;
  return entries ?? children.map((child) => [lastName(modules[child]!.path), child]);
}

function* parametersOf(
  modules: readonly ModuleInfo[],
  module: number,
  prefix = '',
  seen = new Set<string | number>(),
): Generator<NamedParameter> {
  if (seen.has(module)) return;
  seen.add(module);
  const { path, parameters } = modules[module]!;
  for (const parameter of parameters) {
    const id = parameter.sharedWith ?? joinPath(path, parameter.name);
    if (parameter.buffer || seen.has(id)) continue;
    seen.add(id);
    yield { ...parameter, name: prefix + parameter.name };
  }
  for (const [name, child] of entriesOf(modules, module))
    yield* parametersOf(modules, child, `${prefix}${name}.`, seen);
}

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((t, item) => t + value(item), 0);
