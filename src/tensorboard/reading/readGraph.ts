// The graph of an event file or a run, whoever wrote it.
import { messageOf, UserError } from '../../errors.ts';
import { graphOf } from '../../formats/decodeGraphDef.ts';
import type { Graph } from '../../graph/graph.ts';
import { withoutNumberedScopes } from '../../graph/splitLargeScopes.ts';
import { renameInput } from '../../names/nodeInput.ts';
import { expectOptions } from '../../options.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { writerName } from '../files/eventWriter.ts';
import { readEvents } from './fileReader.ts';
import { kerasGraph } from './kerasGraph.ts';
import { graphPlugins } from './logdirGraphs.ts';
import { type RunFile, runFiles } from './runs.ts';

/** Options of `readGraph`. */
export interface ReadGraphOptions {
  /** The tag of the graph; unless given the graph without a tag, or the only one that there is. */
  readonly tag?: string;
}

interface FoundGraph {
  readonly run: string;
  readonly tag: string | undefined;
  readonly file: string;
  readonly offset: number;
  /** a GraphDef, a RunMetadata with one inside, or the JSON of a Keras model */
  readonly bytes: Uint8Array;
  readonly holds: 'graph' | 'runMetadata' | 'keras';
  /** whether this program wrote it, whose large scopes are split by numbered ones */
  readonly isOurs: boolean;
}

/**
 * Reads the graph that event files hold, as TensorBoard shows it: of several graphs of one run and tag the last one. Files
 * are read up to their first corrupt byte. The scopes that this package puts into large ones are taken out of names.
 * @param path an event file, a run, or a folder of runs of which one holds a graph
 * @throws UserError for an unknown option, for a path without an event file or a graph, for several graphs to choose from, and
 * for bytes that are no graph
 * @example
 * const picture = renderGraph(await readGraph('logs/run_1'), { format: 'svg' });
 */
export async function readGraph(path: string, options: ReadGraphOptions = {}): Promise<Graph> {
  expectOptions(options, ['tag']);
  const { tag } = options;
  const files = await runFiles(path);
  if (files.length === 0) throw new UserError(`there is no event file at ${path}`);
  const found: FoundGraph[] = [];
  for (const file of files) for await (const graph of graphsIn(file)) found.push(graph);
  const chosen = chosenOf(found, path, tag);
  const graph = decoded(chosen);
  return chosen.isOurs ? withoutSplitScopes(graph) : graph;
}

async function* graphsIn({ path, run }: RunFile): AsyncGenerator<FoundGraph> {
  let isOurs = false;
  for await (const { offset, writer, graph, values } of readEvents(path, { onCorruption: 'stop' })) {
    isOurs ||= writer === writerName;
    if (graph) yield { run, tag: undefined, file: path, offset, bytes: graph, holds: 'graph', isOurs };
    for (const { tag, plugin, tensor } of values) {
      const [bytes] = tensor?.dtype === 'string' ? tensor.values : [];
      const holds = graphPlugins.includes(plugin) ? 'runMetadata' : plugin === kerasPlugin ? 'keras' : undefined;
      if (holds && bytes instanceof Uint8Array) yield { run, tag, file: path, offset, bytes, holds, isOurs };
    }
  }
}

/** @throws UserError where none fits or several do */
function chosenOf(found: readonly FoundGraph[], path: string, tag: string | undefined): FoundGraph {
  if (found.length === 0) throw new UserError(`${path} holds no graph`);
  const untagged = found.filter((graph) => graph.tag === undefined);
  const fitting = tag === undefined ? (untagged.length > 0 ? untagged : found) : found.filter((g) => g.tag === tag);
  const list = (names: readonly (string | undefined)[]): string => [...new Set(names)].slice(0, maxNamed).join(', ');
  if (fitting.length === 0) {
    const tags = list(found.flatMap((graph) => graph.tag ?? []));
    throw new UserError(`${path} holds no graph of the tag ${tag}${tags === '' ? '' : ` (tags: ${tags})`}`);
  }
  const runs = new Set(fitting.map(({ run }) => run));
  if (runs.size > 1)
    throw new UserError(`${path} holds graphs in ${runs.size} runs: name one of them, such as ${list([...runs])}`);
  const tags = new Set(fitting.map((graph) => graph.tag));
  if (tags.size > 1) throw new UserError(`${path} holds ${tags.size} graphs: name a tag, one of ${list([...tags])}`);
  return fitting.at(-1)!;
}

const maxNamed = 5;
/** Of Keras's own callback: the model's configuration, from which TensorBoard makes its conceptual graph. */
const kerasPlugin = 'graph_keras_model';

// RunMetadata.function_graphs = 4 ⊃ FunctionGraphs.pre_optimization_graph = 2
const decoders = {
  graph: (bytes) => graphOf(tensorboard.GraphDef.decode(bytes)),
  runMetadata: (bytes) => graphOf(tensorboard.RunMetadata.decode(bytes).functionGraphs[0]?.preOptimizationGraph ?? {}),
  keras: (bytes) => kerasGraph(new TextDecoder().decode(bytes)),
} satisfies Record<FoundGraph['holds'], (bytes: Uint8Array) => Graph>;

function decoded({ bytes, holds, file, offset }: FoundGraph): Graph {
  try {
    return decoders[holds](bytes);
  } catch (error) {
    const reason = messageOf(error);
    throw new UserError(`${file}, byte ${offset}: the graph cannot be read: ${reason}`, { cause: error });
  }
}

function withoutSplitScopes(graph: Graph): Graph {
  const nodes = graph.nodes.map((node) => ({
    ...node,
    name: withoutNumberedScopes(node.name),
    inputs: node.inputs.map((input) => renameInput(input, withoutNumberedScopes)),
  }));
  return { ...graph, nodes };
}
