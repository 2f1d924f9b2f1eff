// docs/gallery.md and its pictures are what the command draws of each model; UPDATE=1 writes them anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderGraph, summary, trace } from '../../src/index.ts';
import { createGMLP, presets } from '../../src/nn.ts';
import { drawingCommand, packagedModels } from './galleryModels.ts';
import { root } from './runPage.ts';

const models = Object.keys(presets).map((name) => {
  const { model, inputSize } = createGMLP(name);
  const svg = renderGraph(trace(model, [1, ...inputSize]), { format: 'svg', depth: 3, show: ['params', 'macs'] });
  const { params, macs } = summary(model, inputSize).totals;
  return { name, svg, params, macs };
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
  ...models.map(({ name, svg }) => [`gallery/${name}.svg`, svg] as const),
])('docs/%s is what is drawn', (name, text) => {
  const path = join(root, 'docs', name);
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(text.length).toBeLessThan(60_000);
});
