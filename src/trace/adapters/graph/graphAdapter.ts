// Watches a tf.GraphModel: its name scopes are the modules, its nodes the ops. In: a model and its inputs' shapes. Out: a
// Trace, with the graph that the model came with.
import { UserError } from '../../../errors.ts';
import type { Elements } from '../../../tensors.ts';
import { constantOf } from '../../backend/shapeBackend.ts';
import { ForwardError } from '../../forwardError.ts';
import type { KernelCall, Trace } from '../../trace.ts';
import type { InputSpec, TraceOptions } from '../../traceModel.ts';
import { endsOf, type GraphModelLike, inputsOf, type TopologyNode } from './artifacts.ts';
import { failing, knownIn, type Run, run, type Subject, start, subjectOf } from './execution.ts';
import { addLookups, fillTables, type Lookups } from './initializeTables.ts';
import { type Blocked, blockedNodes, isAsynchronous, needsNumbers } from './reachability.ts';
import { callsOf } from './scopedCalls.ts';
import { graphSettings } from './scopeSettings.ts';

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
      const index = failing(subject, nodes, fed, lookups);
      // it would need numbers that a run on shapes has not
      if (error instanceof UserError && stops.size < maxStops) stops.add(nodes[index]!);
      else throw failure(subject, run(subject, nodes.slice(0, index), fed, undefined, lookups), nodes[index]!, error);
    }
  }
}

const maxStops = 16;

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

function traceOf(
  subject: Subject,
  { recorder, fed, indices, unseen }: Run,
  left?: Blocked,
  failing?: TopologyNode,
): Trace {
  const { topology, inputs, outputs, weights, scopes, tables } = subject;
  const { values } = recorder;
  const given = outputs.map(({ node, output }) => indices.get(node)?.[output]).filter((index) => index !== undefined);
  const kernels = recorder.calls as readonly KernelCall[];
  const { failed, nodes, ...calls } = callsOf(
    scopes,
    { values, kernels, indices, unseen, inputs: fed, outputs: given },
    failing,
  );
  const constants = new Map(
    [...weights].flatMap(([node, tensor]) =>
      scopes.parameters.has(node) ? [] : [[node, constantOf(tensor) as Elements] as const],
    ),
  );
  const settings = graphSettings(calls.calls);
  return {
    source: 'graph',
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
