// Watches a tf.GraphModel: its name scopes are the modules, its nodes the ops. In: a model and its inputs' shapes. Out: a
// Trace, with the graph that the model came with.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../userError.ts';
import { ForwardError } from './failure.ts';
import { callsOf } from './graphCalls.ts';
import { type Blocked, blockedNodes, frames, isAsynchronous, needsNumbers } from './graphReach.ts';
import { type GraphScopes, scopesOf, type Weights } from './graphScopes.ts';
import {
  artifactsOf,
  endOf,
  endsOf,
  type GraphEnd,
  type GraphModelLike,
  type GraphTopology,
  type TopologyNode,
} from './graphTopology.ts';
import { constantOf } from './metaBackend.ts';
import type { InputSpec, TraceOptions } from './record.ts';
import { type AsyncRecorder, createRecorder } from './recorder.ts';
import type { Elements, KernelCall, Trace } from './trace.ts';

interface Subject {
  readonly topology: GraphTopology;
  readonly model: GraphModelLike;
  readonly inputs: readonly GraphEnd[];
  readonly outputs: readonly GraphEnd[];
  readonly weights: ReadonlyMap<string, tf.Tensor>;
  readonly scopes: GraphScopes;
  /** what a first run reads in, and only an asynchronous one */
  readonly table: TopologyNode | undefined;
}

function subjectOf(model: GraphModelLike): Subject {
  const { topology, initializer } = artifactsOf(model);
  const weights = new Map(Object.entries(model.weights).map(([name, [tensor]]) => [name, tensor!]));
  const [inputs, outputs] = [endsOf(model, 'inputs'), endsOf(model, 'outputs')];
  const scopes = scopesOf(topology, outputs, weights as Weights);
  return { topology, model, inputs, outputs, weights, scopes, table: initializer.find(isAsynchronous) };
}

/** The numbers of a model's parameters by the paths of its trace; a trace holds every other constant itself. */
export function graphNumbers(model: GraphModelLike): Map<string, { readonly values: ArrayLike<number> }> {
  const { weights, scopes } = subjectOf(model);
  return new Map([...scopes.parameters].map(([node, path]) => [path, { values: weights.get(node)!.dataSync() }]));
}

/**
 * Without a backend what follows from numbers is left out, and `graph.unrun` says so.
 * @throws ForwardError for a node that fails on the inputs' shapes
 * @throws UserError for inputs that are not the model's, and with a backend for a model that runs only asynchronously
 */
export function traceGraphModel(model: GraphModelLike, inputs: readonly InputSpec[], { backend }: TraceOptions): Trace {
  const subject = subjectOf(model);
  const fed = expectInputs(subject, inputs);
  const { order } = subject.scopes;
  if (backend !== undefined) {
    const wait = blockedNodes(order, isAsynchronous);
    if (wait) throw new UserError(`this graph model runs asynchronously, for its ${wait.first.op}: await traceAsync`);
    return traceOf(subject, run(subject, order, fed, backend));
  }
  if (subject.table)
    return traceOf(subject, run(subject, [], fed, undefined), {
      names: new Set(order.map(({ name }) => name)),
      first: subject.table,
    });
  const stops = new Set<TopologyNode>();
  for (;;) {
    const left = blockedNodes(order, (node) => needsNumbers(node) || stops.has(node));
    const nodes = order.filter(({ name }) => !left?.names.has(name));
    try {
      return traceOf(subject, run(subject, nodes, fed, undefined), left);
    } catch (error) {
      const place = failing(subject, nodes, fed);
      // it would need numbers that a run on shapes has not
      if (error instanceof UserError && stops.size < mostStops) stops.add(nodes[place]!);
      else throw failure(subject, run(subject, nodes.slice(0, place), fed, undefined), nodes[place]!, error);
    }
  }
}

const mostStops = 16;

/** As `traceGraphModel`, for a model with loops, branches, tables or outputs that only numbers give a shape. */
export async function traceGraphModelAsync(
  model: GraphModelLike,
  inputs: readonly InputSpec[],
  { backend }: TraceOptions,
): Promise<Trace> {
  const subject = subjectOf(model);
  const { order } = subject.scopes;
  if (backend === undefined || !(subject.table || blockedNodes(order, isAsynchronous)))
    return traceGraphModel(model, inputs, { backend });
  // a frame of a loop, and a branch that was not taken, have no tensors to ask for
  const framed = blockedNodes(order, ({ op }) => frames.has(op));
  const started = start(
    subject,
    order.filter(({ name }) => !framed?.names.has(name)),
    expectInputs(subject, inputs),
    backend,
  );
  await started.recorder.watchAsync(async () => {
    const fed = started.feed();
    started.collect([await model.executeAsync(fed, started.wanted as string[])].flat());
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
  feed(): tf.NamedTensorMap;
  collect(tensors: readonly (tf.Tensor | undefined)[]): void;
}

function start(
  { inputs, outputs, weights, scopes }: Subject,
  nodes: readonly TopologyNode[],
  specs: readonly InputSpec[],
  backend: string | undefined,
): Run {
  const paths = new Map<tf.TensorInfo, string>();
  for (const [node, path] of scopes.parameters) paths.set(weights.get(node)!, path);
  const recorder = createRecorder({ parameterOf: (tensor) => paths.get(tensor), backend });
  const places = new Map<string, (number | undefined)[]>();
  const fed: number[] = [];
  const given = new Set(inputs.map(({ node }) => node));
  const running = new Set(nodes.map(({ name }) => name));
  // of several outputs of a node those that are taken
  const ends = new Set(nodes.filter(({ name }) => !given.has(name)).map(({ name }) => `${name}:0`));
  const taken = [...nodes.flatMap(({ input = [] }) => input.map(endOf)), ...outputs];
  for (const { node, output } of taken) if (running.has(node) && !given.has(node)) ends.add(`${node}:${output}`);
  const wanted = [...ends];
  return {
    recorder,
    wanted,
    fed,
    places,
    feed() {
      const { tensors, places: at } = recorder.feed(
        specs,
        inputs.map(({ name }) => name),
      );
      for (const [i, { node, output }] of inputs.entries()) put(places, node, output, at[i]);
      fed.push(...at);
      return Object.fromEntries(inputs.map(({ node }, i) => [node, tensors[i]!]));
    },
    collect(tensors) {
      for (const [i, tensor] of tensors.entries()) {
        const { node, output } = endOf(wanted[i]!);
        // tf.js disposes what a list of tensors was made of, asked for or not
        if (tensor && !tensor.isDisposed) put(places, node, output, recorder.structure(tensor) as number);
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
): Run {
  const started = start(subject, nodes, specs, backend);
  const { recorder, wanted } = started;
  recorder.watch(() => {
    const fed = started.feed();
    // asked for nothing a model gives its own outputs
    if (wanted.length > 0) started.collect([subject.model.execute(fed, wanted as string[])].flat());
  });
  return started;
}

/** The place of the node that fails: the nodes before it run. */
function failing(subject: Subject, nodes: readonly TopologyNode[], specs: readonly InputSpec[]): number {
  let [runs, fails] = [0, nodes.length];
  while (fails - runs > 1) {
    const middle = (runs + fails) >> 1;
    try {
      run(subject, nodes.slice(0, middle), specs, undefined);
      runs = middle;
    } catch {
      fails = middle;
    }
  }
  return fails - 1;
}

function traceOf(subject: Subject, { recorder, fed, places }: Run, left?: Blocked, failing?: TopologyNode): Trace {
  const { topology, inputs, outputs, weights, scopes } = subject;
  const { values } = recorder;
  const given = outputs.map(({ node, output }) => places.get(node)?.[output]).filter((place) => place !== undefined);
  const kernels = recorder.calls as readonly KernelCall[];
  const { failed, nodes, ...calls } = callsOf(
    scopes,
    { values, kernels, places, inputs: fed, outputs: given },
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

/** @throws UserError for another number of inputs than the model has, another shape or another dtype */
function expectInputs({ model, inputs }: Subject, specs: readonly InputSpec[]): readonly InputSpec[] {
  if (specs.length !== inputs.length)
    throw new UserError(
      `the model takes ${inputs.length} inputs (${inputs.map(({ name }) => name).join(', ')}), got ${specs.length}`,
    );
  return inputs.map(({ name }, i) => {
    const { shape, dtype } = model.inputs[i]!;
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
