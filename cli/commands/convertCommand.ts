// `gmlp-viz convert model.keras --out folder`: a Keras 3 model as a model.json that tf.js loads, or as a SavedModel.
import { readFileSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { UserError } from '../../src/errors.ts';
import type { ConvertedModel } from '../../src/load/convertKeras.ts';
import { isCode, modelFile } from '../model/modelProject.ts';
import { librariesFor, runImports } from '../model/userModel.ts';
import type { GraphRequest } from '../options/graphOptions.ts';
import { modelOptions } from '../options/modelOptions.ts';
import { choice, flag, named, path, text, type Values, withDefault } from '../options/schema.ts';
import type { Messages, Output } from '../output.ts';
import { untilStopped } from '../untilStopped.ts';
import { command } from './command.ts';

const options = {
  out: path('the folder that is written', 'a folder'),
  format: withDefault(
    choice('format', 'tfjs is a model.json for tf.loadLayersModel, savedmodel is for tf.saved_model.load', async () =>
      named(['tfjs', 'savedmodel']),
    ),
    'tfjs',
  ),
  overwrite: withDefault(flag('replace an earlier conversion in the folder'), false),
  import: modelOptions.import,
  isolated: modelOptions.isolated,
  input: modelOptions.input,
};

export const convertCommand = command({
  words: {
    model: {
      ...text('a Keras 3 model: a .keras archive, or the model.json that the converter made of one'),
      isModel: true,
    },
  },
  options,
  examples: [
    ['convert model.keras --out model', 'for tf.loadLayersModel in a page'],
    ['convert model.keras --out saved --format savedmodel', 'for tf.saved_model.load'],
  ],
  async run(values, stdout, stderr) {
    const { out, format, input } = values;
    const model = modelFile(values.model);
    if (out === undefined) throw new UserError('name the folder to write: --out model');
    if (isCode(model)) throw new UserError(`convert takes a .keras archive or a model.json, got ${model}`);
    if (format === 'savedmodel') await writeSavedModel({ ...values, out }, stdout, stderr);
    else if (input !== undefined)
      throw new UserError('--input is for --format savedmodel: a model.json keeps its open axes');
    else await writeModelJson({ ...values, model, out }, stdout, stderr);
    return 0;
  },
});

type Request = Omit<Values<typeof options>, 'out'> & { readonly model: string; readonly out: string };

async function writeSavedModel(request: Request, stdout: Output, stderr: Messages): Promise<void> {
  const { exportGraph } = await import('../exportGraph.ts');
  // options of `graph` that `convert` lacks are absent
  await exportGraph({ ...request, format: 'savedmodel' } as GraphRequest, 'savedmodel', stdout, stderr);
}

async function writeModelJson(request: Request, stdout: Output, stderr: Messages): Promise<void> {
  const [{ convertKeras }, { readModelFile }, { modelSource }, { saveConverted, expectFree }] = await Promise.all([
    import('../../src/load/convertKeras.ts'),
    import('../../src/load/modelFile.ts'),
    import('../model/modelSource.ts'),
    import('../../src/load/saveConverted.ts'),
  ]);
  const { model, out, overwrite, import: imports = [] } = request;
  await expectFree(out, overwrite);
  await runImports(model, imports);
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const file = await readModelFile(modelSource(model));
  const converted = await convertKeras(file, librariesFor(model, imports), version);
  // tsdown.config.ts builds the module next to the command
  const layersModule = (): string => readFileSync(new URL('./keras-layers.mjs', import.meta.url), 'utf8');
  await untilStopped((signal) => saveConverted(converted, layersModule, out, overwrite, signal));
  stdout.write(out, 'path');
  for (const line of described(converted, out)) stderr.say(line);
}

/** How the files are loaded. */
function described({ suppliedClasses, customClasses }: ConvertedModel, out: string): string[] {
  const load = (address: string): string => `await tf.loadLayersModel(${JSON.stringify(address)})`;
  const module = JSON.stringify(`${isAbsolute(out) ? '' : './'}${out}/keras-layers.mjs`);
  return [
    ...(suppliedClasses.length === 0
      ? []
      : [
          `tf.js lacks ${suppliedClasses.join(', ')}, which keras-layers.mjs in the folder registers`,
          `before loading: import { registerKeras3 } from ${module}; registerKeras3(tf)`,
        ]),
    ...(customClasses.length > 0 ? [`before loading: register your own ${customClasses.join(', ')}`] : []),
    // tf.js alone reads no files in Node
    `in Node, with @tensorflow/tfjs-node: ${load(`file://${out}/model.json`)}`,
    `in a page: ${load(`${basename(out)}/model.json`)}`,
  ];
}
