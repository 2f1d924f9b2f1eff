// `gmlp-viz graph --format`: writes a graph that TensorFlow or onnxruntime runs to a file or folder, whose path goes to
// stdout.

import { spellForTensorflow } from '../src/dialects/tensorflow/tensorflowNames.ts';
import { UserError } from '../src/errors.ts';
import type { GraphTarget } from '../src/export/saveGraph.ts';
import type { GraphFormat, RunnableFormat } from '../src/formats/format.ts';
import { formats } from '../src/formats/formats.ts';
import type { SignedGraph, TensorInfo } from '../src/graph/graph.ts';
import { plainBackend } from './model/chooseBackend.ts';
import { licenseOf } from './model/licenseOf.ts';
import { fileBeside, isCode } from './model/modelProject.ts';
import { expectOpenBatch } from './model/parseInput.ts';
import type { GraphRequest } from './options/graphOptions.ts';
import { chosenModel } from './options/modelOptions.ts';
import type { Messages, Output } from './output.ts';
import { attempt } from './reportForwardError.ts';
import { untilStopped } from './untilStopped.ts';

/** @throws UserError for an `--out` that does not fit, before the model is loaded, and as `saveGraph` does */
export async function exportGraph(...request: Parameters<typeof exported>): Promise<void> {
  try {
    await exported(...request);
  } catch (error) {
    const { ThereAlready } = await import('../src/export/saveGraph.ts');
    if (!(error instanceof ThereAlready)) throw error;
    throw new UserError(`${error.path} is there already: --overwrite replaces it`, { cause: error });
  }
}

async function exported(values: GraphRequest, format: GraphFormat, stdout: Output, stderr: Messages): Promise<void> {
  const [{ expectFree, freezerOf, writeGraph }, { countUndrawn }] = await Promise.all([
    import('../src/export/saveGraph.ts'),
    import('../src/trace/modelWeights.ts'),
  ]);
  const target = { format, out: targetPath(values.out, format), overwrite: values.overwrite };
  const [freeze] = await Promise.all([freezerOf(format, { opset: values.opset }), expectFree(target)]);
  const word = values.model;
  // a module may make its weights while it is loaded, and a built-in draws them
  const fromInstance = values.weights === undefined && isCode(word);
  if (fromInstance && values.backend === undefined) await plainBackend(fileBeside(word));
  const chosen = await chosenModel(values, stderr);
  const { backend, model, inputs, readWeights } = chosen;
  const weights = await readWeights?.();
  if (!weights && !fromInstance) await plainBackend(fileBeside(word));
  const drawn = weights ? 0 : countUndrawn(model);
  const batch = values['batch-size'];
  expectOpenBatch(inputs, batch);
  const closeBatch = (dim: number | null, axis: number) => (axis === 0 ? (dim ?? batch ?? null) : dim);
  const taken = inputs.map((input) => ({ ...input, shape: input.shape.map(closeBatch) }));
  const options = {
    weights,
    backend,
    dynamic: values.dynamic,
    opset: values.opset,
    license: format === 'onnx' ? licenseOf(word) : undefined,
  };
  stderr.progress(`making the graph of ${word}`);
  const graph = await attempt(() => freeze(model, taken, options, '--input 1,224,224,3'), {}, stderr.lines);
  const { bytesText } = await import('../src/text/numberText.ts');
  const tell = (written: number): void => stderr.progress(`${bytesText(written)} written to ${target.out}`);
  await untilStopped((signal) => writeGraph(graph, target, signal, tell));
  if (drawn > 0) {
    const remedy = 'loadStateDict' in model ? ': --weights takes trained ones' : '';
    stderr.note(`the initial, random numbers of ${drawn} parameters were written${remedy}`);
  }
  for (const clause of graph.notes) stderr.note(clause);
  stdout.write(target.out, 'path');
  for (const line of described(graph, target)) stderr.say(line);
}

/** What the graph takes and gives, and how Python gets at it. */
function described(written: SignedGraph, { format, out }: GraphTarget): string[] {
  const { inputs, outputs } = format === 'onnx' ? written.signature : spellForTensorflow(written).signature;
  const isNamed = format === 'savedmodel' || format === 'onnx';
  const each = (endpoints: readonly TensorInfo[]): string =>
    endpoints
      .map(({ name, tensor, dtype, shape }) => {
        const dims = shape === null ? '...' : shape.map((size) => (size < 0 ? '?' : size)).join(', ');
        return `${isNamed ? name : tensor} ${dtype} [${dims}]`;
      })
      .join(', ');
  const path = JSON.stringify(out);
  const fed = inputs.map(({ name }) => `${JSON.stringify(name)}: ...`).join(', ');
  const keywords = inputs.every(({ name }) => /^[A-Za-z_]\w*$/.test(name))
    ? inputs.map(({ name }) => `${name}=...`).join(', ')
    : `**{${fed}}`;
  const python = {
    savedmodel: `tf.saved_model.load(${path}).signatures["serving_default"](${keywords})`,
    graphdef: `tf.compat.v1.GraphDef.FromString(open(${path}, "rb").read())`,
    onnx: `onnxruntime.InferenceSession(${path}).run(None, {${fed}})`,
    pbtxt: `google.protobuf.text_format.Parse(open(${path}).read(), tf.compat.v1.GraphDef())`,
  } satisfies Record<GraphFormat, string>;
  return [`it takes ${each(inputs) || 'nothing'}, and gives ${each(outputs)}`, `in Python: ${python[format]}`];
}

function targetPath(out: string | undefined, format: GraphFormat): string {
  const target = format === 'savedmodel' ? 'the folder of the SavedModel' : `the file of the ${format}`;
  const { ending = '' }: RunnableFormat = formats[format];
  if (!out) throw new UserError(`name ${target}: --out model${ending}`);
  if (/^\w+:\/\//.test(out)) throw new UserError(`--out must be ${target}, got ${out}`);
  return out;
}
