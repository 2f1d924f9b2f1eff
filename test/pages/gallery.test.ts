// docs/gallery.md and its pictures are what the command draws of each model; UPDATE=1 writes them anew.
import '@tensorflow/tfjs-backend-cpu';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderGraph, summary, trace } from '../../src/index.ts';
import { createGMLP, presets } from '../../src/nn.ts';
import { zoo } from '../fixtures/zoo.ts';
import { drawingCommand, packagedModels } from './galleryModels.ts';
import { root } from './runPage.ts';

const models = Object.keys(presets).map((name) => {
  const { model, inputSize } = createGMLP(name);
  const svg = renderGraph(trace(model, [1, ...inputSize]), { format: 'svg', depth: 3, show: ['params', 'macs'] });
  const { params, macs } = summary(model, inputSize).totals;
  return { name, svg, params, macs };
});

/** What is to see in each model of `test/fixtures/zoo.ts`. */
const kinds: Readonly<Record<keyof typeof zoo, string>> = {
  cnn: 'convolutions and a classifier in one line',
  mobile: 'depthwise convolutions, norms and activations',
  transformer: 'a custom layer with layers inside, four times',
  unet: 'a way down, a way up, and a shortcut between them',
  residual: 'sums with what came before, one of them through a convolution',
  autoencoder: 'models in a model in a model',
  towers: 'two inputs, one model that both pass, two outputs',
  words: 'an embedding, and a convolution over words',
  stacked: 'two LSTMs on each other, with their cells',
  lstm: 'an LSTM, and a GRU in both directions',
  timeDistributed: 'a layer for each step, and a recurrent one',
  attention: 'a custom layer of three products',
};

const layersModels = Object.entries(zoo).map(([name, make]) => {
  const model = make();
  const svg = renderGraph(
    trace(
      model,
      model.inputs.map(({ shape }) => [1, ...shape.slice(1)] as number[]),
    ),
    {
      format: 'svg',
      show: ['params'],
    },
  );
  return { name, svg, params: model.countParams() };
});

const page = `# Gallery

Each picture is drawn by the command above it, and again by \`test/pages/gallery.test.ts\` and \`test/real/gallery.test.ts\`.
A picture larger than the page is sharp in a tab of its own.

${models
  .map(
    ({ name, params, macs }) => `## ${name}

${params.toLocaleString('en')} parameters, ${macs.toLocaleString('en')} multiply-adds.

\`\`\`sh
npx gmlp-viz graph ${name} --format svg --depth 3 --show params,macs --out ${name}.svg
\`\`\`

![The graph of ${name}: the patches, equal blocks as one, the classifier](gallery/${name}.svg)
`,
  )
  .join('\n')}
## Models of tf.layers

Small ones, of every kind that the tests trace (\`test/fixtures/zoo.ts\`), drawn by \`renderGraph(trace(model, inputs), { show: ['params'] })\`.

${layersModels
  .map(
    ({ name, params }) => `### ${name}

${params.toLocaleString('en')} parameters: ${kinds[name]}.

![The graph of ${name}: ${kinds[name]}](gallery/${name}.svg)
`,
  )
  .join('\n')}
## Models of packages

Three that others trained: of TensorFlow with tables and a loop, of TensorFlow, and of tf.layers.

${packagedModels
  .map(
    (model) => `### ${model.title}

${model.params.toLocaleString('en')} parameters, of [\`${model.packageName}\`](https://www.npmjs.com/package/${model.packageName}) ${model.version}.

\`\`\`sh
npm install ${model.packageName}
${drawingCommand(model)}
\`\`\`

![The graph of ${model.packageName}: ${model.caption}](gallery/${model.file})
`,
  )
  .join('\n')}`;

test.each<readonly [string, string]>([
  ['gallery.md', page],
  ...[...models, ...layersModels].map(({ name, svg }) => [`gallery/${name}.svg`, svg] as const),
])('docs/%s is what is drawn', (name, text) => {
  const path = join(root, 'docs', name);
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(text.length).toBeLessThan(60_000);
});
