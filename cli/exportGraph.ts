// `gmlp-viz graph --format`: a graph that runs elsewhere. In: parsed options. Out: a file or a folder, its path on stdout.

import { spellForTensorflow } from '../src/dialects/tensorflow/tensorflowNames.ts';
import { UserError } from '../src/errors.ts';
import type { GraphTarget } from '../src/export/saveGraph.ts';
import type { GraphFormat } from '../src/formats/formats.ts';
import type { SignedGraph, TensorInfo } from '../src/graph/graph.ts';
import { plainBackend } from './model/chooseBackend.ts';
import { withAskedBatch } from './model/parseInput.ts';
import { askedBatch, chosenModel, isPath } from './options/modelOptions.ts';
import { note, say, sayLines, writeOut } from './output.ts';
import { attempt } from './reportForwardError.ts';
import { untilStopped } from './untilStopped.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Options of the event file, and what would come of them here. */
const refused = {
  logdir: 'its place is --out',
  comment: 'its place is --out',
  profile: 'it holds no times',
  runs: 'it holds no times',
  warmup: 'it holds no times',
  tag: 'it is one graph',
  parameters: 'it holds their numbers',
  depth: 'it is the whole graph',
} as const;

/** @throws UserError for options that do not fit, before the model is loaded, and as `saveGraph` does */
export async function exportGraph(argv: Arguments, format: GraphFormat): Promise<void> {
  const [{ expectFree, writeGraph }, { frozenGraph }, { countUndrawn }] = await Promise.all([
    import('../src/export/saveGraph.ts'),
    import('../src/export/frozenGraph.ts'),
    import('../src/trace/modelWeights.ts'),
  ]);
  for (const [name, index] of Object.entries(refused))
    if (argv[name] !== undefined)
      throw new UserError(`--${name} is for the event file, not --format ${format}: ${index}`);
  if (argv.dialect !== 'tensorflow')
    throw new UserError(
      `--format ${format} holds what TensorFlow runs: --dialect ${argv.dialect} is for the event file`,
    );
  const target = { format, out: indexOf(argv, format), overwrite: argv.overwrite === true };
  await expectFree(target);
  const batch = askedBatch(argv);
  const word = `${argv.model}`;
  // a module may make its weights while it is loaded, and a built-in draws them
  const fromInstance = argv.weights === undefined && !/\.json$/.test(word);
  if (fromInstance && argv.backend === undefined) await plainBackend(isPath(word) ? word : 'package.json');
  const { backend, model, inputs, readNumbers } = await chosenModel(argv);
  const weights = await readNumbers?.();
  if (!weights && !fromInstance) await plainBackend(word);
  const drawn = weights ? 0 : countUndrawn(model);
  const fed = withAskedBatch(inputs, batch, 2);
  const options = { weights, backend, dynamicBatch: argv['dynamic-batch'] === true };
  const graph = await attempt(() => frozenGraph(model, fed, options), {}, sayLines);
  await untilStopped((signal) => writeGraph(graph, target, signal));
  if (drawn > 0) {
    const remedy = 'loadStateDict' in model ? ': --weights takes trained ones' : '';
    note(`the initial, random numbers of ${drawn} parameters were written${remedy}`);
  }
  writeOut(target.out, 'path');
  for (const line of described(graph, target)) say(line);
}

/** What the graph takes and gives, and how Python gets at it. */
function described(written: SignedGraph, { format, out }: GraphTarget): string[] {
  const { inputs, outputs } = spellForTensorflow(written).signature;
  const isSaved = format === 'savedmodel';
  const each = (endpoints: readonly TensorInfo[]): string =>
    endpoints
      .map(({ name, tensor, dtype, shape }) => {
        const dims = shape === null ? '...' : shape.map((size) => (size < 0 ? '?' : size)).join(', ');
        return `${isSaved ? name : tensor} ${dtype} [${dims}]`;
      })
      .join(', ');
  const path = JSON.stringify(out);
  const keywords = inputs.every(({ name }) => /^[A-Za-z_]\w*$/.test(name))
    ? inputs.map(({ name }) => `${name}=...`).join(', ')
    : `**{${inputs.map(({ name }) => `${JSON.stringify(name)}: ...`).join(', ')}}`;
  const python = {
    savedmodel: `tf.saved_model.load(${path}).signatures["serving_default"](${keywords})`,
    graphdef: `tf.compat.v1.GraphDef.FromString(open(${path}, "rb").read())`,
    pbtxt: `google.protobuf.text_format.Parse(open(${path}).read(), tf.compat.v1.GraphDef())`,
  } satisfies Record<GraphFormat, string>;
  return [`it takes ${each(inputs) || 'nothing'}, and gives ${each(outputs)}`, `in Python: ${python[format]}`];
}

function indexOf(argv: Arguments, format: GraphFormat): string {
  const what = format === 'savedmodel' ? 'the folder of the SavedModel' : `the file of the ${format}`;
  if (argv.out === undefined || argv.out === '') throw new UserError(`name ${what}: --out ${example[format]}`);
  if (Array.isArray(argv.out)) throw new UserError(`--out was given ${argv.out.length} times`);
  if (/^\w+:\/\//.test(`${argv.out}`)) throw new UserError(`--out must be ${what}, got ${argv.out}`);
  return `${argv.out}`;
}

const example = { savedmodel: 'model', graphdef: 'model.pb', pbtxt: 'model.pbtxt' } satisfies Record<
  GraphFormat,
  string
>;
