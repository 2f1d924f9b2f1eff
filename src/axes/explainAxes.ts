// The open axes of a model: sizes at which it runs, and the shapes of its tensors at any other size as expressions of them.
import { messageOf, UserError } from '../errors.ts';
import type { ModelAdapter } from '../trace/adapter.ts';
import { axesText, type InputSpec, type ModelInputs, type OpenInput, readInputs } from '../trace/inputs.ts';
import { closedInputs, joinInputs } from '../trace/joinInputs.ts';
import type { Trace } from '../trace/trace.ts';
import { traceSpecs } from '../trace/traceModel.ts';
import { alignedValues } from './alignCalls.ts';
import { groupNames, type OpenAxis, openAxesOf } from './axisNames.ts';
import { explainDims, type OpenShape } from './explainDims.ts';
import { valueAt } from './expression.ts';
import type { PrintedSymbol } from './expressionText.ts';
import { type Sampled, sampled } from './sampling.ts';
import { SizeSearch, type TraceAt } from './sizeSearch.ts';

/** A size that is open: of one axis, or of several that move together. */
export interface OpenSymbol extends PrintedSymbol {
  readonly members: readonly OpenAxis[];
  readonly isBatch: boolean;
}

/** What is known of a model's open axes. */
export interface OpenAxes extends Sampled {
  readonly inputs: readonly OpenInput[];
  readonly symbols: readonly OpenSymbol[];
  /** Axes that ran at one size alone, their base. */
  readonly fixed: readonly OpenSymbol[];
}

/** Calls of a model whose shapes are explained at most; each trace of a larger one takes seconds. */
export const maxExplainedCalls = 20_000;

/** A model ran at no size of its open axes that was tried. */
class OpenAxesError extends UserError {
  constructor(inputs: readonly OpenInput[], cause: unknown) {
    const reason = messageOf(cause).replace(/\.$/, '');
    const open = openOnly(inputs);
    const shapes = open.map(({ name, shape }) => `${name === undefined ? '' : `${name} `}${axesText(shape)}`);
    const line = inputLine(
      inputs.map((input) => ({ ...input, shape: input.shape.map((dim, axis) => dim ?? (axis === 0 ? 1 : 32)) })),
      open,
    );
    super(
      `the model ran at no size that was tried for the open axes of ${shapes.join(' and ')}, where ${reason}: give its sizes, on the command line such as ${line}`,
      {
        cause,
      },
    );
  }
}

/**
 * The options of a command line that close open inputs: `--input a:1,16,4 --input b:1,16,4`; the name is left out where there
 * is one input alone.
 * @param closed all inputs of the model, with their sizes
 * @param open those to name
 */
export function inputLine(
  closed: readonly Pick<InputSpec, 'name' | 'shape'>[],
  open: readonly Pick<OpenInput, 'name'>[],
): string {
  const isOpen = (name: string | undefined) => open.some((input) => input.name === name);
  return closed
    .filter(({ name }) => closed.length === 1 || isOpen(name))
    .map(({ name, shape }) => {
      const value = closed.length === 1 || name === undefined ? `${shape}` : `${name}:${shape}`;
      return `--input ${/^[\w./:,-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`}`;
    })
    .join(' ');
}

/** Inputs that leave an axis open beyond the batch. */
export const openOnly = <T extends OpenInput>(inputs: readonly T[]): T[] =>
  inputs.filter(({ shape }) => shape.slice(1).includes(null));

/** Whether an axis other than the batch is open. */
export const hasOpenAxes = (inputs: readonly OpenInput[]): boolean => openOnly(inputs).length > 0;

/** Inputs with sizes of their open axes; axes that `axes` leaves out stay open. */
export const withSizes = <T extends Pick<OpenInput, 'shape'>>(
  inputs: readonly T[],
  axes: readonly OpenAxis[],
  sizes: readonly number[],
): T[] =>
  inputs.map((input, index) => ({
    ...input,
    shape: input.shape.map((dim, axis) => {
      const at = dim === null ? axes.findIndex((one) => one.input === index && one.axis === axis) : -1;
      return at < 0 ? dim : sizes[at]!;
    }),
  }));

/** Traces a model on shapes, at sizes of these axes. */
const tracer =
  (adapter: ModelAdapter, inputs: readonly OpenInput[], axes: readonly OpenAxis[]): TraceAt =>
  (sizes) =>
    traceSpecs(adapter, adapter.fit(withSizes(inputs, axes, sizes).map(specOf)), {});

/** @param input without an open axis */
const specOf = ({ name, shape, dtype }: OpenInput): InputSpec => ({
  shape: shape.map((dim) => dim ?? 1),
  dtype,
  ...(name !== undefined && { name }),
});

/**
 * Closes open axes at sizes at which the model runs on shapes; the batch stays open. Inputs without such axes are returned
 * as they are, and nothing is traced.
 * @throws OpenAxesError where no size was found
 */
export function withRunningSizes<T extends OpenInput>(adapter: ModelAdapter, inputs: readonly T[]): readonly T[] {
  if (!hasOpenAxes(inputs)) return inputs;
  const axes = openAxesOf(inputs, true);
  const search = new SizeSearch(axes, tracer(adapter, inputs, axes));
  const base = search.base();
  if (!base) throw new OpenAxesError(inputs, search.firstError);
  const inner = axes.flatMap((axis, i) => (axis.isBatch ? [] : [[axis, base[i]!] as const]));
  return withSizes(
    inputs,
    inner.map(([axis]) => axis),
    inner.map(([, size]) => size),
  );
}

/**
 * The inputs of a pass as `specsOf` gives them, with open axes at sizes at which the model runs.
 * @throws UserError as `specsOf` and `withRunningSizes` do
 */
export function runningSpecs(
  adapter: ModelAdapter,
  inputs: ModelInputs | undefined,
  example: string,
): readonly InputSpec[] {
  const joined = joinInputs(inputs === undefined ? undefined : readInputs(inputs), adapter.inputs, example);
  return adapter.fit(closedInputs(withRunningSizes(adapter, joined), 1));
}

/**
 * Explains the shapes of a model's tensors by its open axes, from 10 to 40 traces on shapes alone.
 * @param inputs with null for an open axis
 * @throws OpenAxesError where the model runs at no size that was tried
 */
export function explainOpenAxes(
  adapter: ModelAdapter,
  inputs: readonly OpenInput[],
  traceAt: (axes: readonly OpenAxis[]) => TraceAt = (axes) => tracer(adapter, inputs, axes),
): OpenAxes {
  const axes = openAxesOf(inputs, true);
  const search = new SizeSearch(axes, traceAt(axes));
  const base = search.base();
  if (!base) throw new OpenAxesError(inputs, search.firstError);
  if (search.attempt(base)!.calls.length > maxExplainedCalls) return unexplained(inputs, axes, base);
  const groups = search.groups(base);
  const members = groups.map((group) => group.members.map((i) => axes[i]!));
  const names = groupNames(members);
  const all = groups.map((group, k) => ({
    ...group,
    name: names[k]!,
    members: members[k]!,
    indices: group.members,
    isBatch: members[k]!.every(({ isBatch }) => isBatch),
  }));
  const symbols = all.filter(({ step }) => step > 0);
  const found = sampled(symbols, (sizes) => {
    const byAxis = [...base];
    for (const [k, { indices }] of symbols.entries()) for (const i of indices) byAxis[i] = sizes[k]!;
    return search.attempt(byAxis);
  });
  return { inputs, symbols, fixed: all.filter(({ step }) => step === 0), ...found };
}

function unexplained(inputs: readonly OpenInput[], axes: readonly OpenAxis[], base: readonly number[]): OpenAxes {
  const names = groupNames(axes.map((axis) => [axis]));
  const fixed = axes.map((axis, i) => ({
    name: names[i]!,
    members: [axis],
    isBatch: axis.isBatch,
    base: base[i]!,
    step: 0,
  }));
  return { inputs, symbols: [], fixed, samples: [], explained: explainDims([]), isBounded: false };
}

/** The inputs with each open axis at the size that the search began with; the batch stays open. */
export function atBase<T extends OpenInput>({ symbols, fixed }: OpenAxes, inputs: readonly T[]): T[] {
  const inner = [...symbols, ...fixed].flatMap(({ members, base }) =>
    members.flatMap((axis) => (axis.isBatch ? [] : [[axis, base] as const])),
  );
  return withSizes(
    inputs,
    inner.map(([axis]) => axis),
    inner.map(([, size]) => size),
  );
}

/**
 * The expressions of the shapes of a trace, by index in its values; a value of no call has none.
 * @param sizes of the symbols in the trace
 */
export function openShapesOf(
  { explained }: Pick<OpenAxes, 'explained'>,
  trace: Trace,
  sizes: readonly number[],
): ReadonlyMap<number, OpenShape> {
  const shapes = new Map<number, OpenShape>();
  for (const [key, { value }] of alignedValues(trace)) {
    const dims = trace.values[value]!.shape;
    const known = explained.shapes.get(key);
    const open = dims.map((dim, axis) => {
      const expression = known?.length === dims.length ? known[axis] : undefined;
      return expression && valueAt(expression, sizes) === dim ? expression : undefined;
    });
    // a module and a kernel in it may give the same tensor
    const before = shapes.get(value);
    shapes.set(value, before ? before.map((one, axis) => one ?? open[axis]) : open);
  }
  return shapes;
}
