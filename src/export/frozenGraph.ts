// A graph that runs wherever TensorFlow does: parameters are constants. In: a model, what it takes, its numbers. Out: a
// graph.

import { expectIndifferent, repeated } from '../dialects/tensorflow/dataDependence.ts';
import { tensorflowGraph } from '../dialects/tensorflow/lowerTrace.ts';
import type { BySize } from '../dialects/tensorflow/openBatch/batchConstants.ts';
import { withOpenBatch } from '../dialects/tensorflow/openBatch/openBatch.ts';
import { UserError } from '../errors.ts';
import type { SignedGraph } from '../graph/graph.ts';
import { parseNodeInput } from '../names/nodeInput.ts';
import { expectReadable } from '../proto/wire.ts';
import type { TraceOptions, Weights } from '../trace/adapter.ts';
import { adapterOf } from '../trace/adapters.ts';
import { distributionsOf, inPass } from '../trace/distribution.ts';
import { type GraphInput, type InputSpec, inputSpecs } from '../trace/inputs.ts';
import { weightsOf } from '../trace/modelWeights.ts';
import { NoTensor } from '../trace/outputs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { trace } from '../trace/traceModel.ts';
import { withLaterClock } from './laterClock.ts';
import { withOtherInputs } from './probeInputs.ts';

export interface FrozenOptions {
  /** of its parameters and buffers; unless given the model's own, as `weightsOf` reads them */
  readonly numbers?: Weights | undefined;
  /** on which backend of tf.js the model computes while it is traced; a converted model, and without it any, on none */
  readonly backend?: string | undefined;
  /**
   * Leaves the first axis of every input open. The model is traced at five sizes, shapes that grow with the batch are
   * computed while the graph runs, and what is not explained that way is refused.
   */
  readonly dynamicBatch?: boolean;
}

/**
 * What `model` computes, in TensorFlow's ops. Its inputs and outputs have the names that the model gives them, or else
 * `x`, `x_1`, … and `output`, `output_1`, ….
 * @param inputs tensors, or shapes with the batch
 * @throws UserError for a kernel that the trace or TensorFlow does not know, for a model that gives no tensor or that on a
 * backend does otherwise with other inputs, for random numbers that no op of TensorFlow draws, for a parameter without
 * numbers, for parameters of 2^31 bytes and more, before any is read, for a table of words that nothing fills, and for an
 * open batch that is not explained; and whatever the model throws
 */
export function frozenGraph(
  model: Traceable,
  inputs: GraphInput | readonly GraphInput[],
  { numbers, backend, dynamicBatch = false }: FrozenOptions = {},
): SignedGraph {
  const specs = inputSpecs(inputs);
  const tracing = adapterOf(model).hasGraph ? {} : { backend };
  if (!dynamicBatch) {
    const traced = expectWritable(traceToExport(model, specs, tracing));
    const held = numbers ?? weightsOf(model);
    return graphsOf([traced], model, specs, tracing, held)[0]!;
  }
  const given = batchSize(specs);
  const known = new Map<number, Trace>();
  for (const size of sizesBeside(given))
    try {
      known.set(size, expectWritable(traceToExport(model, specs.map(withBatch(size)), tracing)));
    } catch (error) {
      if (size === given || error instanceof RandomError || error instanceof NoTensor) throw error;
      // what runs on no single row is none the worse for that
      if (size === 1) continue;
      const reason = error instanceof Error ? error.message : `${error}`;
      throw new UserError(`the batch cannot be left open: with ${size}, ${reason}`, { cause: error });
    }
  const held = numbers ?? weightsOf(model);
  const sizes: readonly number[] = [...known.keys()];
  const alone = specs.map(withBatch(sizes[0]!));
  const graphs: readonly SignedGraph[] = graphsOf([...known.values()], model, alone, tracing, held);
  return withOpenBatch(graphs as BySize<SignedGraph>, sizes as BySize<number>);
}

/** @throws NoTensor in an exporter's words, and what `trace` throws */
function traceToExport(model: Traceable, specs: readonly InputSpec[], options: TraceOptions): Trace {
  try {
    return trace(model, specs, options);
  } catch (error) {
    throw error instanceof NoTensor ? new NoTensor(nothingToExport, { cause: error }) : error;
  }
}
const nothingToExport = 'the model gives no tensor: there is nothing to export';

/**
 * The graphs of `traces`. The first pass is repeated at another time, which shows random numbers that the model makes by itself; draws of
 * tf.js need the repetitions to tell what they are drawn from.
 * @param specs inputs of the first of the traces
 * @throws UserError where a repetition, or a pass with other inputs, gives another graph
 */
function graphsOf(
  traces: readonly Trace[],
  model: Traceable,
  specs: readonly InputSpec[],
  options: TraceOptions,
  held: Weights,
): SignedGraph[] {
  const first = traces[0]!;
  const sizes = first.values.flatMap(({ drawn, constant }) => (drawn ? [constant!.length] : []));
  // few numbers of a draw tell little; on a backend a pass with other inputs follows; a converted model brings its graph
  const alone = first.graph || options.backend !== undefined ? 0 : 1;
  const count = sizes.length === 0 ? alone : Math.min(...sizes) < 8 ? 7 : 1;
  const again = Array.from({ length: count }, () => expectWritable(withLaterClock(() => trace(model, specs, options))));
  const distributions = distributionsOf([...traces, ...again]);
  const graphOf = (traced: Trace): SignedGraph => tensorflowGraph(traced, held, inPass(traced, first, distributions));
  const graphs = traces.map(graphOf);
  for (const other of again) expectIndifferent(graphs[0]!, graphOf(other), repeated);
  if (options.backend !== undefined)
    withOtherInputs(specs, (others) => {
      let traced: Trace;
      try {
        traced = withLaterClock(() => trace(model, others, options));
      } catch {
        // a model may refuse such numbers
        return;
      }
      expectIndifferent(graphs[0]!, graphOf(traced));
    });
  return graphs.map(expectOutput);
}

/** @throws UserError unless the inputs share one */
function batchSize(specs: readonly InputSpec[]): number {
  const given = [...new Set(specs.flatMap(({ shape }) => shape.slice(0, 1)))];
  const [size] = given;
  if (size === undefined) throw new UserError('the batch cannot be left open: no input has one');
  if (given.length > 1)
    throw new UserError(`the batch cannot be left open: the first axes of the inputs are ${given.join(' and ')}`);
  return size;
}

// beyond what models take as the end of a small batch, and prime, so that nothing divides it
const farther = 125;

/** Those that are compared: near ones, one far away, for what a model does with large batches alone, and 1, for broadcasts. */
function sizesBeside(given: number): readonly number[] {
  const least = Math.max(2, given);
  return [least, least + 1, least + 3, least + farther, 1];
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

/** @throws UserError for more parameters than a graph holds, for randomness that it holds not, and for empty tables */
function expectWritable(traced: Trace): Trace {
  if (traced.untraceable !== undefined)
    throw new RandomError(
      `the model cannot be exported: it ${traced.untraceable}, and one draw of random numbers would be written for all calls: draw tensors with tf.randomNormal or tf.randomUniform, or take the numbers as an input`,
    );
  expectReadable(parameterBytes(traced));
  return expectFilled(traced);
}

/** @throws UserError for a converted model that looks words up in a table which nothing fills */
function expectFilled(traced: Trace): Trace {
  const { tables, topology } = traced.graph ?? {};
  for (const [table, filled] of tables ?? []) {
    const reader = filled
      ? undefined
      : topology?.node.find(({ input = [] }) => input.some((text) => parseNodeInput(text).node === table));
    if (reader)
      throw new UserError(
        `${reader.op} ${reader.name} reads the table ${table}, which nothing in the model fills: it cannot be exported`,
      );
  }
  return traced;
}

const bytesOf = { float32: 4, int32: 4, bool: 1, complex64: 8, string: 0 } as const;

/** Of those that were used. */
const parameterBytes = ({ values }: Trace): number =>
  values
    .filter(({ parameter }) => parameter !== undefined)
    .reduce((sum, { shape, dtype }) => sum + bytesOf[dtype] * shape.reduce((size, dim) => size * dim, 1), 0);
