// The calls of a trace as a tree, which can be changed and written back.
import type { Call, KernelCall } from '../trace/trace.ts';

/** A call and the calls inside it; its field `parent` has no meaning here. */
export interface CallNode {
  readonly call: Call;
  readonly children: CallNode[];
}

/** The outermost calls. */
export function treeOf(calls: readonly Call[]): CallNode[] {
  const roots: CallNode[] = [];
  const nodes: CallNode[] = [];
  for (const call of calls) {
    const node: CallNode = { call, children: [] };
    nodes.push(node);
    (call.parent === -1 ? roots : nodes[call.parent]!.children).push(node);
  }
  return roots;
}

/** The calls in the order entered, with the indices of their parents. */
export function callsOf(roots: readonly CallNode[]): Call[] {
  const calls: Call[] = [];
  const add = ({ call, children }: CallNode, parent: number): void => {
    const index = calls.push({ ...call, parent }) - 1;
    for (const child of children) add(child, index);
  };
  for (const root of roots) add(root, -1);
  return calls;
}

/** The kernels in these calls, in the order entered. */
export function* kernelsIn(nodes: readonly CallNode[]): Generator<KernelCall> {
  for (const { call, children } of nodes) {
    if (call.level === 'kernel') yield call;
    yield* kernelsIn(children);
  }
}

/** The values that a kernel reads, in the order of its inputs. */
export const readBy = ({ inputs }: KernelCall): readonly number[] => Object.values(inputs).flat();

/** The kernel of a call, if it has this name. */
export const kernelNamed = (node: CallNode | undefined, name: string): KernelCall | undefined =>
  node?.call.level === 'kernel' && node.call.kernel === name ? node.call : undefined;

/** The axis of a kernel that takes a tensor apart, or joins tensors. */
export const axisOf = ({ attributes }: KernelCall): number => (attributes as { readonly axis: number }).axis;

/** What the calls inside a call are looked up by: the same in every trace of a model, and for each call of a module. */
export function keyIn(outer: string, call: Call): string {
  if (call.level === 'module') return `${outer}/${call.module}`;
  return call.level === 'op' ? `${outer}/${call.op}` : outer;
}
