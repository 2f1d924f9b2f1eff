// `gmlp-viz view [model] [other]`: a page that shows a model, or what differs between two; its path on stdout.
import { sideOptions } from '../options/compareOptions.ts';
import { drawnWord, modelOptions, modelWord } from '../options/modelOptions.ts';
import { choice, count, flag, named, path, withDefault } from '../options/schema.ts';
import { timingOptions } from '../options/timingOptions.ts';
import { command } from './command.ts';

export const viewCommand = command({
  words: {
    model: withDefault(drawnWord, 'gmlp'),
    other: {
      ...modelWord,
      describe: 'a second model: the page shows what changed from the first one to it',
      optional: true,
    },
  },
  options: {
    ...modelOptions,
    'batch-size': { ...count('batch of the model', 1), defaultText: '1' },
    level: choice(
      'level',
      'how much of a layer is shown (default: modules for tf.layers, ops for other models)',
      async () => named((await import('../../src/graph/picture/picture.ts')).pictureLevels),
    ),
    direction: withDefault(
      choice('direction', 'where the flow goes', async () => named(['down', 'right'])),
      'down',
    ),
    compare: flag('colour the layers by the error of what they compute, of --backend or a second model'),
    ...sideOptions,
    profile: flag('run the model, and show the time of each layer'),
    ...timingOptions,
    statistics: flag('statistics of each parameter, from --weights or the model’s files'),
    out: path('the page to write (default: a new file in the folder for temporary files)'),
    open: withDefault(flag('open the page, where the command runs on a terminal; --no-open leaves it'), true),
  },
  examples: [
    ['view', 'the built-in gMLP'],
    ['view ./my-model.ts#model --input 1,224,224,3', 'your own'],
    ['view gmlp-s16 gmlp-b16 --out diff.html', 'what differs between two models'],
    ['view model.json --profile --backend auto', 'with the time of each layer'],
    ['view model.json --compare --backend wasm', 'where WebAssembly computes otherwise than cpu'],
  ],
  async run(values, stdout, stderr) {
    const { writePage } = await import('../view/writePage.ts');
    const { pageText } = await import('../view/pageText.ts');
    const { name, text, failure } = await pageText(values, stderr);
    await writePage(text, name, values, stdout, stderr);
    if (failure) throw failure;
    return 0;
  },
});
