// A tf.GraphModel: its name scopes are the modules, its nodes the ops, and its Trace keeps the graph it came with.
import type * as tf from '@tensorflow/tfjs-core';
import { messageOf, UserError } from '../../../errors.ts';
import type { Dtype, Elements } from '../../../tensors.ts';
import type { ModelAdapter, Pass, TraceOptions } from '../../adapter.ts';
import { type Awaitable, chain } from '../../awaitable.ts';
import { constantOf } from '../../backend/shapeBackend.ts';
import { ForwardError } from '../../forwardError.ts';
import { type InputSpec, type OpenInput, readInputs } from '../../inputs.ts';
import { closedInputs, joinInputs } from '../../joinInputs.ts';
import type { TopologyNode } from '../../sourceGraph.ts';
import type { KernelCall, Trace } from '../../trace.ts';
import type { GraphModelLike } from '../../traceable.ts';
import { inputsOf, isGraphModel, signatureTensors } from './artifacts.ts';
import {
  failingNode,
  type GraphRun,
  knownIn,
  type ParsedGraph,
  parsedGraph,
  runOnBackend,
  runOnShapes,
} from './execution.ts';
import { addLookups, type Lookups } from './initializeTables.ts';
import { type Blocked, blockedNodes, needsValues } from './reachability.ts';
import { callsOf } from './scopedCalls.ts';
import { graphSettings } from './scopeSettings.ts';

/** The adapter of a tf.GraphModel; undefined for any other value. */
export function graphAdapter(model: unknown): ModelAdapter | undefined {
  if (!isGraphModel(model)) return undefined;
  let parsed: ParsedGraph | undefined;
  const graph = (): ParsedGraph => {
    parsed ??= parsedGraph(model);
    return parsed;
  };
  return {
    kind: 'graph',
    hasOps: false,
    hasGraph: true,
    keepsStates: false,
    get inputs() {
      return openInputs(model);
    },
    get waitsFor() {
      return graph().waitsFor?.op;
    },
    modules: undefined,
    fit: (inputs) => fittingInputs(model, inputs),
    trace: (inputs, options) => traceGraph(graph(), fittingInputs(model, inputs), options),
    forward: (inputs, pass) => runGraph(model, graph().waitsFor !== undefined, inputs, pass),
    weightTensors() {
      const { weights, scopes } = graph();
      return new Map([...scopes.parameters].map(([node, path]) => [path, weights.get(node)!]));
    },
    undrawnCount: () => 0,
  };
}

/**
 * On shapes alone, nodes that depend on values are left out, and `graph.notRun` says so.
 * @throws ForwardError for a node that fails on the inputs' shapes
 */
function traceGraph(graph: ParsedGraph, inputs: readonly InputSpec[], { backend }: TraceOptions): Awaitable<Trace> {
  if (backend !== undefined) return chain(runOnBackend(graph, inputs, backend), (run) => traceOf(graph, run));
  const { order } = graph.scopes;
  const stops = new Set<TopologyNode>();
  const lookups: Lookups = new Map();
  const waits = (node: TopologyNode): boolean =>
    (needsValues(node) && !lookups.has(node.name) && !graph.tables.has(node.name)) || stops.has(node);
  for (;;) {
    const left = blockedNodes(order, waits);
    const nodes = order.filter(({ name }) => !left?.names.has(name));
    try {
      const run = runOnShapes(graph, nodes, inputs, lookups);
      if (!addLookups(lookups, order, knownIn(graph, run))) return traceOf(graph, run, left);
    } catch (error) {
      const index = failingNode(graph, nodes, inputs, lookups);
      // the node needs values, which a run on shapes has not
      if (error instanceof UserError && stops.size < maxStops) stops.add(nodes[index]!);
      else throw failure(graph, runOnShapes(graph, nodes.slice(0, index), inputs, lookups), nodes[index]!, error);
    }
  }
}

const maxStops = 16;

/** Fetches the model's own outputs, without those of the nodes on the way. */
function runGraph(
  model: GraphModelLike,
  waits: boolean,
  inputs: readonly tf.Tensor[],
  { observer, call }: Pass,
): Awaitable<unknown> {
  const fed = Object.fromEntries(signatureTensors(model, 'inputs').map(({ node }, i) => [node, inputs[i]!]));
  const fetched = signatureTensors(model, 'outputs').map(({ node, output }) => `${node}:${output}`);
  observer?.enterModule(0, inputs);
  const output = call(
    (): Awaitable<unknown> => (waits ? model.executeAsync(fed, fetched) : model.execute(fed, fetched)),
  );
  return chain(output, (result) => {
    observer?.exitModule(result);
    return result;
  });
}

function traceOf(
  graph: ParsedGraph,
  { recorder, inputs: fed, indices, unfetchable }: GraphRun,
  left?: Blocked,
  failing?: TopologyNode,
): Trace {
  const { topology, inputs, outputs, weights, scopes, tables } = graph;
  const { values } = recorder;
  const given = outputs.map(({ node, output }) => indices.get(node)?.[output]).filter((index) => index !== undefined);
  const kernels = recorder.calls as readonly KernelCall[];
  const { failed, nodes, ...calls } = callsOf(
    scopes,
    { values, kernels, indices, unfetchable, inputs: fed, outputs: given },
    failing,
  );
  const constants = new Map(
    [...weights].flatMap(([node, tensor]) =>
      scopes.parameters.has(node) ? [] : [[node, constantOf(tensor) as Elements] as const],
    ),
  );
  const settings = graphSettings(calls.calls);
  return {
    trainable: false,
    hasOps: false,
    modules: scopes.modules.map((module, i) => {
      const own = settings.get(i);
      return own ? { ...module, settings: own } : module;
    }),
    values,
    ...calls,
    inputs: fed,
    outputs: given.length === 1 ? given[0]! : given,
    graph: {
      topology,
      inputs,
      outputs,
      values: indices,
      calls: nodes,
      constants,
      parameters: scopes.parameters,
      tables,
      prefixes: scopes.prefixes,
      nodes: scopes.order.length,
      ...(left && { notRun: { nodes: left.names.size, node: left.first.name, op: left.first.op } }),
    },
    ...(failed !== undefined && { failed }),
  };
}

function failure(graph: ParsedGraph, ran: GraphRun, node: TopologyNode, cause: unknown): ForwardError {
  const reason = messageOf(cause);
  const trace = traceOf(graph, ran, undefined, node);
  return new ForwardError(new Error(`${node.op} ${node.name}: ${reason}`, { cause }), trace, trace.failed!);
}

/** The inputs of the model's signature; undefined where it does not say their shapes. */
function openInputs(model: GraphModelLike): readonly OpenInput[] | undefined {
  const signature = signatureTensors(model, 'inputs');
  const inputs = inputsOf(model);
  if (!inputs.every(({ shape }) => shape !== undefined)) return undefined;
  return inputs.map(({ name: alias, shape = [], dtype }, i) => ({
    name: signature[i]!.name,
    alias,
    shape: openShape(shape),
    dtype: dtype as Dtype,
  }));
}

const openShape = (shape: readonly number[]): readonly (number | null)[] => shape.map((dim) => (dim < 0 ? null : dim));

/**
 * The inputs in the model's order, with the dtypes that it has.
 * @throws UserError for another number of inputs than the model has, another shape or another dtype
 */
function fittingInputs(model: GraphModelLike, specs: readonly InputSpec[]): readonly InputSpec[] {
  const taken = inputsOf(model);
  const own = signatureTensors(model, 'inputs').map(({ name }, i) => {
    const { shape, dtype, name: alias } = taken[i]!;
    const given = specs.find((spec) => spec.name === name || spec.name === alias) ?? specs[i];
    // a shape that the model does not say is the given one
    const axes = shape ? openShape(shape) : (given?.shape ?? []);
    return { name, alias, shape: axes, dtype: dtype as Dtype | undefined };
  });
  const joined = joinInputs(
    readInputs(specs),
    own.map(({ dtype = 'float32', ...input }) => ({ ...input, dtype })),
    '',
  );
  for (const [i, { name, dtype }] of own.entries()) {
    const { dtype: got, shape } = joined[i] ?? {};
    if (dtype !== undefined && got !== undefined && got !== dtype)
      throw new UserError(`the input ${name} is ${dtype}, got ${got}`);
    const batch = taken[i]!.shape?.[0] ?? -1;
    if (shape && batch >= 0 && shape[0] !== batch)
      throw new UserError(
        `the input ${name} is [${taken[i]!.shape!.map((dim) => (dim < 0 ? '?' : dim)).join(', ')}], got [${shape.join(', ')}]`,
      );
  }
  return closedInputs(joined, 1);
}
