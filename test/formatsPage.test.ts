// docs/formats.md and its picture are what the program prints; UPDATE=1 writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Format, FormatOption } from '../src/formats/format.ts';
import { formatNames, formats } from '../src/formats/formats.ts';
import { type RenderGraphOptions, renderGraph, trace } from '../src/index.ts';
import { createGMLP } from '../src/nn.ts';

const { model, inputSize } = createGMLP('gmlp', { imageSize: 64, numClasses: 10, numLayers: 3 });
const record = trace(model, [{ shape: [1, ...inputSize] }]);
const draw = (options: RenderGraphOptions): string => renderGraph(record, options);
const command = 'gmlp-viz graph --image-size 64 --num-classes 10 --num-layers 3';
const fenced = (text: string, language = ''): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

const json = JSON.parse(draw({ format: 'json' }));
const jsonExcerpt = { ...json, nodes: [json.nodes[1], '…'], edges: [json.edges[0], '…'] };
const { label, graphs } = JSON.parse(draw({ format: 'model-explorer' }));
const explorerExcerpt = {
  label,
  graphs: [{ ...graphs[0], nodes: [graphs[0].nodes[1], '…'], groupNodeAttributes: '…' }],
};

/** The option of the command line that an option of a format is. */
const flagOf = (option: FormatOption): string =>
  `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const page = `# Every format of a graph

\`gmlp-viz graph MODEL --format NAME\`, for a built-in model, a \`model.json\` or \`module.ts#export\`. Pictures go to stdout, or with
\`--out\` to a file, which is replaced. The end of that name tells the format where no \`--format\` does: \`--out model.svg\`. The
same model gives the same bytes. In code the pictures are
\`renderGraph(trace(model, [{ shape: [1, 3, 64, 64] }]), { format: 'svg' })\`, in a browser too. This page is printed by the program
(\`test/formatsPage.test.ts\`).

| Format | Writes | Name ends with | Takes |
| :-- | :-- | :-- | :-- |
${formatNames
  .map((name) => {
    const { describe, takes, ending }: Format = formats[name];
    return `| \`${name}\` | ${describe} | ${ending ? `\`${ending}\`` : ''} | ${takes.map((option) => `\`${flagOf(option)}\``).join(', ')} |`;
  })
  .join('\n')}

## What is drawn

\`--level modules\` (the default) draws each layer as one box, \`ops\` opens layers that run several ops, \`kernels\` shows all that
tf.js runs. \`--depth N\` closes groups N levels below the model; at 0 the model is one box. In svg, dot and mermaid equal
neighbours are one, \`3 × gMLPBlock\`, with the first one's inside (\`--no-fold\` draws each). Constants, copies and what does
not depend on the input are left out unless \`--plumbing\` asks for them. A model that fails is drawn as far as it ran, with its failing
layer marked.

\`--show params,macs,memory,time\` writes amounts into the boxes: elements of parameters, multiply-adds, bytes of the
outputs, and milliseconds, for which \`--profile\` runs the model. What a kernel without a rule makes unknown is \`--\`.

## From event files

\`gmlp-viz graph path/to/logdir --format svg\` draws the graph that an event file or a run holds, whoever wrote it: TensorFlow
1 and 2, PyTorch, this package. Calls of functions are opened, variables count for the op that reads them. \`--tag\` chooses among
graphs with tags. In code: \`renderGraph(await readGraph('path/to/logdir'))\`, and \`decodeGraphDef(bytes)\` where there is no disk.

## \`--format svg\`

Light and dark as the reader's system is (\`--theme light\` or \`dark\` fixes it), no script and no foreign object inside, whole
names as tooltips. \`--color-by params\`, \`macs\`, \`memory\` or \`time\` makes it a heat-map, \`--direction right\` turns it.
\`${command} --format svg --show params\`:

![The model as a picture](graph.svg)

## \`--format dot\`

Groups are clusters; \`dot -Tpdf\` lays it out. \`${command} --format dot --depth 1\`:

${fenced(draw({ format: 'dot', depth: 1 }), 'dot')}

## \`--format mermaid\`

For a README or a pull request. Mermaid draws 500 edges and 50,000 characters: a larger model is closed from its innermost groups
outwards until it fits, and the first line says so. \`${command} --format mermaid --depth 1\`:

${fenced(draw({ format: 'mermaid', depth: 1 }), 'mermaid')}

## \`--format json\`

All boxes and edges with whole names and all amounts, by [its schema](graph.schema.json); \`--layout\` adds positions and paths in
pixels. \`version\` goes up when a reader of an earlier one would misread it. With one node and one edge of the lists:

${fenced(JSON.stringify(jsonExcerpt, null, 2), 'json')}

## \`--format model-explorer\`

For [Google's Model Explorer](https://github.com/google-ai-edge/model-explorer): \`model-explorer graph.json\`. With \`--node-data macs\`
(or \`params\`, \`memory\`, \`time\`) it is the file of node data that colours that graph, which "Add per-node data" opens. With one node
of the list:

${fenced(JSON.stringify(explorerExcerpt, null, 2), 'json')}
`;

test.each([
  ['formats.md', page],
  ['graph.svg', draw({ show: ['params'] })],
])('docs/%s', (name, text) => {
  const path = fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
  if (process.env.UPDATE === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});
