// torchinfo 1.8.0's list of layers: one for each call, and for containers whose children alone were called.
// In: a trace, or the modules alone. Out: layers in the order entered.
import type { ModuleCall, ModuleInfo, ParameterInfo, Structure, Trace } from '../trace/trace.ts';

export interface Params {
  readonly all: number;
  readonly trainable: number;
}

export interface InfoLayer {
  /** the property that holds the module; the root's type for the root */
  readonly name: string;
  readonly type: string;
  readonly depth: number;
  /** place among the layers of its depth, from 1 */
  readonly index: number;
  readonly leaf: boolean;
  /** its module has a layer already */
  readonly recursive: boolean;
  readonly inputSize: readonly number[];
  readonly outputSize: readonly number[];
  readonly outputBytes: number;
  readonly kernelSize: ModuleInfo['kernelSize'];
  /** its module's and those below, a shared one once */
  readonly named: readonly NamedParameter[];
  readonly params: Params;
  readonly macs: number;
  /** all layers below it */
  readonly below: readonly InfoLayer[];
}

interface NamedParameter extends ParameterInfo {
  /** path from the layer's module */
  readonly name: string;
}

/** Where a module stands: torchinfo keeps the last place in a walk of the modules. */
interface Place {
  readonly name: string;
  readonly module: number;
  readonly depth: number;
  readonly parent: Place | undefined;
}
interface Step {
  readonly place: Place;
  readonly call?: ModuleCall;
}

/** @param batchAxis the axis that torchinfo's `batch_dim` adds, shown as 1 */
export function infoLayers(trace: Trace, { input = true, batchAxis }: InfoInput = {}): InfoLayer[] {
  const walk = [...placesOf(trace.modules)];
  const placeOf = new Map(walk.map((place) => [place.module, place]));
  const steps: Step[] = input
    ? trace.calls.filter((call) => call.level === 'module').map((call) => ({ place: placeOf.get(call.module)!, call }))
    : walk.map((place) => ({ place }));
  if (input) addMissingContainers(steps);
  const indices = new Map<number, number>();
  const seen = new Set<number>();
  const flat = steps.map((step): Writable<InfoLayer> => {
    const { depth, module } = step.place;
    indices.set(depth, (indices.get(depth) ?? 0) + 1);
    const recursive = seen.has(module);
    seen.add(module);
    return { ...layer(trace, step, batchAxis), index: indices.get(depth)!, recursive };
  });
  for (const [i, layer] of flat.entries()) {
    const end = flat.findIndex((other, j) => j > i && other.depth <= layer.depth);
    layer.below = flat.slice(i + 1, end === -1 ? undefined : end);
  }
  return flat;
}
export interface InfoInput {
  readonly input?: boolean;
  readonly batchAxis?: number | undefined;
}
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What of a layer's parameters no layer below it accounts for. */
export function leftover({ params, below }: InfoLayer): Params {
  const children = below
    .filter(({ recursive }) => !recursive)
    .map((child) => (child.leaf ? child.params : leftover(child)));
  return {
    all: params.all - sum(children, ({ all }) => all),
    trainable: params.trainable - sum(children, ({ trainable }) => trainable),
  };
}

export interface InfoTotals {
  readonly params: number;
  readonly trainable: number;
  readonly macs: number;
  readonly paramBytes: number;
  /** twice the outputs of leaves with parameters: once for gradients */
  readonly outputBytes: number;
}

export function totalsOf(layers: readonly InfoLayer[]): InfoTotals {
  const leaves = layers.filter(({ leaf }) => leaf);
  const once = layers.filter(({ recursive }) => !recursive);
  const counts = once.map((layer) => (layer.leaf ? layer.params : leftover(layer)));
  return {
    params: sum(counts, ({ all }) => Math.max(all, 0)),
    trainable: sum(counts, ({ trainable }) => Math.max(trainable, 0)),
    macs: sum(leaves, ({ macs }) => macs),
    paramBytes: sum(once, ({ leaf, named }) => (leaf ? sum(named, ({ size }) => size * 4) : 0)),
    outputBytes: sum(leaves, ({ params, outputBytes }) => (params.all > 0 ? 2 * outputBytes : 0)),
  };
}

function* placesOf(modules: readonly ModuleInfo[]): Generator<Place> {
  const stack: Place[] = [{ name: modules[0]!.type, module: 0, depth: 0, parent: undefined }];
  for (let place = stack.pop(); place; place = stack.pop()) {
    yield place;
    const parent = place;
    for (const [name, module] of entriesOf(modules, place.module).toReversed())
      stack.push({ name, module, depth: parent.depth + 1, parent });
  }
}

function entriesOf(modules: readonly ModuleInfo[], module: number): readonly (readonly [string, number])[] {
  const { entries, children } = modules[module]!;
  return entries ?? children.map((child) => [modules[child]!.path.split('.').at(-1)!, child]);
}

// a ModuleList is never called; its row stands before the first of its modules, and again after another's
function addMissingContainers(steps: Step[]): void {
  const current = new Map<number, Place>();
  for (let i = 0; i < steps.length; i++) {
    const { place } = steps[i]!;
    const above: Place[] = [];
    for (let at = place.parent; at && at.depth > 0; at = at.parent) above[at.depth] = at;
    let added = 0;
    for (let depth = 1; depth < place.depth; depth++) {
      const outer = above[depth]!;
      if (current.get(depth)?.module === outer.module) continue;
      steps.splice(i + added++, 0, { place: outer });
      current.set(depth, outer);
    }
    current.set(place.depth, place);
    for (let depth = place.depth + 1; current.delete(depth); depth++);
  }
}

function layer(
  trace: Trace,
  { place, call }: Step,
  batchAxis: number | undefined,
): Omit<InfoLayer, 'index' | 'recursive'> {
  const { type, children, kernelSize } = trace.modules[place.module]!;
  const named = [...parametersOf(trace.modules, place.module)];
  const output = call && firstValue(call.outputs);
  const [inputSize, outputSize] = call
    ? [sizeOf(trace, call.inputs, batchAxis), sizeOf(trace, call.outputs, batchAxis)]
    : [[], []];
  return {
    name: place.name,
    type,
    depth: place.depth,
    leaf: children.length === 0,
    inputSize,
    outputSize,
    outputBytes: output === undefined ? 0 : product(outputSize) * bytesOf(trace.values[output]!.dtype),
    kernelSize,
    named,
    params: { all: sum(named, (p) => p.size), trainable: sum(named, (p) => (p.requiresGrad ? p.size : 0)) },
    macs: call ? macs(type, named, outputSize) : 0,
    below: [],
  };
}

// torchinfo's rule: tokens count for names that start with "Conv" only, and not the channels
function macs(type: string, named: readonly NamedParameter[], output: readonly number[]): number {
  const spatial = product([...output.slice(0, 1), ...output.slice(2)]);
  return sum(named, ({ name, size }) => {
    if (name === 'weight' || name === 'bias') return size * (type.includes('Conv') ? spatial : (output[0] ?? 0));
    return /weight|bias/.test(name) ? size * product(output.slice(0, 2)) : 0;
  });
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
    const id = parameter.sharedWith ?? (path === '' ? parameter.name : `${path}.${parameter.name}`);
    if (parameter.buffer || seen.has(id)) continue;
    seen.add(id);
    yield { ...parameter, name: prefix + parameter.name };
  }
  for (const [name, child] of entriesOf(modules, module))
    yield* parametersOf(modules, child, `${prefix}${name}.`, seen);
}

function sizeOf(trace: Trace, structure: Structure, batchAxis: number | undefined): readonly number[] {
  const value = firstValue(structure);
  const shape = value === undefined ? [] : trace.values[value]!.shape;
  const replaces = batchAxis !== undefined && typeof structure !== 'number' && batchAxis < shape.length;
  return replaces ? shape.with(batchAxis, 1) : shape;
}

function firstValue(structure: Structure): number | undefined {
  return typeof structure === 'number' ? structure : structure.length === 0 ? undefined : firstValue(structure[0]!);
}

const bytesOf = (dtype: string): number => (dtype === 'bool' ? 1 : 4);
const product = (dims: readonly number[]): number => dims.reduce((a, b) => a * b, 1);
const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((t, item) => t + value(item), 0);
