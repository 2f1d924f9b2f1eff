// The picture of a graph of named nodes, whoever wrote it: TensorFlow, PyTorch or this package. Scopes of the names are groups.
import type { Graph, GraphNode, NodeShape } from '../graph.ts';
import { inlineFunctions } from '../inlineFunctions.ts';
import type { Picture, PictureEdge, PictureKind, PictureNode, PictureParameter } from './picture.ts';
import { inPreorder } from './preorder.ts';
import { roleOf } from './roles.ts';
import { sumInside } from './sumInside.ts';
import { uniquePaths } from './uniquePaths.ts';
import { unwrapSingles } from './unwrapSingles.ts';

export interface GraphPictureOptions {
  /** Shows constants, variables and nodes that only hand on a tensor too; they are left out by default. */
  readonly plumbing?: boolean;
}

/** A graph's nodes, and the functions that they call; the rest of `Graph` is not drawn. */
export type DrawnGraph = Pick<Graph, 'nodes' | 'functions'>;

const parameterOps = /^(VarHandleOp|Variable|VariableV2|ReadVariableOp|prim::GetAttr|prim::Param)$/;
const inputOps = /^(Placeholder|PlaceholderWithDefault|_Arg)$/;
const constantOps = /^(Const|prim::Constant|NoOp|prim::None)$/;
// one input, handed on unchanged; of lists and tuples, taken apart and put together
const forwardOps =
  /^(Identity|IdentityN|StopGradient|ReadVariableOp|prim::(List|Tuple)(Unpack|Construct|Index)|aten::(contiguous|detach|alias))$/;

interface Source {
  readonly node: number;
  readonly output: number;
  readonly control: boolean;
}

/** An input that no node makes becomes a box of its own, marked as missing. */
export function graphPicture(graph: DrawnGraph, { plumbing = false }: GraphPictureOptions = {}): Picture {
  const nodes = inlineFunctions(graph);
  const { sources, missing } = sourcesOf(nodes);
  const gone = plumbing ? new Uint8Array(nodes.length) : plumbingIn(nodes, sources);
  const drafts = scopedBoxes(nodes, gone);
  const boxes = drafts.boxes;
  const missingAt = missing.map((name) => {
    const path = drafts.unique(name);
    const made = { kind: 'missing', state: 'missing', type: '', name, path } as const;
    return boxes.push({ ...made, parent: -1, role: 'other', outputs: [], amounts: {}, size: 1 }) - 1;
  });
  const edges = new Map<string, PictureEdge>();
  const shapes = nodes.map(shapesOf);
  for (const [to, box] of drafts.boxOf.entries()) {
    if (box === -1) continue;
    for (const { node, output, control } of throughPlumbing(to, sources, gone)) {
      const from = node >= nodes.length ? missingAt[node - nodes.length]! : drafts.boxOf[node]!;
      if (from !== -1)
        edges.set(`${from} ${box} ${output} ${control}`, {
          from,
          to: box,
          output,
          shape: shapes[node]?.[output] ?? null,
          ...(control && { control }),
        });
    }
  }
  addParameters(nodes, sources, gone, boxes, drafts.boxOf);
  const picture = inPreorder('graph', sumInside(boxes), [...edges.values()]);
  return plumbing ? picture : unwrapSingles(picture);
}

/** By node, where its inputs come from; names that no node has get indices after the last node. */
function sourcesOf(nodes: readonly GraphNode[]): {
  readonly sources: readonly (readonly Source[])[];
  readonly missing: string[];
} {
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  const missing = new Map<string, number>();
  const find = (input: string): Source => {
    const control = input.startsWith('^');
    const text = control ? input.slice(1) : input;
    const whole = index.get(text);
    // a name may end as an output does
    if (whole !== undefined) return { node: whole, output: 0, control };
    const [, name = text, output] = /^(.*?):(?:.*:)?(\d+)$/s.exec(text) ?? [];
    const node = index.get(name);
    if (node !== undefined) return { node, output: Number(output), control };
    const lost = missing.get(name) ?? missing.size;
    missing.set(name, lost);
    return { node: nodes.length + lost, output: 0, control };
  };
  return { sources: nodes.map(({ inputs }) => inputs.map(find)), missing: [...missing.keys()] };
}

/** Nodes that are not drawn: made of constants and variables alone, or handing on one tensor to others. */
function plumbingIn(nodes: readonly GraphNode[], sources: readonly (readonly Source[])[]): Uint8Array {
  const gone = new Uint8Array(nodes.length);
  const isRead = new Uint8Array(nodes.length);
  for (const list of sources)
    for (const { node, control } of list) if (!control && node < nodes.length) isRead[node] = 1;
  const fixed = fixedNodes(nodes, sources);
  for (const [i, { op }] of nodes.entries()) {
    const data = sources[i]!.filter(({ control, node }) => !control && !fixed[node]);
    gone[i] = fixed[i] || (forwardOps.test(op) && isRead[i] && data.length === 1) ? 1 : 0;
  }
  return gone;
}

/** Nodes whose value is the same for every input: constants, variables, and what is computed of them alone. */
function fixedNodes(nodes: readonly GraphNode[], sources: readonly (readonly Source[])[]): Uint8Array {
  const fixed = new Uint8Array(nodes.length);
  const open = new Int32Array(nodes.length);
  const readers: number[][] = nodes.map(() => []);
  const queue: number[] = [];
  for (const [i, node] of nodes.entries()) {
    const data = sources[i]!.filter(({ control }) => !control);
    open[i] = data.length;
    for (const source of data) readers[source.node]?.push(i);
    if (isParameter(node) || constantOps.test(node.op)) queue.push(i);
  }
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (fixed[at]) continue;
    fixed[at] = 1;
    for (const reader of readers[at]!) if (--open[reader]! === 0) queue.push(reader);
  }
  return fixed;
}

/** The sources of a node, through nodes that are not drawn. */
function throughPlumbing(to: number, sources: readonly (readonly Source[])[], gone: Uint8Array): Source[] {
  const found: Source[] = [];
  const seen = new Set<number>();
  const stack = [...sources[to]!].reverse();
  while (stack.length > 0) {
    const source = stack.pop()!;
    if (!gone[source.node]) found.push(source);
    else if (!seen.has(source.node)) {
      seen.add(source.node);
      stack.push(...sources[source.node]!.filter(({ control }) => !control).reverse());
    }
  }
  return found;
}

/** `Linear[classifier]` is a layer's scope: its type and its name. */
const scopeParts = (segment: string): readonly [type: string, name: string] => {
  const [, type, name] = /^([^[\]]+)\[([^[\]]*)\]$/.exec(segment) ?? [];
  return type === undefined ? ['', segment] : [type, name!];
};

function scopedBoxes(nodes: readonly GraphNode[], gone: Uint8Array) {
  const unique = uniquePaths();
  const boxes: PictureNode[] = [];
  const scopes = new Map<string, number>();
  const scopeAt = (path: string): number => {
    let parent = -1;
    for (let slash = path.indexOf('/', 1); ; slash = path.indexOf('/', slash + 1)) {
      const whole = slash === -1 ? path : path.slice(0, slash);
      const known = scopes.get(whole);
      if (known === undefined) {
        const [type, name] = scopeParts(whole.slice(parent === -1 ? 0 : whole.lastIndexOf('/') + 1));
        const made = {
          path: unique(whole),
          name,
          type,
          kind: 'scope',
          role: 'other',
          outputs: [],
          amounts: {},
          size: 1,
        } as const;
        scopes.set(whole, boxes.push({ parent, ...made }) - 1);
      }
      parent = scopes.get(whole)!;
      if (slash === -1) return parent;
    }
  };
  const isScope = scopeNames(nodes, gone);
  const boxOf = nodes.map((node, i) => {
    if (gone[i]) return -1;
    const { name, op } = node;
    // a node may have the name of a scope: it stands inside of it
    const slash = isScope.has(name) ? name.length : name.lastIndexOf('/');
    const parent = slash <= 0 ? -1 : scopeAt(name.slice(0, slash));
    const outputs = shapesOf(node);
    const kind = kindOf(node);
    const short = slash === name.length ? name.slice(name.lastIndexOf('/') + 1) : name.slice(slash + 1);
    const role = kind === 'input' || kind === 'output' ? 'end' : roleOf(op);
    return (
      boxes.push({
        parent,
        path: unique(name),
        name: short,
        type: typeOf(kind, op),
        kind,
        role,
        outputs,
        amounts: {},
        size: 1,
      }) - 1
    );
  });
  return { boxes, boxOf, unique };
}

/** All scopes of nodes that are drawn. */
function scopeNames(nodes: readonly GraphNode[], gone: Uint8Array): ReadonlySet<string> {
  const scopes = new Set<string>();
  for (const [i, { name }] of nodes.entries())
    if (!gone[i])
      for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
        const scope = name.slice(0, slash);
        if (scopes.has(scope)) break;
        scopes.add(scope);
      }
  return scopes;
}

/** A graph that is a function takes its variables as inputs. */
function isParameter({ op, parameter, attributes: { dtype: placeholder, T: argument } }: GraphNode): boolean {
  const dtype = placeholder ?? argument;
  const isHandle = inputOps.test(op) && dtype && 'type' in dtype && dtype.type === 'resource';
  return parameter === true || isHandle === true || parameterOps.test(op);
}

function kindOf({ op, name, inputs }: GraphNode): PictureKind {
  if (inputOps.test(op)) return 'input';
  if (op === '_Retval') return 'output';
  if (op === 'IO Node') return inputs.length > 0 ? 'output' : 'input';
  return /^output\//.test(name) && op === 'Identity' ? 'output' : 'node';
}

/** Everybody writes inputs and outputs as another op. */
const typeOf = (kind: PictureKind, op: string): string =>
  kind === 'input' ? 'Input' : kind === 'output' ? 'Output' : op;

function shapesOf({ attributes }: GraphNode): NodeShape[] {
  const { _output_shapes: known, shape } = attributes;
  if (known && 'shapes' in known) return [...known.shapes];
  return shape && 'shape' in shape ? [shape.shape] : [];
}

/** A constant or variable with a shape counts for the first box that reads it, if it is a parameter. */
function addParameters(
  nodes: readonly GraphNode[],
  sources: readonly (readonly Source[])[],
  gone: Uint8Array,
  boxes: PictureNode[],
  boxOf: readonly number[],
): void {
  const read = shapesRead(nodes, sources);
  const counted = new Set<number>();
  for (const [i, box] of boxOf.entries()) {
    if (box === -1) continue;
    const parameters: PictureParameter[] = [];
    const stack = sources[i]!.map(({ node }) => node);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const node = nodes[at];
      if (!node || !gone[at] || counted.has(at)) continue;
      counted.add(at);
      const from = sources[at]!.map((source) => source.node);
      stack.push(...from);
      const shape = parameterShape(node, read.get(at));
      if (!shape) continue;
      const { dtype } = node.attributes;
      parameters.push({ path: node.name, shape, dtype: dtype && 'type' in dtype ? dtype.type : 'float32' });
    }
    if (parameters.length === 0) continue;
    const params = parameters.reduce((sum, { shape }) => sum + (shape ?? []).reduce((a, b) => a * b, 1), 0);
    boxes[box] = { ...boxes[box]!, parameters, amounts: { params } };
  }
}

/** Shapes that tell what a handle leads to, by the handle's index. */
function shapesRead(
  nodes: readonly GraphNode[],
  sources: readonly (readonly Source[])[],
): ReadonlyMap<number, NodeShape> {
  const shapes = new Map<number, NodeShape>();
  for (const [i, node] of nodes.entries()) {
    const [shape] = shapesOf(node);
    if (node.op === 'ReadVariableOp' && shape && sources[i]![0]) shapes.set(sources[i]![0].node, shape);
  }
  return shapes;
}

/** undefined of what is no parameter, or only reads one */
function parameterShape(node: GraphNode, read: NodeShape | undefined): NodeShape | undefined {
  const { op, attributes } = node;
  if (op === 'ReadVariableOp' || !isParameter(node)) return undefined;
  if (read) return read;
  // a handle is a scalar, what it leads to is not
  const { shape } = attributes;
  if (/^Var/.test(op) && shape && 'shape' in shape) return shape.shape;
  return shapesOf(node)[0];
}
