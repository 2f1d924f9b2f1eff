// Freezes a converted model with loops and branches (While and If) as a graph of ONNX ops, with its axes at fixed sizes.
import { hasOpenAxes, withRunningSizes } from '../axes/explainAxes.ts';
import { controlsIn, lowerControl } from '../dialects/onnx/control/lowerControl.ts';
import { batchName, refusal } from '../dialects/openAxes/openGraph.ts';
import { UserError } from '../errors.ts';
import { outputText } from '../names/nodeInput.ts';
import { artifactsOf, isGraphModel, signatureTensors } from '../trace/adapters/graph/artifacts.ts';
import { controlOf } from '../trace/adapters/graph/controlFlow.ts';
import { graphAdapter } from '../trace/adapters/graph/graphAdapter.ts';
import { expectValidGraph } from '../trace/adapters/graph/validGraph.ts';
import { axesText, type ModelInputs, readInputs } from '../trace/inputs.ts';
import { closedInputs, joinInputs } from '../trace/joinInputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import type { FrozenGraph, FrozenOptions } from './freeze.ts';

/**
 * Returns the graph of a model whose outputs follow from loops or branches; undefined for any other model.
 * @throws UserError for an open batch or weights that were asked for, and what `lowerControl` throws
 */
export function controlGraph(
  model: Traceable,
  given: ModelInputs | undefined,
  { weights, dynamic }: FrozenOptions,
  example: string,
): FrozenGraph | undefined {
  if (!isGraphModel(model)) return undefined;
  const { topology } = artifactsOf(model);
  expectValidGraph(topology);
  if (!topology.node.some(controlOf)) return undefined;
  const [inputs, outputs] = [signatureTensors(model, 'inputs'), signatureTensors(model, 'outputs')];
  const plain = { nodes: topology.node, inputs: inputs.map(({ node }) => node), outputs: outputs.map(outputText) };
  const [control] = controlsIn(plain);
  if (!control) return undefined;
  const { op, name } = control.node;
  if (dynamic) throw refusal({ names: [batchName] }, `the shapes inside ${op} ${name} are those of one size`);
  if (weights) throw new UserError(`other weights cannot be put into a model with ${op} ${name}: load it with them`);
  const adapter = graphAdapter(model)!;
  const joined = joinInputs(given === undefined ? undefined : readInputs(given), adapter.inputs, example);
  const specs = adapter.fit(closedInputs(withRunningSizes(adapter, joined), 1));
  const own = new Map(Object.entries(model.weights).map(([key, [tensor]]) => [key, tensor!]));
  const graph = lowerControl({ model, topology }, { ...plain, specs, weights: own, whose: '' });
  const { signature } = graph;
  const named = {
    inputs: signature.inputs.map((info, i) => ({ ...info, name: inputs[i]!.name })),
    outputs: signature.outputs.map((info, i) => ({ ...info, name: outputs[i]!.name })),
  };
  const shapes = specs.map(({ shape }) => axesText(shape)).join(' and ');
  const open = hasOpenAxes(joined) || joined.some(({ shape }) => shape[0] === null);
  const notes = open ? [`the open axes are fixed at ${shapes}: ${op} ${name} has shapes of one size inside`] : [];
  return { ...graph, signature: named, notes };
}
