// The picture of a trace: modules around the ops that they ran, or around the kernels, and the tensors between them.
import type { Call, Trace } from '../../trace/trace.ts';
import type {
  AmountName,
  CallAmounts,
  OpenShapes,
  Picture,
  PictureEdge,
  PictureKind,
  PictureLevel,
  PictureNode,
  PictureParameter,
  ShapeOf,
} from './picture.ts';
import { inPreorder } from './preorder.ts';
import { roleOf } from './roles.ts';
import { sumInside } from './sumInside.ts';
import { hiddenAs, hiddenCalls, type KernelReads, kernelReads, leafRule, orderOf, valuesIn } from './traceCalls.ts';
import { uniquePaths } from './uniquePaths.ts';

export interface TracePictureOptions {
  /** `modules` by default. */
  readonly level?: PictureLevel;
  /** Parameters are counted from the trace. A call that is not drawn counts for the box around it. */
  readonly amounts?: CallAmounts;
  /** Shows what does not depend on the input too, such as a transposed weight; left out by default. */
  readonly plumbing?: boolean;
  /** Shapes to show in place of a value's own, by index in its values: those at any size of open axes. */
  readonly shapes?: OpenShapes | undefined;
}

/** A box that is still added to. */
type Draft = { -readonly [K in keyof Omit<PictureNode, 'outputs' | 'amounts'>]: PictureNode[K] } & {
  readonly outputs: PictureNode['outputs'][number][];
  readonly amounts: { -readonly [K in AmountName]?: number };
};

/** A trace's picture, and what each of its boxes stands for. */
export interface TracedPicture {
  readonly picture: Picture;
  /** By path of a box: the index in `trace.calls` of its call; absent for inputs and outputs. */
  readonly callOf: ReadonlyMap<string, number>;
}

/** The model's inputs first, then what ran in the order of execution, then its outputs. */
export const tracePicture = (trace: Trace, options: TracePictureOptions = {}): Picture =>
  tracedPicture(trace, options).picture;

/** As `tracePicture`, with the calls that the boxes stand for. */
export function tracedPicture(trace: Trace, options: TracePictureOptions = {}): TracedPicture {
  const { level = 'modules', amounts = {}, plumbing = false, shapes } = options;
  const shapeOf: ShapeOf = (value) => shapes?.get(value) ?? trace.values[value]!.shape;
  const reads = kernelReads(trace);
  const hidden = plumbing ? new Uint8Array(trace.calls.length) : hiddenCalls(trace, reads);
  const boxes = boxesOf(trace, level, hidden, shapeOf);
  const { nodes, nodeOf } = boxes;
  const edges = edgesOf(trace, reads, boxes, hidden, shapeOf);
  addParameters(trace, reads, nodes, nodeOf, hidden);
  addCosts(boxes, amounts);
  for (const node of nodes) if (node.role !== 'end') node.role = roleOf(node.type, (node.amounts.params ?? 0) > 0);
  const picture = inPreorder(trace.modules[0]?.type || 'model', sumInside(nodes), edges);
  return { picture, callOf: boxes.callOf };
}

/** Gives each box the costs of the calls that it stands for. */
function addCosts({ nodes, nodeOf, leafCall }: Boxes, { macs, timeMs, memoryBytes }: CallAmounts): void {
  const counted = new Uint8Array(nodes.length);
  for (let i = 0; i < nodeOf.length; i++) if (nodeOf[i] !== -1) counted[nodeOf[i]!] = 1;
  for (const [name, costs] of Object.entries({ macs, timeMs })) {
    if (!costs) continue;
    const sums = new Float64Array(nodes.length);
    for (let i = 0; i < nodeOf.length; i++) if (nodeOf[i] !== -1) sums[nodeOf[i]!]! += costs[i] ?? 0;
    for (let at = 0; at < nodes.length; at++)
      if (counted[at]) nodes[at]!.amounts[name as 'macs' | 'timeMs'] = sums[at]!;
  }
  if (memoryBytes) for (const [at, call] of leafCall) nodes[at]!.amounts.memoryBytes = memoryBytes[call] ?? 0;
}

interface Boxes {
  readonly nodes: Draft[];
  /** By call: the box that it is, or is a part of; -1 of the model itself. */
  readonly nodeOf: Int32Array;
  /** By box without children: the call that it stands for. */
  readonly leafCall: Map<number, number>;
  /** The same by path, of boxes with children too. */
  readonly callOf: Map<string, number>;
}

function draft(
  parent: number,
  path: string,
  name: string,
  type: string,
  kind: PictureKind,
  outputs: Draft['outputs'],
): Draft {
  const role = kind === 'input' || kind === 'output' ? 'end' : 'other';
  return { parent, path, name, type, kind, role, outputs, amounts: {}, size: 1 };
}

function boxesOf(trace: Trace, level: PictureLevel, hidden: Uint8Array, shapeOf: ShapeOf): Boxes {
  const { calls, modules, values } = trace;
  const isLeaf = leafRule(trace, hidden, level);
  const unique = uniquePaths();
  const nodes = trace.inputs.map((value) => {
    const { name = '' } = values[value]!;
    return draft(-1, unique(name || 'input'), name, 'Input', 'input', [shapeOf(value)]);
  });
  const nodeNames = new Map<number, string>();
  if (trace.graph) for (const [name, call] of trace.graph.calls) nodeNames.set(call, name);
  const nodeOf = new Int32Array(calls.length).fill(-1);
  const isShut = new Uint8Array(calls.length);
  const leafCall = new Map<number, number>();
  const callOf = new Map<string, number>();
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    const around = call.parent === -1 ? -1 : nodeOf[call.parent]!;
    nodeOf[i] = around;
    if (call.parent !== -1 && isShut[call.parent]) {
      isShut[i] = 1;
      continue;
    }
    if (hidden[i]) {
      isShut[i] = 1;
      continue;
    }
    const rule = isLeaf(i);
    if (rule === 'frameless') continue;
    const outer = around === -1 ? '' : nodes[around]!.path;
    const { path, name, type } = namesOf(call, modules, outer, nodeNames.get(i));
    const outputs = valuesIn(call.outputs).map(shapeOf);
    const node = draft(around, unique(path), name, type, call.level, outputs);
    const at = nodes.push(node) - 1;
    nodeOf[i] = at;
    callOf.set(node.path, i);
    if (trace.failed === i) node.state = 'failed';
    // a node of a converted model that the run could not reach
    else if (trace.graph && call.level !== 'module' && outputs.length === 0) node.state = 'notRun';
    if (rule !== 'leaf') continue;
    isShut[i] = 1;
    leafCall.set(at, i);
  }
  return { nodes, nodeOf, leafCall, callOf };
}

function namesOf(
  call: Call,
  modules: Trace['modules'],
  outer: string,
  nodeName: string | undefined,
): { readonly path: string; readonly name: string; readonly type: string } {
  if (call.level === 'module') {
    const { path, type } = modules[call.module]!;
    const inside = outer && path.startsWith(`${outer}.`) ? path.slice(outer.length + 1) : path;
    // the scopes of a converted model's names
    const name = inside.slice(inside.lastIndexOf('/') + 1);
    return { path: path || type, name, type };
  }
  const type = call.level === 'op' ? call.op : call.kernel;
  if (nodeName !== undefined) return { path: nodeName, name: nodeName.slice(nodeName.lastIndexOf('/') + 1), type };
  return { path: outer ? `${outer}.${type}` : type, name: '', type };
}

/** Links the box that made each tensor with the boxes that read it. */
function edgesOf(
  trace: Trace,
  reads: KernelReads,
  { nodes, nodeOf, leafCall }: Boxes,
  hidden: Uint8Array,
  shapeOf: ShapeOf,
): PictureEdge[] {
  const { calls, values } = trace;
  const maker = new Int32Array(values.length).fill(-1);
  for (const [i, value] of trace.inputs.entries()) maker[value] = i;
  const outputOf = outputIndices(trace, nodes, leafCall, shapeOf);
  const edges: PictureEdge[] = [];
  const isNew = newPairs(nodes.length);
  const read = (value: number, to: number): void => {
    const from = maker[value]!;
    if (from === -1 || from === to || to === -1) return;
    const output = outputOf(from, value);
    if (isNew(to, from * maxOutputs + Math.min(output, maxOutputs - 1)))
      edges.push({ from, to, output, shape: shapeOf(value) });
  };
  const hasInner = new Uint8Array(calls.length);
  for (let i = 0; i < calls.length; i++) if (calls[i]!.parent !== -1) hasInner[calls[i]!.parent] = 1;
  const order = orderOf(trace);
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const call = calls[i]!;
    const node = nodeOf[i]!;
    // what a module or op runs reads and makes its tensors; one that runs nothing hands its input on
    if (call.level !== 'kernel' && hasInner[i]) continue;
    if (hidden[i] === hiddenAs.forward) {
      const from = maker[reads.values[reads.start[i + 1]! - 1]!]!;
      for (const value of valuesIn(call.outputs)) maker[value] = from;
    }
    if (hidden[i]) continue;
    if (call.level !== 'kernel') for (const value of valuesIn(call.inputs)) read(value, node);
    else for (let at = reads.start[i]!; at < reads.start[i + 1]!; at++) read(reads.values[at]!, node);
    if (typeof call.outputs === 'number') maker[call.outputs] = node;
    else for (const value of valuesIn(call.outputs)) maker[value] = node;
  }
  if (trace.failed !== undefined) return edges;
  const unique = uniquePaths(nodes.map(({ path }) => path));
  for (const [i, value] of valuesIn(trace.outputs).entries()) {
    const name = trace.outputNames?.[i] ?? '';
    const node = nodes.push(draft(-1, unique(name || 'output'), name, 'Output', 'output', []));
    read(value, node - 1);
  }
  return edges;
}

/** Outputs of one box that are told apart. */
const maxOutputs = 128;
/** A list of more numbers becomes a set. */
const maxListed = 16;

/** Whether a number comes to a box for the first time. Most boxes get few, which a list finds sooner than a set. */
function newPairs(count: number): (box: number, number: number) => boolean {
  const lists = new Array<number[] | Set<number> | undefined>(count);
  return (box, number) => {
    const known = lists[box];
    if (known === undefined) lists[box] = [number];
    else if (known instanceof Set) {
      if (known.has(number)) return false;
      known.add(number);
    } else {
      if (known.includes(number)) return false;
      if (known.push(number) > maxListed) lists[box] = new Set(known);
    }
    return true;
  };
}

/** Which output of a box a value is. */
function outputIndices(
  { calls }: Trace,
  nodes: readonly Draft[],
  leafCall: ReadonlyMap<number, number>,
  shapeOf: ShapeOf,
): (node: number, value: number) => number {
  const extra = new Map<string, number>();
  return (node, value) => {
    const call = leafCall.get(node);
    if (call === undefined) return 0;
    const { outputs } = calls[call]!;
    if (outputs === value) return 0;
    const known = typeof outputs === 'number' ? -1 : valuesIn(outputs).indexOf(value);
    if (known !== -1) return known;
    // a tensor from the inside that the layer does not return
    const key = `${node} ${value}`;
    const at = extra.get(key) ?? nodes[node]!.outputs.push(shapeOf(value)) - 1;
    extra.set(key, at);
    return at;
  };
}

/** Each parameter belongs to the box that reads it first, itself or through fixed calls; buffers are not counted. */
function addParameters(
  trace: Trace,
  reads: KernelReads,
  nodes: readonly Draft[],
  nodeOf: Int32Array,
  hidden: Uint8Array,
): void {
  const { calls, values, modules } = trace;
  const buffers = new Set<string>();
  for (const { path, parameters } of modules)
    for (const { name, buffer } of parameters) if (buffer) buffers.add(path ? `${path}.${name}` : name);
  const counted = new Set<string>();
  // by value: the parameters that it is, or was made of
  const held = new Array<readonly number[] | undefined>(values.length);
  for (let value = 0; value < values.length; value++) if (values[value]!.parameter !== undefined) held[value] = [value];
  const give = (value: number, node: Draft): void => {
    const { parameter, shape, dtype } = values[value]!;
    const size = shape.reduce((a, b) => a * b, 1);
    node.reads = (node.reads ?? 0) + size;
    if (counted.has(parameter!)) return;
    counted.add(parameter!);
    const own: PictureParameter = { path: parameter!, shape, dtype };
    node.parameters = node.parameters ? [...node.parameters, own] : [own];
    if (!buffers.has(parameter!)) node.amounts.params = (node.amounts.params ?? 0) + size;
  };
  const order = orderOf(trace);
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const call = calls[i]!;
    if (call.level !== 'kernel') continue;
    let list: readonly number[] | undefined;
    for (let at = reads.start[i]!; at < reads.start[i + 1]!; at++) {
      const own = held[reads.values[at]!];
      if (own) list = list ? [...list, ...own] : own;
    }
    if (list === undefined) continue;
    const node = nodes[nodeOf[i]!];
    if (hidden[i]) for (const value of call.outputs) held[value] = list;
    else if (node) for (const value of list) give(value, node);
  }
}
