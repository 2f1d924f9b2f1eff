// Watches a tf.GraphModel: its name scopes are the modules, its nodes the ops. In: a model and its inputs' shapes. Out: a
// Trace, with the graph that the model came with.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../userError.ts';
import { ForwardError } from './failure.ts';
import { callsOf } from './graphCalls.ts';
import { addLookups, type Execute, executeWithoutTables, fillTables, type Lookups } from './graphLookups.ts';
import { type Blocked, blockedNodes, isAsynchronous, needsNumbers } from './graphReach.ts';
import { type GraphScopes, scopesOf, type Weights } from './graphScopes.ts';
import { type GraphTable, tablesOf } from './graphTables.ts';
import {
  artifactsOf,
  endOf,
  endsOf,
  type GraphEnd,
  type GraphModelLike,
  type GraphTopology,
  inputsOf,
  type TopologyNode,
  tableInputs,
} from './graphTopology.ts';
import { constantOf } from './metaBackend.ts';
import type { InputSpec, TraceOptions } from './record.ts';
import { type AsyncRecorder, createRecorder } from './recorder.ts';
import type { Elements, KernelCall, Trace, Value } from './trace.ts';

interface Subject {
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

function subjectOf(model: GraphModelLike): Subject {
  const artifacts = artifactsOf(model);
  const { topology } = artifacts;
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

/** The numbers of a model's parameters by the paths of its trace; a trace holds every other constant itself. */
export function graphNumbers(model: GraphModelLike): Map<string, { readonly values: ArrayLike<number> }> {
  const { weights, scopes } = subjectOf(model);
  return new Map([...scopes.parameters].map(([node, path]) => [path, { values: weights.get(node)!.dataSync() }]));
}

/** Whether it has loops, branches, tables, or outputs whose shape numbers give. */
export const runsAsynchronously = (model: GraphModelLike): boolean =>
  blockedNodes(subjectOf(model).scopes.order, isAsynchronous) !== undefined;

/**
 * Without a backend what follows from numbers is left out, and `graph.unrun` says so.
 * @throws ForwardError for a node that fails on the inputs' shapes
 * @throws UserError for inputs that are not the model's, and with a backend for a model that runs only asynchronously
 */
export function traceGraphModel(model: GraphModelLike, inputs: readonly InputSpec[], { backend }: TraceOptions): Trace {
  const subject = subjectOf(model);
  const fed = fittingInputs(model, inputs);
  const { order } = subject.scopes;
  if (backend !== undefined) {
    const wait = blockedNodes(order, isAsynchronous);
    if (wait)
      throw new UserError(
        `this graph model runs asynchronously, for its ${wait.first.op}: await traceAsync, summaryAsync or profileAsync`,
      );
    return traceOf(subject, run(subject, order, fed, backend));
  }
  const stops = new Set<TopologyNode>();
  const lookups: Lookups = new Map();
  const waits = (node: TopologyNode): boolean =>
    (needsNumbers(node) && !lookups.has(node.name) && !subject.tables.has(node.name)) || stops.has(node);
  for (;;) {
    const left = blockedNodes(order, waits);
    const nodes = order.filter(({ name }) => !left?.names.has(name));
    try {
      const ran = run(subject, nodes, fed, undefined, lookups);
      if (!addLookups(lookups, order, knownIn(subject, ran))) return traceOf(subject, ran, left);
    } catch (error) {
      const place = failing(subject, nodes, fed, lookups);
      // it would need numbers that a run on shapes has not
      if (error instanceof UserError && stops.size < mostStops) stops.add(nodes[place]!);
      else throw failure(subject, run(subject, nodes.slice(0, place), fed, undefined, lookups), nodes[place]!, error);
    }
  }
}

const mostStops = 16;

/** What a run knows of a tensor. */
const knownIn =
  ({ weights }: Subject, { recorder, places }: Run) =>
  (node: string, output: number): Value | tf.Tensor | undefined => {
    const place = places.get(node)?.[output];
    return place === undefined ? weights.get(node) : recorder.values[place];
  };

/** As `traceGraphModel`, for a model with loops, branches, tables or outputs that only numbers give a shape. */
export async function traceGraphModelAsync(
  model: GraphModelLike,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
): Promise<Trace> {
  const subject = subjectOf(model);
  const { order } = subject.scopes;
  if (backend === undefined || !blockedNodes(order, isAsynchronous)) return traceGraphModel(model, inputs, { backend });
  const specs = fittingInputs(model, inputs);
  if (subject.tables.size > 0) await fillTables(model, order, backend);
  const started = start(
    subject,
    order.filter(({ name }) => !subject.scopes.hidden.has(name)),
    specs,
    backend,
  );
  await started.recorder.watchAsync(async () => {
    const fed = started.feed();
    const outputs = await model.executeAsync(fed, started.wanted as string[]).catch((error: Error) => {
      // which node it was tf.js does not say
      throw new UserError(`tf.js does not run this model on ${backend}: ${shortened(error.message)}`, { cause: error });
    });
    started.collect([outputs].flat());
  });
  return traceOf(subject, started);
}

/** A run of some of the nodes: what it asks of the model, and where its tensors are recorded. */
interface Run {
  readonly recorder: AsyncRecorder;
  /** `node:output` */
  readonly wanted: readonly string[];
  /** places of the inputs */
  readonly fed: readonly number[];
  /** places of the nodes' outputs */
  readonly places: Map<string, (number | undefined)[]>;
  /** nodes that run, and whose outputs cannot be asked for */
  readonly unseen: ReadonlySet<string>;
  feed(): tf.NamedTensorMap;
  collect(tensors: readonly (tf.Tensor | undefined)[]): void;
}

/** @param lookups what is fed beside the inputs */
function start(
  { inputs, outputs, weights, scopes, tables }: Subject,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  backend: string | undefined,
  lookups: Lookups = new Map(),
): Run {
  const paths = new Map<tf.TensorInfo, string>();
  for (const [node, path] of scopes.parameters) paths.set(weights.get(node)!, path);
  const recorder = createRecorder({ parameterOf: (tensor) => paths.get(tensor), backend });
  const places = new Map<string, (number | undefined)[]>();
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
    places,
    unseen: backend === undefined ? new Set() : scopes.hidden,
    feed() {
      const { tensors, places: at } = recorder.feed(
        [...specs, ...looked.map(([, spec]) => spec)],
        inputs.map(({ name }) => name),
      );
      const names = [...inputs.map(({ node }) => node), ...looked.map(([name]) => name)];
      for (const [i, name] of names.entries()) put(places, name, 0, at[i]);
      fed.push(...at.slice(0, inputs.length));
      return Object.fromEntries(names.map((name, i) => [name, tensors[i]!]));
    },
    collect(tensors) {
      for (const [i, tensor] of tensors.entries()) {
        const { node, output } = endOf(wanted[i]!);
        // tf.js disposes what a list of tensors was made of, asked for or not
        if (tensor && !tensor.isDisposed) put(places, node, output, recorder.structure(tensor) as number);
      }
      // a constant may be an output
      for (const { node } of outputs) {
        const weight = weights.get(node);
        if (weight && !places.has(node)) put(places, node, 0, recorder.structure(weight) as number);
      }
    },
  };
}

function put(
  places: Map<string, (number | undefined)[]>,
  node: string,
  output: number,
  place: number | undefined,
): void {
  const known = places.get(node) ?? [];
  known[output] = place;
  places.set(node, known);
}

function run(
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
function failing(
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

function traceOf(
  subject: Subject,
  { recorder, fed, places, unseen }: Run,
  left?: Blocked,
  failing?: TopologyNode,
): Trace {
  const { topology, inputs, outputs, weights, scopes, tables } = subject;
  const { values } = recorder;
  const given = outputs.map(({ node, output }) => places.get(node)?.[output]).filter((place) => place !== undefined);
  const kernels = recorder.calls as readonly KernelCall[];
  const { failed, nodes, ...calls } = callsOf(
    scopes,
    { values, kernels, places, unseen, inputs: fed, outputs: given },
    failing,
  );
  const constants = new Map(
    [...weights].flatMap(([node, tensor]) =>
      scopes.parameters.has(node) ? [] : [[node, constantOf(tensor) as Elements] as const],
    ),
  );
  return {
    source: 'graph',
    modules: scopes.modules,
    values,
    ...calls,
    inputs: fed,
    outputs: given.length === 1 ? given[0]! : given,
    graph: {
      topology,
      inputs,
      outputs,
      values: places,
      calls: nodes,
      constants,
      parameters: scopes.parameters,
      tables,
      nodes: scopes.order.length,
      ...(left && { unrun: { nodes: left.names.size, node: left.first.name, op: left.first.op } }),
    },
    ...(failed !== undefined && { failed }),
  };
}

function failure(subject: Subject, ran: Run, node: TopologyNode, cause: unknown): ForwardError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const trace = traceOf(subject, ran, undefined, node);
  return new ForwardError(new Error(`${node.op} ${node.name}: ${reason}`, { cause }), trace, trace.failed!);
}

// it lists the nodes that were asked for, which may be thousands
const shortened = (message: string): string =>
  message.replace(/\[([^\],]+),([^\]]{100,})\]/g, (_, first: string, rest: string) => {
    return `[${first}, and ${rest.split(',').length} more]`;
  });

/**
 * The inputs with the dtypes that the model has.
 * @throws UserError for another number of inputs than the model has, another shape or another dtype
 */
export function fittingInputs(model: GraphModelLike, specs: readonly InputSpec[]): readonly InputSpec[] {
  const inputs = endsOf(model, 'inputs');
  // [] is a number's shape, and what a model is given that takes nothing
  if (inputs.length === 0 && specs.length === 1 && specs[0]!.shape.length === 0) return [];
  if (specs.length !== inputs.length)
    throw new UserError(
      `the model takes ${inputs.length} inputs (${inputs.map(({ name }) => name).join(', ')}), got ${specs.length}`,
    );
  const taken = inputsOf(model);
  return inputs.map(({ name }, i) => {
    const { shape, dtype } = taken[i]!;
    const spec = specs[i]!;
    const fits =
      shape === undefined ||
      (shape.length === spec.shape.length && shape.every((dim, axis) => dim < 0 || dim === spec.shape[axis]));
    if (!fits)
      throw new UserError(
        `the input ${name} is [${shape.map((dim) => (dim < 0 ? '?' : dim)).join(', ')}], got [${spec.shape.join(', ')}]`,
      );
    if (spec.dtype === undefined && dtype !== undefined)
      return { ...spec, dtype: dtype as NonNullable<InputSpec['dtype']> };
    if (dtype !== undefined && spec.dtype !== dtype)
      throw new UserError(`the input ${name} is ${dtype}, got ${spec.dtype}`);
    return spec;
  });
}
