// Freezes a model in a dialect: a graph in which parameters are constants, so that it runs elsewhere.
import type { BySize } from '../dialects/openBatch/batchConstants.ts';
import { expectSameGraph, repeatedPass } from '../dialects/openBatch/dataDependence.ts';
import { type BatchDialect, withOpenBatch } from '../dialects/openBatch/openBatch.ts';
import { UserError } from '../errors.ts';
import type { SignedGraph } from '../graph/graph.ts';
import type { OptionNames } from '../options.ts';
import type { ModelAdapter, TraceOptions, Weights } from '../trace/adapter.ts';
import { adapterOf } from '../trace/adapters.ts';
import { type Distributions, distributionsOf, inPass } from '../trace/distribution.ts';
import { axesText, type InputSpec, type ModelInputs, readInputs } from '../trace/inputs.ts';
import { closedInputs, joinInputs } from '../trace/joinInputs.ts';
import { NoTensor } from '../trace/outputs.ts';
import { withOtherInputs } from '../trace/probeInputs.ts';
import { withWrittenValues } from '../trace/state/heldProperties.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { traceSpecs } from '../trace/traceModel.ts';
import { withLaterClock } from './laterClock.ts';

/** How a model becomes a frozen graph. */
export interface FrozenOptions {
  /** Values of the parameters and buffers by state-dict path; the model's own by default. */
  readonly weights?: Weights | undefined;
  /** Backend of tf.js that computes while the model is traced; by default none, as always for a converted model. */
  readonly backend?: string | undefined;
  /**
   * Whether the first axis of every input stays open. By default it does where no batch was given and the model leaves it
   * open, unless that cannot be proven: the batch is then 1, and a note says why. The model is traced at five batch sizes, and
   * shapes that grow with the batch are computed while the graph runs. With `true` a graph that differs otherwise is refused;
   * with `false` the batch is the one that was given, or 1.
   */
  readonly dynamicBatch?: boolean | undefined;
}

/** Names of the options of `frozenGraph`. */
export const frozenOptionNames: OptionNames<FrozenOptions> = { weights: true, backend: true, dynamicBatch: true };

/** A frozen graph, and clauses on what it lacks, such as an open batch. */
export interface FrozenGraph extends SignedGraph {
  readonly notes: readonly string[];
}

/** A dialect whose graphs run. */
export interface RunnableDialect {
  /** Lowers a trace with its weights. */
  lower(trace: Trace, weights: Weights, distributions: Distributions): SignedGraph;
  /** How its graphs compute sizes that follow from an open batch. */
  readonly batch: BatchDialect;
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
  { weights, backend, dynamicBatch }: FrozenOptions,
  dialect: RunnableDialect,
  example: string,
): FrozenGraph {
  const adapter = adapterOf(model);
  const request = {
    adapter,
    dialect,
    options: adapter.hasGraph && dialect.keepsOwnGraph ? {} : { backend },
    weightsOf: () => weights ?? adapter.weights(),
  };
  const joined = joinInputs(inputs === undefined ? undefined : readInputs(inputs), adapter.inputs, example);
  const specsAt = (batch: number): readonly InputSpec[] => adapter.fit(closedInputs(joined, batch));
  if (dynamicBatch) return { ...withWrittenValues(() => openGraph(request, specsAt(2))), notes: [] };
  const isOpen = joined.some(({ shape }) => shape[0] === null);
  if (dynamicBatch === false || !isOpen) return { ...closedGraph(request, specsAt(1)), notes: [] };
  let reason: string;
  try {
    const fixed = joined.find(({ shape }) => shape[0] !== null && shape.length > 0);
    if (!fixed) return { ...withWrittenValues(() => openGraph(request, specsAt(2))), notes: [] };
    reason = `the input ${axesText(fixed.shape)} has one of its own`;
  } catch (error) {
    reason = (error instanceof Error ? error.message : `${error}`).replace(/^the batch cannot be left open: /, '');
  }
  return { ...closedGraph(request, specsAt(1)), notes: [`the batch is fixed at 1 and cannot be left open: ${reason}`] };
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

function openGraph(request: FreezeRequest, specs: readonly InputSpec[]): SignedGraph {
  const given = batchSize(specs);
  const known = new Map<number, Trace>();
  for (const size of sizesBeside(given))
    try {
      known.set(size, expectWritable(request.dialect, traceToExport(request, specs.map(withBatch(size)))));
    } catch (error) {
      if (size === given || error instanceof RandomError || error instanceof NoTensor) throw error;
      // a model that does not run on a single row can still be exported
      if (size === 1) continue;
      const reason = error instanceof Error ? error.message : `${error}`;
      throw new UserError(`the batch cannot be left open: with ${size}, ${reason}`, { cause: error });
    }
  const held = request.weightsOf();
  const sizes: readonly number[] = [...known.keys()];
  const alone = specs.map(withBatch(sizes[0]!));
  const graphs: readonly SignedGraph[] = graphsOf([...known.values()], request, alone, held);
  return withOpenBatch(request.dialect.batch, graphs as BySize<SignedGraph>, sizes as BySize<number>);
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
  const graphOf = (traced: Trace): SignedGraph => dialect.lower(traced, held, inPass(traced, first, distributions));
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

/** @throws UserError unless all inputs have the same batch size */
function batchSize(specs: readonly InputSpec[]): number {
  const given = [...new Set(specs.flatMap(({ shape }) => shape.slice(0, 1)))];
  const [size] = given;
  if (size === undefined) throw new UserError('the batch cannot be left open: no input has one');
  if (given.length > 1)
    throw new UserError(`the batch cannot be left open: the first axes of the inputs are ${given.join(' and ')}`);
  return size;
}

// beyond the limits that models set for small batches; 2 + 125 is prime, so that no other size divides it
const farther = 125;

/** Batch sizes to compare: near ones, a far one for code that runs only on large batches, and 1 for broadcasts. */
function sizesBeside(given: number): readonly number[] {
  const first = Math.max(2, given);
  return [first, first + 1, first + 3, first + farther, 1];
}

const withBatch =
  (size: number) =>
  ({ shape, dtype, name }: InputSpec): InputSpec => ({
    shape: shape.length === 0 ? shape : [size, ...shape.slice(1)],
    ...(dtype && { dtype }),
    ...(name !== undefined && { name }),
  });

function expectOutput(graph: SignedGraph): SignedGraph {
  if (graph.signature.outputs.length > 0) return graph;
  throw new UserError(nothingToExport);
}

class RandomError extends UserError {}

/** @throws UserError for random numbers that a graph cannot hold */
function expectSteady(traced: Trace): Trace {
  if (traced.untraceable !== undefined)
    throw new RandomError(
      `the model cannot be exported: it ${traced.untraceable}, and one draw of random numbers would be written for all calls: draw tensors with tf.randomNormal or tf.randomUniform, or take the numbers as an input`,
    );
  return traced;
}

/** @throws UserError for a trace that no graph can hold, or none of the dialect */
function expectWritable(dialect: RunnableDialect, traced: Trace): Trace {
  dialect.expectWritable(expectSteady(traced));
  return traced;
}
