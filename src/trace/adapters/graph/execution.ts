// Runs nodes of a converted model, and records the tensors that they produce.

import type * as tf from '@tensorflow/tfjs-core';
import { reasonOfTfjs, UserError } from '../../../errors.ts';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import { type Awaitable, chain, synchronous } from '../../awaitable.ts';
import type { InputSpec } from '../../inputs.ts';
import { Recorder } from '../../recorder.ts';
import type { GraphTable, GraphTopology, SignatureTensor, TopologyNode } from '../../sourceGraph.ts';
import type { Value } from '../../trace.ts';
import type { GraphModelLike } from '../../traceable.ts';
import { artifactsOf, signatureTensors, tableInputs } from './artifacts.ts';
import { type Execute, executeWithoutTables, fillTables, type Lookups } from './initializeTables.ts';
import { tablesOf } from './lookupTables.ts';
import { blockedNodes, isAsynchronous } from './reachability.ts';
import { type GraphScopes, scopesOf, type Weights } from './scopes.ts';
import { expectValidGraph } from './validGraph.ts';

/** A model, and what its graph tells before it runs. */
export interface ParsedGraph {
  readonly topology: GraphTopology;
  readonly model: GraphModelLike;
  readonly inputs: readonly SignatureTensor[];
  readonly outputs: readonly SignatureTensor[];
  readonly weights: ReadonlyMap<string, tf.Tensor>;
  readonly scopes: GraphScopes;
  /** Keyed by the node that represents the table in the model's graph; undefined for a table that nothing fills. */
  readonly tables: ReadonlyMap<string, GraphTable | undefined>;
  /** The first node that tf.js runs only with `executeAsync`. */
  readonly waitsFor: TopologyNode | undefined;
  /** Runs nodes on shapes alone. */
  readonly execute: Execute;
}

/** Parses the graph of a model. @throws UserError for a graph that TensorFlow refuses */
export function parsedGraph(model: GraphModelLike): ParsedGraph {
  const artifacts = artifactsOf(model);
  const { topology } = artifacts;
  expectValidGraph(topology);
  const weights = new Map(Object.entries(model.weights).map(([name, [tensor]]) => [name, tensor!]));
  const [inputs, outputs] = [signatureTensors(model, 'inputs'), signatureTensors(model, 'outputs')];
  const scopes = scopesOf(topology, outputs, weights as Weights);
  const tables = tablesOf(artifacts, tableInputs(model));
  const execute: Execute =
    artifacts.initializer.length > 0
      ? executeWithoutTables(model, topology, weights)
      : (fed, wanted) => model.execute(fed, wanted);
  const waitsFor = blockedNodes(scopes.order, isAsynchronous)?.first;
  return { topology, model, inputs, outputs, weights, scopes, tables, waitsFor, execute };
}

/** A run of some of the nodes: the tensors that are fetched, and their indices in the record. */
export interface GraphRun {
  readonly recorder: Recorder;
  /** Indices of the inputs in the recorder's values. */
  readonly inputs: readonly number[];
  /** Indices of each node's outputs. */
  readonly indices: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** Nodes that run, but whose outputs cannot be fetched. */
  readonly unfetchable: ReadonlySet<string>;
}

type Results = tf.Tensor | tf.Tensor[];

/** Runs nodes on shapes alone. @param lookups results of lookups, which are fed with the inputs */
export const runOnShapes = (
  graph: ParsedGraph,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  lookups: Lookups,
): GraphRun => synchronous(run(graph, nodes, specs, undefined, graph.execute, lookups));

/** Runs all nodes on a backend that computes; the result is a promise where a node of the model waits. */
export function runOnBackend(graph: ParsedGraph, specs: readonly InputSpec[], backend: string): Awaitable<GraphRun> {
  const { model, scopes, tables } = graph;
  const { order, unfetchable } = scopes;
  if (!graph.waitsFor) return run(graph, order, specs, backend, (fed, wanted) => model.execute(fed, wanted));
  const execute = (fed: tf.NamedTensorMap, wanted: string[]): Promise<Results> =>
    model.executeAsync(fed, wanted).catch((error: Error) => {
      // tf.js does not say which node it was
      throw new UserError(`this model does not run on ${backend}: ${shortened(reasonOfTfjs(error))}`, { cause: error });
    });
  const fetchable = order.filter(({ name }) => !unfetchable.has(name));
  return chain(tables.size > 0 ? fillTables(model, order, backend) : undefined, () =>
    run(graph, fetchable, specs, backend, execute),
  ) as Awaitable<GraphRun>;
}

// it lists the nodes that were fetched, which may be thousands
const shortened = (message: string): string =>
  message.replace(/\[([^\],]+),([^\]]{100,})\]/g, (_, first: string, rest: string) => {
    return `[${first}, and ${rest.split(',').length} more]`;
  });

function run(
  graph: ParsedGraph,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  backend: string | undefined,
  execute: (fed: tf.NamedTensorMap, wanted: string[]) => Awaitable<Results>,
  lookups: Lookups = new Map(),
): Awaitable<GraphRun> {
  const { inputs, weights, scopes } = graph;
  const paths = new Map<tf.TensorInfo, string>();
  for (const [node, path] of scopes.parameters) paths.set(weights.get(node)!, path);
  const recorder = new Recorder({ parameterOf: (tensor) => paths.get(tensor), backend });
  const indices = new Map<string, (number | undefined)[]>();
  const fedIndices: number[] = [];
  const running = tensorNodes(graph, nodes);
  const fedLookups = [...lookups].filter(([name]) => running.has(name));
  const names = [...inputs.map(({ node }) => node), ...fedLookups.map(([name]) => name)];
  const fetched = fetchedTensors(graph, nodes, running, new Set(names));
  const feed = (): tf.NamedTensorMap => {
    const { tensors, indices: at } = recorder.feed(
      [...specs, ...fedLookups.map(([, spec]) => spec)],
      inputs.map(({ name }) => name),
    );
    for (const [i, name] of names.entries()) setIndex(indices, name, 0, at[i]);
    fedIndices.push(...at.slice(0, inputs.length));
    return Object.fromEntries(names.map((name, i) => [name, tensors[i]!]));
  };
  const recorded = recorder.record((): Awaitable<void> => {
    const fed = feed();
    // a model that is asked for no tensor gives its own outputs
    const results = fetched.length > 0 ? execute(fed, fetched) : [];
    return chain(results, (tensors) => collect(graph, recorder, indices, fetched, [tensors].flat()));
  });
  const unfetchable = backend === undefined ? new Set<string>() : scopes.unfetchable;
  return chain(recorded, () => ({ recorder, inputs: fedIndices, indices, unfetchable }));
}

/** Nodes that produce tensors; NoOps and lookup tables have none to fetch. */
const tensorNodes = ({ tables }: ParsedGraph, nodes: readonly TopologyNode[]): Set<string> =>
  new Set(nodes.filter(({ name, op }) => op !== 'NoOp' && !tables.has(name)).map(({ name }) => name));

/** The tensors to fetch, `node:output`: of a node with several outputs, those that another node or the model takes. */
function fetchedTensors(
  { outputs }: ParsedGraph,
  nodes: readonly TopologyNode[],
  running: ReadonlySet<string>,
  fed: ReadonlySet<string>,
): string[] {
  const fetched = new Set([...running].filter((name) => !fed.has(name)).map((name) => `${name}:0`));
  const taken = [...nodes.flatMap(({ input = [] }) => input.map(parseNodeInput)), ...outputs];
  for (const { node, output } of taken) if (running.has(node) && !fed.has(node)) fetched.add(`${node}:${output}`);
  return [...fetched];
}

/** Records the fetched tensors as outputs of their nodes. */
function collect(
  { outputs, weights }: ParsedGraph,
  recorder: Recorder,
  indices: Map<string, (number | undefined)[]>,
  fetched: readonly string[],
  tensors: readonly (tf.Tensor | undefined)[],
): void {
  for (const [i, tensor] of tensors.entries()) {
    const { node, output } = parseNodeInput(fetched[i]!);
    // tf.js disposes the tensors that a list was made of, fetched or not
    if (tensor && !tensor.isDisposed) setIndex(indices, node, output, recorder.nest(tensor) as number);
  }
  // a constant may be an output
  for (const { node } of outputs) {
    const weight = weights.get(node);
    if (weight && !indices.has(node)) setIndex(indices, node, 0, recorder.nest(weight) as number);
  }
}

function setIndex(
  indices: Map<string, (number | undefined)[]>,
  node: string,
  output: number,
  index: number | undefined,
): void {
  const known = indices.get(node) ?? [];
  known[output] = index;
  indices.set(node, known);
}

/** The index of the node that fails: the nodes before it run. */
export function failingNode(
  graph: ParsedGraph,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  lookups: Lookups,
): number {
  let [runs, fails] = [0, nodes.length];
  while (fails - runs > 1) {
    const middle = (runs + fails) >> 1;
    try {
      runOnShapes(graph, nodes.slice(0, middle), specs, lookups);
      runs = middle;
    } catch {
      fails = middle;
    }
  }
  return fails - 1;
}

/** A function that gives shape and dtype of a tensor, where the run or the weights have it. */
export const knownIn =
  ({ weights }: ParsedGraph, { recorder, indices }: GraphRun) =>
  (node: string, output: number): Value | tf.Tensor | undefined => {
    const index = indices.get(node)?.[output];
    return index === undefined ? weights.get(node) : recorder.values[index];
  };
