// Splits large scopes: TensorBoard does not draw a scope with thousands of children. Numbered scopes such as `1..300` are
// put between the scope and its children; `withoutNumberedScopes` takes them out of a name again.
import { parseUnspelledInput, renameInput } from '../names/nodeInput.ts';
import type { Attribute, Graph, GraphNode } from './graph.ts';

/** The number of direct children that TensorBoard's page draws without delay. */
export const maxChildren = 300;

const numbered = /^\d+\.\.\d+$/;
// a scope of the model that looks like a numbered one gets one more dot
const numberedLike = /^\d+\.\.\d+\.*$/;

const spelled = (segment: string): string => (numberedLike.test(segment) ? `${segment}.` : segment);

/** Returns the name that a node had before its large scopes were split by numbered ones, such as `1..300`. */
export const withoutNumberedScopes = (name: string): string =>
  name
    .split('/')
    .filter((segment) => !numbered.test(segment))
    .map((segment) => (numberedLike.test(segment) ? segment.slice(0, -1) : segment))
    .join('/');

interface Scope {
  /** Absent on leaf nodes, to save thousands of empty Maps. */
  children?: Map<string, Scope>;
  /** Index of the first node in the scope; a constant counts where it is first read. */
  index: number;
  /** Numbered scopes in front of each child, where there are too many children. */
  between?: ReadonlyMap<string, string>;
}

/**
 * Renames the nodes of large scopes, and the inputs and colocations that name them. Names stay unique, and children that
 * are near each other in the graph stay in one numbered scope.
 */
export function splitLargeScopes(graph: Graph): Graph {
  const root = scopeTree(graph.nodes);
  const split = splitScope(root);
  if (!split && !graph.nodes.some(({ name }) => name.split('/').some((segment) => numberedLike.test(segment))))
    return graph;
  const names = new Map(graph.nodes.map(({ name }) => [name, renamed(root, name)]));
  const now = (name: string): string => names.get(name) ?? name;
  const endpoint = <E extends { readonly tensor: string }>(end: E): E => ({
    ...end,
    tensor: renameInput(end.tensor, now),
  });
  return {
    ...graph,
    ...(graph.signature && {
      signature: {
        inputs: graph.signature.inputs.map(endpoint),
        outputs: graph.signature.outputs.map(endpoint),
      },
    }),
    nodes: graph.nodes.map((node) => ({
      ...node,
      name: names.get(node.name)!,
      inputs: node.inputs.map((text) => renameInput(text, now)),
      ...(node.attributes._class && {
        attributes: { ...node.attributes, _class: colocated(node.attributes._class, names) },
      }),
    })),
  };
}

function scopeTree(nodes: readonly GraphNode[]): Scope {
  const root: Scope = { index: 0 };
  const firstUse = new Map<string, number>();
  for (const [index, { inputs }] of nodes.entries())
    for (const text of inputs) {
      const { node: name } = parseUnspelledInput(text);
      if (!firstUse.has(name)) firstUse.set(name, index);
    }
  for (const [index, { name, op }] of nodes.entries()) {
    const at = op === 'Const' ? (firstUse.get(name) ?? index) : index;
    let scope = root;
    for (const segment of name.split('/')) {
      scope.children ??= new Map();
      let child = scope.children.get(segment);
      if (!child) {
        child = { index: at };
        scope.children.set(segment, child);
      }
      child.index = Math.min(child.index, at);
      scope = child;
    }
  }
  return root;
}

/** Returns whether the scope or one inside it has too many children. */
function splitScope(scope: Scope): boolean {
  let crowded = false;
  if (!scope.children) return crowded;
  for (const child of scope.children.values()) crowded = splitScope(child) || crowded;
  if (scope.children.size <= maxChildren) return crowded;
  const inOrder = [...scope.children].sort(([, a], [, b]) => a.index - b.index).map(([name]) => name);
  const between = new Map<string, string>();
  const divide = (from: number, to: number, prefix: string): void => {
    const count = to - from;
    if (count <= maxChildren) {
      for (let i = from; i < to; i++) between.set(inOrder[i]!, prefix);
      return;
    }
    const levels = Math.ceil(Math.log(count) / Math.log(maxChildren) - 1e-9);
    const parts = Math.ceil(count / maxChildren ** (levels - 1));
    for (let i = 0; i < parts; i++) {
      const [first, end] = [from + Math.floor((count * i) / parts), from + Math.floor((count * (i + 1)) / parts)];
      divide(first, end, `${prefix}${first + 1}..${end}/`);
    }
  };
  divide(0, inOrder.length, '');
  scope.between = between;
  return true;
}

function renamed(root: Scope, name: string): string {
  let scope = root;
  const segments: string[] = [];
  for (const segment of name.split('/')) {
    segments.push(`${scope.between?.get(segment) ?? ''}${spelled(segment)}`);
    scope = scope.children!.get(segment)!;
  }
  return segments.join('/');
}

function colocated(value: Attribute, names: ReadonlyMap<string, string>): Attribute {
  if (!('strings' in value)) return value;
  const at = 'loc:@';
  const follow = (text: string): string => at + (names.get(text.slice(at.length)) ?? text.slice(at.length));
  return { strings: value.strings.map((text) => (text.startsWith(at) ? follow(text) : text)) };
}
