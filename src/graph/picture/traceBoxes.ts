// The boxes of a trace: its inputs, and the calls that are drawn, each in the box of the call around it.
import { type Call, flat, type Trace } from '../../trace/trace.ts';
import type { AmountName, PictureKind, PictureLevel, PictureNode, ShapeOf } from './picture.ts';
import { roleOf } from './roles.ts';
import { leafRule } from './traceCalls.ts';
import { uniquePaths } from './uniquePaths.ts';

/** A box that is still added to. */
export type Draft = { -readonly [K in keyof Omit<PictureNode, 'outputs' | 'amounts'>]: PictureNode[K] } & {
  readonly outputs: PictureNode['outputs'][number][];
  readonly amounts: { -readonly [K in AmountName]?: number };
};

export interface TraceBoxes {
  readonly nodes: Draft[];
  /** By call: the box that it is, or is a part of; -1 of the model itself. */
  readonly nodeOf: Int32Array;
  /** Calls that are boxes without children, or would be without a depth. */
  readonly leaves: readonly number[];
  /** By box without children: its call; absent of a closed group. */
  readonly leafCall: ReadonlyMap<number, number>;
  /** By path of a box: its call. */
  readonly callOf: ReadonlyMap<string, number>;
  /** By call: whether it is inside a group that is closed at the depth. */
  readonly isInside: Uint8Array;
}

export interface TraceBoxesOptions {
  readonly level: PictureLevel;
  /** Levels of boxes below the model, the groups of the last of which are closed. */
  readonly depth: number;
  /** By call, as `hiddenCalls` returns it. */
  readonly hidden: Uint8Array;
  /** By value, as `copiedValues` returns it. */
  readonly copied: Int32Array;
  readonly shapeOf: ShapeOf;
}

export function traceBoxes(trace: Trace, { level, depth, hidden, copied, shapeOf }: TraceBoxesOptions): TraceBoxes {
  const { calls, modules, values } = trace;
  const ruleOf = leafRule(trace, hidden, level);
  const unique = uniquePaths();
  const nodes = trace.inputs.map((value) => {
    const { name = '' } = values[value]!;
    return draft(-1, unique(name || 'input'), name, 'Input', 'input', [shapeOf(value)]);
  });
  const boxOf = boxMaker(trace, hidden, copied, shapeOf);
  const levels: number[] = nodes.map(() => 0);
  const nodeOf = new Int32Array(calls.length).fill(-1);
  const isInside = new Uint8Array(calls.length);
  // what is in a box without children, or hidden
  const isShut = new Uint8Array(calls.length);
  const leaves: number[] = [];
  const leafCall = new Map<number, number>();
  const callOf = new Map<string, number>();
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    const { parent } = call;
    const around = parent === -1 ? -1 : nodeOf[parent]!;
    nodeOf[i] = around;
    if (parent !== -1) isInside[i] = isInside[parent]!;
    if (hidden[i] || (parent !== -1 && isShut[parent])) {
      isShut[i] = 1;
      continue;
    }
    const rule = ruleOf(i);
    if (rule === 'frameless') continue;
    const isLeaf = rule === 'leaf';
    if (isLeaf) {
      isShut[i] = 1;
      leaves.push(i);
    }
    if (isInside[i]) {
      if (trace.failed === i) nodes[around]!.state = 'failed';
      // boxes have the same paths whatever the depth
      if (call.level === 'module') unique(modules[call.module]!.path);
      if (isLeaf) nodes[around]!.size++;
      continue;
    }
    const node = boxOf(i, around, around === -1 ? '' : nodes[around]!.path, isLeaf);
    node.path = unique(node.path);
    const at = nodes.push(node) - 1;
    levels.push(around === -1 ? 0 : levels[around]! + 1);
    nodeOf[i] = at;
    callOf.set(node.path, i);
    if (isLeaf) leafCall.set(at, i);
    else if (levels[at]! >= depth - 1) {
      isInside[i] = 1;
      node.size = 0;
    }
  }
  return { nodes, nodeOf, leaves, leafCall, callOf, isInside };
}

/** Makes a function that gives the box of a call. */
function boxMaker(
  trace: Trace,
  hidden: Uint8Array,
  copied: Int32Array,
  shapeOf: ShapeOf,
): (index: number, around: number, outer: string, isLeaf: boolean) => Draft {
  const nodeNames = new Map<number, string>();
  if (trace.graph) for (const [name, call] of trace.graph.calls) nodeNames.set(call, name);
  return (index, around, outer, isLeaf) => {
    const call = trace.calls[index]!;
    const { path, name, type } = namesOf(trace, index, outer, nodeNames.get(index), isLeaf ? hidden : undefined);
    const node = draft(around, path, name, type, call.level, outputsOf(call, copied).map(shapeOf));
    if (trace.failed === index) node.state = 'failed';
    // a node of a converted model that the run could not reach
    else if (trace.graph && call.level !== 'module' && node.outputs.length === 0) node.state = 'notRun';
    return node;
  };
}

export function draft(
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

/** The tensors that a call returns, each once; a copy counts as the tensor that it is of. */
export function outputsOf({ outputs }: Call, copied: Int32Array): readonly number[] {
  const values = flat(outputs);
  if (values.length === 1) return [copied[values[0]!]!];
  return [...new Set(values.map((value) => copied[value]!))];
}

interface Names {
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

/**
 * @param outer path of the box around the call
 * @param nodeName name of the converted model's node that the call is
 * @param hidden given for a call without boxes inside
 */
function namesOf(
  trace: Trace,
  index: number,
  outer: string,
  nodeName: string | undefined,
  hidden: Uint8Array | undefined,
): Names {
  const call = trace.calls[index]!;
  if (call.level === 'module') {
    const { path, type } = trace.modules[call.module]!;
    const inside = outer && path.startsWith(`${outer}.`) ? path.slice(outer.length + 1) : path;
    // the scopes of a converted model's names
    const scopes = inside.split('/');
    if (!trace.graph) return { path: path || type, name: scopes.at(-1)!, type };
    // a scope whose name says nothing, such as `_8`, has no type
    const shownType = (of: string): string => (of === 'scope' ? '' : of);
    if (!hidden) return { path: path || type, name: scopes.at(-1)!, type: shownType(type) };
    // `project/BatchNorm`: the last one alone does not tell layers apart
    const name = scopes.slice(-2).join('/');
    return { path: path || type, name, type: shownType(typeInside(trace, index, hidden, type)) };
  }
  const type = call.level === 'op' ? call.op : call.kernel;
  if (nodeName !== undefined) return { path: nodeName, name: nodeName.slice(nodeName.lastIndexOf('/') + 1), type };
  return { path: outer ? `${outer}.${type}` : type, name: '', type };
}

/**
 * The type of a converted model's layer: that of its scope's name, or of the op that it runs where the name says something
 * else. The converter leaves a fused op in the scope of its last part: a convolution in that of a batch normalization.
 */
function typeInside({ calls }: Trace, index: number, hidden: Uint8Array, type: string): string {
  const ops: string[] = [];
  for (let i = index + 1; i < calls.length && calls[i]!.parent >= index; i++) {
    const inner = calls[i]!;
    if (inner.level === 'op' && !hidden[i]) ops.push(inner.op);
  }
  const weighty = ops.filter((op) => roleOf(op) === 'weights');
  const [main, second] = weighty.length > 0 ? weighty : ops;
  if (main === undefined || second !== undefined || roleOf(main) === roleOf(type)) return type;
  return main.replace(/^_?Fused(?=Conv|Depthwise|MatMul)/, '');
}
