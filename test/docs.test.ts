// docs/styles.md is what the program prints; UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type StyleName, type SummaryOptions, styleNames, summary } from '../src/index.ts';
import { createGMLP } from '../src/nn.ts';
import type { Column } from '../src/summary/column.ts';
import { columns } from '../src/summary/columns.ts';
import { styleOf } from '../src/summary/styles.ts';

const { model, inputSize } = createGMLP('gmlp', { imageSize: 64, numClasses: 10, numLayers: 3 });
const print = (style: StyleName, options: SummaryOptions = {}): string =>
  summary(model, inputSize, { style, ...options }).toString();

const command = 'gmlp-viz summary --image-size 64 --num-classes 10 --num-layers 3';
const fenced = (text: string, language = ''): string =>
  `\`\`\`${language}\n${text.replaceAll('\r', '').trimEnd()}\n\`\`\``;
const section = (flags: string, about: string, shown: string): string => `## \`${flags}\`\n\n${about}\n\n${shown}\n`;

const weights = new Map(
  [...model.stateDict()].map(([path, { size }]) => [
    path,
    // a bell, the sum of four sawtooth waves, so that the page is the same at each printing
    {
      values: Float32Array.from({ length: size }, (_, i) => [7, 11, 13, 17].reduce((x, n) => x + (i % n) / n - 0.5, 0)),
    },
  ]),
);
const json = JSON.parse(print('json'));
const excerpt = { ...json, layers: [json.layers[1], '…'] };

const page = `# Every style, of one model

\`${command}\`, and the options that each section names. In code:
\`summary(model, [3, 64, 64], { style: 'table' })\`. This page is printed by the program (\`test/docs.test.ts\`).

${[
  section(
    '--style torchsummary',
    'The default for a Module: torchsummary 1.5.1, byte for byte.',
    fenced(print('torchsummary')),
  ),
  section(
    '--style torchinfo',
    'torchinfo 1.8.0, byte for byte, with its options: `--depth`, `--columns`, `--col-width`, `--row-settings`, `--batch-dim`, `--no-input`, `--verbose 2`. For a model that is no Module, where its rule for mult-adds has no PyTorch names to go by, each layer has those that `--style table` counts, as a note says.',
    fenced(print('torchinfo')),
  ),
  section(
    '--style table',
    'The default for other models: a box as wide as the terminal. Equal blocks are one line (`--no-fold` draws each), a shared parameter counts once.',
    fenced(print('table')),
  ),
  section(
    '--style table --depth 2 --columns name,params_share,macs,macs_share,activation,intensity',
    'At the depth limit a line holds what is below it. Bars are shares of the total.',
    fenced(
      print('table', {
        depth: 2,
        columns: ['name', 'params_share', 'macs', 'macs_share', 'activation', 'intensity'],
      }),
    ),
  ),
  section(
    '--style table --filter linear --columns name,type,input,output,params',
    'Only layers whose path or type holds the text.',
    fenced(print('table', { filter: 'linear', columns: ['name', 'type', 'input', 'output', 'params'] })),
  ),
  section(
    '--style table --depth 1 --memory-budget 2GB --optimizer sgd --engine pytorch',
    'The largest batch that fits, for inference and for training.',
    fenced(print('table', { depth: 1, memoryBudgetBytes: 2e9, optimizer: 'sgd', engine: 'pytorch' })),
  ),
  section(
    '--style table --filter patcher --statistics --weights FILE.safetensors',
    'A line for each parameter, with what its numbers are like.',
    fenced(print('table', { filter: 'patcher', weights })),
  ),
  section('--style markdown --depth 2', 'For a pull request.', print('markdown', { depth: 2 }).trimEnd()),
  section(
    '--style csv --columns path,type,params,macs',
    'Numbers stand bare, for a spreadsheet.',
    fenced(print('csv', { columns: ['path', 'type', 'params', 'macs'] }), 'csv'),
  ),
  section(
    '--style json',
    'All of it, for programs and for `gmlp-viz diff`; [its schema](summary.schema.json). Here with one layer of the list:',
    fenced(JSON.stringify(excerpt, null, 2), 'json'),
  ),
  section(
    '--style html',
    'One page that needs no other file: the table, which sorts by a click on a column’s head, and the graph of `gmlp-viz view`.',
    '![The page of gMLP-S/16: its graph, its table, and the facts of one layer](pictures/view.png)',
  ),
].join('\n')}
## Columns

\`--columns\` of the styles table, markdown, csv and html. A measured column runs and times the model.

| Column | Shows |
| :-- | :-- |
${Object.entries<Column>(columns)
  .map(([name, { describe, measured }]) => `| \`${name}\` | ${describe}${measured ? '; measured' : ''} |`)
  .join('\n')}

## Styles

| Style | Prints |
| :-- | :-- |
${styleNames.map((name) => `| \`${name}\` | ${styleOf(name).describe} |`).join('\n')}
`;

test.each([['styles.md', page]])('docs/%s', (name, text) => {
  const path = fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
  if (process.env.UPDATE === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});
