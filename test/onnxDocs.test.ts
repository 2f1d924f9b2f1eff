// docs/onnx.md lists the kernels that become ONNX ops and those that are refused; UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { onnxRows } from '../src/dialects/onnx/kernels/onnxRows.ts';
import type { LoweringRow } from '../src/dialects/onnx/operand.ts';
import { wholeOpRows } from '../src/dialects/onnx/wholeOps.ts';
import type { NoRule } from '../src/kernels/noRule.ts';
import { refusedControl, writtenControl } from './fixtures/onnxControl.ts';

const rows = Object.entries<LoweringRow>(onnxRows).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
const going = rows.filter(([, row]) => typeof row === 'function').map(([kernel]) => `\`${kernel}\``);
const refused = rows.flatMap(([kernel, row]) => ('reason' in row ? [`| \`${kernel}\` | ${row.reason} |`] : []));
const whole = Object.entries<NoRule | ((...parts: never[]) => unknown)>(wholeOpRows).flatMap(([op, row]) =>
  typeof row === 'function' ? [`\`${op}\``] : [],
);

const written = Object.values(writtenControl).map(([, part]) => `| ${part} | goes |`);
const notWritten = Object.values(refusedControl).map(([, part, clause]) => `| ${part} | refused: \`${clause}\` |`);

const page = `# Models as ONNX

\`gmlp-viz graph MODEL --out model.onnx\`, \`saveGraph(model, { format: 'onnx', out })\`, \`encodeOnnx(onnxGraph(model))\`: ops of
ONNX's own operator sets 17 to 23, 21 unless \`--opset\` says otherwise. The lists on this page are printed from the tables
that are used (\`test/onnxDocs.test.ts\`), and onnxruntime computes tf.js's numbers of every kernel in them
(\`test/real/onnxKernels.test.ts\`).

Names of inputs and outputs are those of the SavedModel's signature: what is no letter of ASCII, digit, \`_\`, \`.\` or \`-\` becomes
\`_\`, and a name that is there already gets a number. An output that is an input, a constant or another output is a node of
its own (\`test/real/onnxEdges.test.ts\`).

## Kernels that become ONNX ops

${going.length} of tf.js's ${rows.length}: ${going.join(', ')}.

Operator set 17 lacks BitwiseAnd, and sets below 19 compare no strings: both are refused there. onnxruntime 1.32 has no
Multinomial from set 22 on. An operation of
\`gmlp-viz/nn\` that ONNX has as a whole is one node: ${whole.join(', ')}.

## Kernels that are refused

| Kernel | Why |
| :-- | :-- |
${refused.join('\n')}

NonMaxSuppressionV5 goes unless it lowers scores (\`softNmsSigma\` above 0), MaxPoolWithArgmax unless its padding is as wide
as its window. Of complex numbers go those kernels that move
or add elements, products, parts and Fourier transforms; a complex tensor is float32 with real and imaginary parts along
one more axis. Numbers of \`tf.truncatedNormal\` without a seed have no op. Every refusal is one clause that names the kernel
or node; nothing is written.

## Converted models

| Part of a converted model | In ONNX |
| :-- | :-- |
| nodes whose shapes follow from shapes | the ops of their kernels, with the names and the order of the signature |
| loops and branches that are functions (While and StatelessWhile, If and StatelessIf) | Loop and If, as the next table says |
| loops and branches that are nodes (Enter to Exit, Switch to Merge), TensorList… | refused by the name of the node: convert the model with \`control_flow_v2=True\` |
| lookup tables | refused by the name of the node: ONNX has no tables |
| nodes whose shapes depend on numbers, such as NonMaxSuppression | refused by the name of the node |

## Loops and branches

Each function is traced as a graph of its own, with the shapes of its arguments, for the export alone: the table of
\`summary\` still does not count what a loop multiplies, since nobody knows how often it runs. Axes have one size inside, so
that an open batch is refused, and without \`--dynamic\` fixed with a note. Models of these kinds are run by onnxruntime
(\`test/real/onnxControl.test.ts\`) or refused (\`test/export/onnxControl.test.ts\`).

| Loop or branch | In ONNX |
| :-- | :-- |
${written.join('\n')}
${notWritten.join('\n')}
| random numbers in such a model | refused by the function that draws |
| an open batch | refused by the name of the node |

## Large models

Protobuf reads no message of 2^31 bytes. From there on weights of a kilobyte and more lie in a file of their own,
\`model.onnx.data\` next to \`model.onnx\`, each from a multiple of 4,096 bytes on. Readers look for it next to the path that
they are given, so that an \`--out\` that is a link itself is refused there; a link to the folder is none. Weights whose
axes ONNX has in another order are put in order while they are written, so that no second copy of them is held: a gMLP of
2.42 GB takes 334 MB of memory beyond its weights, and a stack of convolutions of that size 78 MB (\`node bench/onnx.mjs\`).

## Where ONNX computes otherwise

Where ONNX's op alone, or onnxruntime's, would give other numbers, the model holds what tf.js computes:

| tf.js | ONNX's op | so it becomes |
| :-- | :-- | :-- |
| FloorDiv is int32 and floors; it and Mod of integers are 0 over 0 | Div cuts off | Floor of a quotient in float64, Where |
| Pow of integers with a negative exponent is 0, of 1 and -1 not | is undefined | Pow of its size, Where |
| Cast of what is not finite to an integer is 0 | is undefined | Where before |
| Sign of NaN is 0 | is NaN | Where |
| a slice backwards from before the first element is empty | counts from the end | an empty Slice |
| a bool of 0.7 is false | is true | a Cast to int32 before |
| integers and bools in functions of floats | refuses | Casts around |
| Mean and All of nothing are 0, Max and Min NaN, ArgMax 0 | refuses | ConstantOfShape |
| OneHot and Gather know no negative indices | count from the end | OneHot becomes Equal and Where |
| windows are [batch, ...spatial, channels] | channels come first | Transposes, which cancel where they meet |
| paddings of a pool as wide as its window | refused | Pad before |
| AvgPoolGrad spreads over the whole window | has none | ConvTranspose |
| LRN multiplies alpha by every square | divides it by their number | alpha times their number |
| nearest neighbours of a ratio that is not whole | rounds the ratio | Gather of constant indices |
| NonMaxSuppression drops an overlap of the threshold itself | one above it | the next smaller threshold |
| MirrorPad 'symmetric', RotateWithOffset | none | Gather of constant indices |
| MaxPoolWithArgmax counts with channels last | with channels first | arithmetic on the indices |

What stays otherwise: Multinomial and random draws give other numbers with the same chances; floats that no int32 holds are
cast otherwise; which of several equal greatest elements gets the gradient of MaxPool3DGrad; the order of an unsorted TopK.
`;

test('docs/onnx.md lists the kernels of the table', () => {
  const path = fileURLToPath(new URL('../docs/onnx.md', import.meta.url));
  if (process.env.UPDATE === '1') writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});
