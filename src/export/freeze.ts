// Freezes a model in a dialect: a graph in which parameters are constants, so that it runs elsewhere.
import { hasOpenAxes, withRunningSizes } from '../axes/explainAxes.ts';
import { roller, whyNoLoop } from '../axes/rollLoops.ts';
import { got } from '../checks.ts';
import { expectSameGraph, repeatedPass } from '../dialects/openAxes/dataDependence.ts';
import { batchName, loneSize, type OpenDialect, refusal, withOpenAxes } from '../dialects/openAxes/openGraph.ts';
import { messageOf, UserError } from '../errors.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { type OptionNames, optionKinds } from '../options.ts';
import type { ModelAdapter, TraceOptions, Weights } from '../trace/adapter.ts';
import { adapterOf } from '../trace/adapters.ts';
import { type Distributions, distributionsOf, inPass } from '../trace/distribution.ts';
import { axesText, type InputSpec, type ModelInputs, type OpenInput, readInputs } from '../trace/inputs.ts';
import { closedInputs, type JoinedInput, joinInputs } from '../trace/joinInputs.ts';
import { readWeights } from '../trace/modelWeights.ts';
import { NoTensor } from '../trace/outputs.ts';
import { withOtherInputs } from '../trace/probeInputs.ts';
import { withWrittenValues } from '../trace/state/heldProperties.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { traceSpecs } from '../trace/traceModel.ts';
import { withLaterClock } from './laterClock.ts';
import { bySize, openTraces, Unsteady } from './openTraces.ts';

/** How a model becomes a frozen graph. */
export interface FrozenOptions {
  /** Values of the parameters and buffers by state-dict path; the model's own by default. */
  readonly weights?: Weights | undefined;
  /** Backend of tf.js that computes while the model is traced; by default none, as always for a converted model. */
  readonly backend?: string | undefined;
  /**
   * Whether axes stay open: those that the model, or null in a given shape, leaves open, and with `true` the first axis of
   * every input besides. By default they do unless that cannot be proven: a note then says which are fixed, and why. The
   * model is traced at five sizes or more, and numbers that follow from the sizes are computed while the graph runs. With
   * `true` a graph that differs otherwise is refused; with `false` the batch is the one that was given, or 1, and other
   * open axes have sizes at which the model runs.
   */
  readonly dynamic?: boolean | undefined;
}

/** Names of the options of `frozenGraph`. */
export const frozenOptionNames: OptionNames<FrozenOptions> = { weights: true, backend: true, dynamic: true };

/** A frozen graph, and clauses on what it lacks, such as an open batch. */
export interface FrozenGraph extends SignedGraph {
  readonly notes: readonly string[];
}

/** A dialect whose graphs run. */
export interface RunnableDialect {
  /** Lowers a trace with its weights. */
  lower(trace: Trace, weights: Weights, distributions: Distributions): SignedGraph;
  /** How its graphs compute sizes that follow from open axes. */
  readonly open: OpenDialect;
  /** Whether a converted model keeps its own graph, whatever its inputs are. */
  readonly keepsOwnGraph: boolean;
  /** @throws UserError for a trace that the dialect cannot hold, before any weight is read */
  expectWritable(trace: Trace): void;
}

/**
 * Returns the graph of a model in a dialect; `frozenGraph` and `onnxGraph` say what it throws.
 * @param example a call with inputs, for the error text
 */
export function freeze(
  model: Traceable,
  inputs: ModelInputs | undefined,
  { weights, backend, dynamic }: FrozenOptions,
  dialect: RunnableDialect,
  example: string,
): FrozenGraph {
  if (dynamic !== undefined && typeof dynamic !== 'boolean')
    throw new UserError(`dynamic must ${optionKinds.flag.must}, got ${got(dynamic)}`);
  const adapter = adapterOf(model);
  const request = {
    adapter,
    dialect,
    options: adapter.hasGraph && dialect.keepsOwnGraph ? {} : { backend },
    weightsOf: () => weights ?? readWeights(adapter),
  };
  const joined = joinInputs(inputs === undefined ? undefined : readInputs(inputs), adapter.inputs, example);
  if (dynamic) {
    const { inputs: open, given } = openBatches(joined);
    return { ...withWrittenValues(() => openGraph(request, open, given)), notes: stateNotes(adapter) };
  }
  const notes = stateNotes(adapter);
  for (const way of dynamic === false ? [] : waysToOpen(adapter, joined))
    try {
      return { ...withWrittenValues(() => openGraph(request, way.inputs())), notes };
    } catch (error) {
      const reason = messageOf(error).replace(/^.*? cannot be left open: /, '');
      notes.push(`${way.otherwise()} and cannot be left open: ${reason}`);
    }
  const closed = closedInputs(withRunningSizes(adapter, joined), 1);
  if (dynamic === false && hasOpenAxes(joined)) notes.push(`the open axes are fixed at ${shapesText(closed)}`);
  return { ...closedGraph(request, adapter.fit(closed)), notes };
}

/** A clause on states that layers of tf.layers keep from call to call. */
const stateNotes = ({ keepsStates }: ModelAdapter): string[] =>
  keepsStates
    ? ['each call begins with the states that the model has now: the graph does not keep them from call to call']
    : [];

const shapesText = (inputs: readonly Pick<OpenInput, 'shape'>[]): string =>
  inputs.map(({ shape }) => axesText(shape)).join(' and ');

/** Inputs of which some axes stay open. */
interface Way {
  inputs(): readonly JoinedInput[];
  /** A clause on what is not open where it fails. */
  otherwise(): string;
}

/** What to leave open, the most first. */
function waysToOpen(adapter: ModelAdapter, joined: readonly JoinedInput[]): Way[] {
  const isBatchOpen = joined.some(({ shape }) => shape[0] === null);
  const fixed = joined.find(({ shape, tensor }) => tensor || (typeof shape[0] === 'number' && isBatchOpen));
  const expectOneBatch = <T>(inputs: T): T => {
    if (fixed) throw refusal({ names: [batchName] }, `the input ${axesText(fixed.shape)} has one of its own`);
    return inputs;
  };
  const ways: Way[] = [];
  if (hasOpenAxes(joined))
    ways.push({
      inputs: () => expectOneBatch(joined),
      otherwise: () => `the open axes are fixed at ${shapesText(withRunningSizes(adapter, joined))}`,
    });
  if (isBatchOpen)
    ways.push({
      inputs: () => expectOneBatch(withRunningSizes(adapter, joined)),
      otherwise: () => 'the batch is fixed at 1',
    });
  return ways;
}

/**
 * Leaves the first axis of every input open.
 * @throws UserError for inputs with other batch sizes, and where none has one
 */
function openBatches(joined: readonly JoinedInput[]): { inputs: JoinedInput[]; given: number | undefined } {
  const given = [...new Set(joined.flatMap(({ shape }) => (typeof shape[0] === 'number' ? [shape[0]] : [])))];
  if (joined.every(({ shape }) => shape.length === 0)) throw refusal({ names: [batchName] }, 'no input has one');
  if (given.length > 1)
    throw refusal({ names: [batchName] }, `the first axes of the inputs are ${given.join(' and ')}`);
  const inputs = joined.map(({ tensor: _, ...input }) => ({
    ...input,
    shape: input.shape.map((dim, axis) => (axis === 0 ? null : dim)),
  }));
  return { inputs, given: given[0] };
}

/** A model to freeze. */
interface FreezeRequest {
  readonly adapter: ModelAdapter;
  readonly dialect: RunnableDialect;
  readonly options: TraceOptions;
  readonly weightsOf: () => Weights;
}

function closedGraph(request: FreezeRequest, specs: readonly InputSpec[]): SignedGraph {
  return withWrittenValues(() => {
    const traced = expectWritable(request.dialect, traceToExport(request, specs));
    return graphsOf([traced], request, specs, request.weightsOf())[0]!;
  });
}

/** @param given the batch at which a model must run, where it is open */
function openGraph(request: FreezeRequest, inputs: readonly JoinedInput[], given = 2): SignedGraph {
  const { adapter, dialect } = request;
  const open = openTraces(adapter, inputs, given, (specs) => expectWritable(dialect, traceToExport(request, specs)));
  const held = request.weightsOf();
  let { samples } = open;
  for (;;) {
    const traces = samples.map(({ trace }) => trace);
    let graphs = graphsOf(traces, request, open.specsAt(samples[0]!.sizes), held);
    let sizes = open.explained(samples);
    for (;;) {
      const lone = loneSize(dialect.open, bySize(graphs), sizes);
      if (lone === undefined) break;
      samples = samples.toSpliced(lone, 1);
      graphs = graphs.toSpliced(lone, 1);
      sizes = open.explained(samples);
    }
    const graph = withLoopReason(() => withOpenAxes(dialect.open, bySize(graphs), sizes), traces);
    const next = open.nextSample(samples, sizes.explainer);
    if (!next) return graph;
    samples = [...samples, next];
  }
}

/** Runs `open`, and adds to its error why steps over an open length are no loop, where there are such steps. */
function withLoopReason<T>(open: () => T, traces: readonly Trace[]): T {
  try {
    return open();
  } catch (error) {
    const why = error instanceof UserError ? whyNoLoop(traces) : undefined;
    throw why === undefined
      ? error
      : new UserError(`${messageOf(error)}; its steps are no loop: ${why}`, { cause: error });
  }
}

/** @throws NoTensor for a model that returns no tensor, and what `trace` throws */
function traceToExport({ adapter, options }: FreezeRequest, specs: readonly InputSpec[]): Trace {
  try {
    return traceSpecs(adapter, specs, options);
  } catch (error) {
    throw error instanceof NoTensor ? new NoTensor(nothingToExport, { cause: error }) : error;
  }
}
const nothingToExport = 'the model gives no tensor: there is nothing to export';

/**
 * Returns the graphs of `traces`. The first pass is repeated at another time, which shows random numbers that the model makes by itself;
 * the distribution of a draw of tf.js is found from the repetitions.
 * @param specs inputs of the first trace
 * @throws UserError where a repetition, or a pass with other inputs, gives another graph
 */
function graphsOf(
  traces: readonly Trace[],
  { adapter, dialect, options }: FreezeRequest,
  specs: readonly InputSpec[],
  held: Weights,
): SignedGraph[] {
  const first = traces[0]!;
  const sizes = first.values.flatMap(({ drawn, constant }) => (drawn ? [constant!.length] : []));
  // a short draw needs more repetitions; a pass on a backend is compared with other inputs below
  const alone = first.graph || options.backend !== undefined ? 0 : 1;
  const count = sizes.length === 0 ? alone : Math.min(...sizes) < 8 ? 7 : 1;
  const again = Array.from({ length: count }, () =>
    expectSteady(withLaterClock(() => traceSpecs(adapter, specs, options))),
  );
  const distributions = distributionsOf([...traces, ...again]);
  const roll = roller(first.graph ? [] : traces);
  const graphOf = (traced: Trace): SignedGraph =>
    dialect.lower(roll(traced), held, inPass(traced, first, distributions));
  const graphs = traces.map(graphOf);
  for (const other of again) expectSameGraph(graphs[0]!, graphOf(other), repeatedPass);
  if (options.backend !== undefined)
    withOtherInputs(specs, (others) => {
      let traced: Trace;
      try {
        traced = withLaterClock(() => traceSpecs(adapter, others, options));
      } catch {
        // a model may refuse such inputs
        return;
      }
      expectSameGraph(graphs[0]!, graphOf(traced));
    });
  return graphs.map(expectOutput);
}

function expectOutput(graph: SignedGraph): SignedGraph {
  if (graph.signature.outputs.length > 0) return graph;
  throw new UserError(nothingToExport);
}

/** @throws UserError for random numbers that a graph cannot hold */
function expectSteady(traced: Trace): Trace {
  if (traced.untraceable !== undefined)
    throw new Unsteady(
      `the model cannot be exported: it ${traced.untraceable}, and one draw of random numbers would be written for all calls: draw tensors with tf.randomNormal or tf.randomUniform, or take the numbers as an input`,
    );
  return traced;
}

/** @throws UserError for a trace that no graph can hold, or none of the dialect */
function expectWritable(dialect: RunnableDialect, traced: Trace): Trace {
  dialect.expectWritable(expectSteady(traced));
  return traced;
}
