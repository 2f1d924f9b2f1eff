// Pairs the values of two traces that correspond: outputs of layers that correspond, and of equal kernels in these.

import { addTo } from '../../addTo.ts';
import { lastName } from '../../names/modulePath.ts';
import { kindOfName } from '../../names/nameKind.ts';
import { givenSettings } from '../../trace/settings.ts';
import { flat, type ModuleCall, type Trace } from '../../trace/trace.ts';
import { type Intern, interning } from '../diffTree.ts';
import { type Pair, type PairNode, pairOf } from '../pairLayers.ts';
import { madeIn, type Program, type Step } from './program.ts';

/** A module call of one program, with the kernels that run in it and in no module inside of it. */
interface CallNode extends PairNode<CallNode> {
  readonly call: ModuleCall;
  readonly steps: readonly Step[];
}

/** Pairs values that kernels compute. @returns by value of the tested program: the value of the reference */
export function pairedValues(tested: Program, reference: Program): Map<number, number> {
  const intern = interning();
  const pairs = new Map<number, number>();
  const [made, counterparts] = [madeIn(tested), madeIn(reference)];
  const add = (a: number | undefined, b: number | undefined): void => {
    if (a === undefined || b === undefined || pairs.has(a)) return;
    if (made.has(a) && counterparts.has(b) && kindOf(tested.trace, a) === kindOf(reference.trace, b)) pairs.set(a, b);
  };
  const visit = (pair: Pair<CallNode>): void => {
    const { before, after } = pair;
    if (before === undefined || after === undefined) return;
    for (const child of pair.children) visit(child);
    const [a, b] = [flat(before.call.outputs), flat(after.call.outputs)];
    for (const [i, value] of a.entries()) add(value, b[i]);
    for (const [x, y] of equalSteps(tested, before.steps, reference, after.steps))
      for (const [i, value] of x.kernelCall.outputs.entries()) add(value, y.kernelCall.outputs[i]);
  };
  visit(pairOf(nodeOf(tested, intern), nodeOf(reference, intern), intern));
  return pairs;
}

const kindOf = ({ values }: Trace, value: number): string => `${values[value]!.dtype} ${values[value]!.shape}`;

/** Pairs the equal kernels at the start and at the end of two lists: all of them where the lists are equal. */
function equalSteps(
  tested: Program,
  a: readonly Step[],
  reference: Program,
  b: readonly Step[],
): (readonly [Step, Step])[] {
  const text = ({ trace }: Program, { kernelCall }: Step): string =>
    `${kernelCall.kernel} ${kernelCall.outputs.map((value) => kindOf(trace, value)).join()}`;
  const isSame = (x: Step, y: Step): boolean => text(tested, x) === text(reference, y);
  const shorter = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < shorter && isSame(a[start]!, b[start]!)) start += 1;
  while (end < shorter - start && isSame(a.at(-1 - end)!, b.at(-1 - end)!)) end += 1;
  return [
    ...Array.from({ length: start }, (_, i) => [a[i]!, b[i]!] as const),
    ...Array.from({ length: end }, (_, i) => [a.at(i - end)!, b.at(i - end)!] as const),
  ];
}

/** The index in `trace.calls` of the innermost module call around each call, -1 around the outermost. */
export function modulesAround({ calls }: Trace): Int32Array {
  const around = new Int32Array(calls.length);
  // parents come before children
  for (const [i, { parent }] of calls.entries())
    around[i] = parent === -1 || calls[parent]!.level === 'module' ? parent : around[parent]!;
  return around;
}

/** The tree of module calls, whose root is the model's own call. */
function nodeOf(program: Program, intern: Intern): CallNode {
  const { trace, steps } = program;
  const { calls } = trace;
  const around = modulesAround(trace);
  const stepsOf = new Map<number, Step[]>();
  for (const step of steps) addTo(stepsOf, around[step.call]!, step);
  const children = new Map<number, CallNode[]>();
  let root: CallNode | undefined;
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i]!;
    if (call.level !== 'module') continue;
    root = callNode(trace, call, (children.get(i) ?? []).reverse(), stepsOf.get(i) ?? [], intern);
    addTo(children, around[i]!, root);
  }
  return root!;
}

function callNode(
  trace: Trace,
  call: ModuleCall,
  children: readonly CallNode[],
  steps: readonly Step[],
  intern: Intern,
): CallNode {
  const module = trace.modules[call.module]!;
  const { type, path, parameters, settings } = module;
  const shapes = (nest: ModuleCall['inputs']) => flat(nest).map((value) => kindOf(trace, value));
  const [inputs, outputs] = [shapes(call.inputs), shapes(call.outputs)];
  const below = (key: 'whole' | 'definition' | 'skeleton') => children.map((child) => [child.kind, child[key]]);
  const built = [type, parameters.map(({ shape, dtype }) => [shape, dtype])];
  const size = children.reduce((sum, child) => sum + child.size[1], 1);
  return {
    call,
    steps,
    children,
    kind: kindOfName(lastName(path), type),
    size: [0, size],
    layer: { type, called: true, sharedWith: null, settings: settings ?? {}, inputs, outputs, parameters },
    whole: intern(JSON.stringify(['whole', built, givenSettings(settings), inputs, outputs, below('whole')])),
    definition: intern(JSON.stringify(['definition', built, below('definition')])),
    skeleton: intern(JSON.stringify(['skeleton', type, below('skeleton')])),
  };
}
