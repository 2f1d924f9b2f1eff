// Runs some nodes of a converted model. In: the model, nodes, its inputs' shapes. Out: where the tensors that the nodes gave
// are recorded.
import type * as tf from '@tensorflow/tfjs-core';
import { type AsyncRecorder, createRecorder } from '../../recorder.ts';
import type { Value } from '../../trace.ts';
import type { InputSpec } from '../../traceModel.ts';
import {
  artifactsOf,
  endOf,
  endsOf,
  type GraphEnd,
  type GraphModelLike,
  type GraphTopology,
  type TopologyNode,
  tableInputs,
} from './artifacts.ts';
import { type Execute, executeWithoutTables, type Lookups } from './initializeTables.ts';
import { type GraphTable, tablesOf } from './lookupTables.ts';
import { type GraphScopes, scopesOf, type Weights } from './scopes.ts';
import { expectValidGraph } from './validGraph.ts';

/** A model, and what there is to know of it before it runs. */
export interface Subject {
  readonly topology: GraphTopology;
  readonly model: GraphModelLike;
  readonly inputs: readonly GraphEnd[];
  readonly outputs: readonly GraphEnd[];
  readonly weights: ReadonlyMap<string, tf.Tensor>;
  readonly scopes: GraphScopes;
  /** by the node that stands for it; undefined where nothing fills it */
  readonly tables: ReadonlyMap<string, GraphTable | undefined>;
  /** on shapes */
  readonly execute: Execute;
}

export function subjectOf(model: GraphModelLike): Subject {
  const artifacts = artifactsOf(model);
  const { topology } = artifacts;
  expectValidGraph(topology);
  const weights = new Map(Object.entries(model.weights).map(([name, [tensor]]) => [name, tensor!]));
  const [inputs, outputs] = [endsOf(model, 'inputs'), endsOf(model, 'outputs')];
  const scopes = scopesOf(topology, outputs, weights as Weights);
  const tables = tablesOf(artifacts, tableInputs(model));
  const execute: Execute =
    artifacts.initializer.length > 0
      ? executeWithoutTables(model, topology, weights)
      : (fed, wanted) => model.execute(fed, wanted);
  return { topology, model, inputs, outputs, weights, scopes, tables, execute };
}

/** A run of some of the nodes: what it asks of the model, and where its tensors are recorded. */
export interface Run {
  readonly recorder: AsyncRecorder;
  /** `node:output` */
  readonly wanted: readonly string[];
  /** indices of the inputs */
  readonly fed: readonly number[];
  /** indices of the nodes' outputs */
  readonly indices: Map<string, (number | undefined)[]>;
  /** nodes that run, and whose outputs cannot be asked for */
  readonly unseen: ReadonlySet<string>;
  feed(): tf.NamedTensorMap;
  collect(tensors: readonly (tf.Tensor | undefined)[]): void;
}

/** @param lookups what is fed beside the inputs */
export function start(
  { inputs, outputs, weights, scopes, tables }: Subject,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  backend: string | undefined,
  lookups: Lookups = new Map(),
): Run {
  const paths = new Map<tf.TensorInfo, string>();
  for (const [node, path] of scopes.parameters) paths.set(weights.get(node)!, path);
  const recorder = createRecorder({ parameterOf: (tensor) => paths.get(tensor), backend });
  const indices = new Map<string, (number | undefined)[]>();
  const fed: number[] = [];
  // of nodes whose outputs are tensors, but no tables
  const running = new Set(nodes.filter(({ name, op }) => op !== 'NoOp' && !tables.has(name)).map(({ name }) => name));
  const looked = [...lookups].filter(([name]) => running.has(name));
  const given = new Set([...inputs.map(({ node }) => node), ...looked.map(([name]) => name)]);
  // of several outputs of a node those that are taken
  const ends = new Set([...running].filter((name) => !given.has(name)).map((name) => `${name}:0`));
  const taken = [...nodes.flatMap(({ input = [] }) => input.map(endOf)), ...outputs];
  for (const { node, output } of taken) if (running.has(node) && !given.has(node)) ends.add(`${node}:${output}`);
  const wanted = [...ends];
  return {
    recorder,
    wanted,
    fed,
    indices,
    unseen: backend === undefined ? new Set() : scopes.hidden,
    feed() {
      const { tensors, indices: at } = recorder.feed(
        [...specs, ...looked.map(([, spec]) => spec)],
        inputs.map(({ name }) => name),
      );
      const names = [...inputs.map(({ node }) => node), ...looked.map(([name]) => name)];
      for (const [i, name] of names.entries()) put(indices, name, 0, at[i]);
      fed.push(...at.slice(0, inputs.length));
      return Object.fromEntries(names.map((name, i) => [name, tensors[i]!]));
    },
    collect(tensors) {
      for (const [i, tensor] of tensors.entries()) {
        const { node, output } = endOf(wanted[i]!);
        // tf.js disposes what a list of tensors was made of, asked for or not
        if (tensor && !tensor.isDisposed) put(indices, node, output, recorder.structure(tensor) as number);
      }
      // a constant may be an output
      for (const { node } of outputs) {
        const weight = weights.get(node);
        if (weight && !indices.has(node)) put(indices, node, 0, recorder.structure(weight) as number);
      }
    },
  };
}

function put(
  indices: Map<string, (number | undefined)[]>,
  node: string,
  output: number,
  index: number | undefined,
): void {
  const known = indices.get(node) ?? [];
  known[output] = index;
  indices.set(node, known);
}

/** On shapes alone unless there is a `backend`. */
export function run(
  subject: Subject,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  backend: string | undefined,
  lookups?: Lookups,
): Run {
  const started = start(subject, nodes, specs, backend, lookups);
  const { recorder, wanted } = started;
  recorder.watch(() => {
    const fed = started.feed();
    // asked for nothing a model gives its own outputs
    started.collect(wanted.length > 0 ? [subject.execute(fed, wanted as string[])].flat() : []);
  });
  return started;
}

/** The place of the node that fails: the nodes before it run. */
export function failing(
  subject: Subject,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  lookups: Lookups,
): number {
  let [runs, fails] = [0, nodes.length];
  while (fails - runs > 1) {
    const middle = (runs + fails) >> 1;
    try {
      run(subject, nodes.slice(0, middle), specs, undefined, lookups);
      runs = middle;
    } catch {
      fails = middle;
    }
  }
  return fails - 1;
}

/** What a run knows of a tensor. */
export const knownIn =
  ({ weights }: Subject, { recorder, indices }: Run) =>
  (node: string, output: number): Value | tf.Tensor | undefined => {
    const index = indices.get(node)?.[output];
    return index === undefined ? weights.get(node) : recorder.values[index];
  };
