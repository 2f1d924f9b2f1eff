// Our own styles: hostile names, sums, and size.
import { inspect } from 'node:util';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import * as viz from '../../../src/index.ts';
import * as nn from '../../../src/nn.ts';
import type { Amounts } from '../../../src/summary/amounts.ts';
import { displayLines } from '../../../src/summary/displayLines.ts';
import { build, index, read } from '../cases.ts';

const hostile = '"a",|b|<script>alert(1)</script>\n\r\x1b[31m`日本語é\u202e=\'&';

class Hostile extends nn.Module {
  constructor() {
    super();
    Object.assign(this, { [hostile]: new nn.Linear(2, 2) });
  }
  override forward(x: Tensor): Tensor {
    for (const [, module] of this.namedChildren()) x = module.apply(x);
    return x;
  }
}
const columns = ['name', 'type', 'params'];
const print = (style: viz.StyleName, options: viz.SummaryOptions = {}) =>
  viz.summary(new Hostile(), [2], { style, columns, ...options }).toString();

test('the style table prints one line a layer, wide characters in their columns', () => {
  expect(print('table', { width: 60 }).split('\n').slice(0, 6)).toEqual([
    '┌───────────────────────────────────────┬─────────┬────────┐',
    '│ Layer                                 │ Type    │ Params │',
    '├───────────────────────────────────────┼─────────┼────────┤',
    '│ Hostile                               │ Hostile │     -- │',
    '│   "a",|b|<script>al…本語é\\u{202e}=\'&  │ Linear  │      6 │',
    '└───────────────────────────────────────┴─────────┴────────┘',
  ]);
  const row = print('table').split('\n')[4]!;
  expect(row).toBe(
    '│   "a",|b|<script>alert(1)</script>\\u{a}\\u{d}\\u{1b}[31m`日本語é\\u{202e}=\'& │ Linear  │      6 │',
  );
});

test('the reference’s styles: a name that is a terminal’s command is spelled out', () => {
  class Named extends Hostile {}
  Object.defineProperty(Named, 'name', { value: hostile });
  const spelled = '"a",|b|<script>alert(1)</script>\\u{a}\\u{d}\\u{1b}[31m`日本語é\\u{202e}=\'&';
  const model = new nn.Sequential(new Named());
  expect(viz.summary(model, [2]).toString().split('\n')[4]).toBe(
    `${spelled}-2${' '.repeat(20)}[-1, 2]${' '.repeat(15)}0`,
  );
  const options = { style: 'torchinfo', rowSettings: ['depth', 'var_names'], depth: 3 } as const;
  const lines = viz.summary(model, [2], options).toString().split('\n').slice(4, 6);
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    [`├─${spelled} (0): 1-1`, '[1, 2]', '--'],
    ['│', `└─Linear (${spelled}): 2-1`, '[1, 2]', '6'],
  ]);
});

test('the style markdown prints one line a layer, pipes escaped', () => {
  expect(print('markdown').split('\n').slice(0, 4)).toEqual([
    '| Layer | Type | Params |',
    '| :-- | :-- | --: |',
    '| Hostile | Hostile | -- |',
    '| &nbsp;&nbsp;"a",\\|b\\|&lt;script&gt;alert(1)&lt;/script&gt;\\\\u{a}\\\\u{d}\\\\u{1b}\\[31m\\`日本語é\\\\u{202e}=\'&amp; | Linear | 6 |',
  ]);
});

test('the style csv prints one line a layer, quoted where needed', () => {
  // line breaks are RFC 4180's; what else a terminal would obey is spelled out
  const name = '""a"",|b|<script>alert(1)</script>\n\\u{d}\\u{1b}[31m`日本語é\\u{202e}=\'&';
  expect(print('csv')).toBe(`name,type,params\r\nHostile,Hostile,\r\n"${name}",Linear,6\r\n`);
});

test('a difference is printed as text, markdown and json', () => {
  const of = (model: nn.Module) => viz.summaryData(viz.summary(model, [2], { style: 'json' }).facts);
  const diff = viz.diffSummaries(of(new nn.Linear(2, 2)), of(new Hostile()));
  const spelled = '"a",|b|<script>alert(1)</script>\\u{a}\\u{d}\\u{1b}[31m`日本語é\\u{202e}=\'&';
  expect(viz.renderDiff(diff).split('\n')).toContain(`+ ${spelled}: Linear, 6 params`);
  const cells =
    '"a",\\|b\\|&lt;script&gt;alert(1)&lt;/script&gt;\\\\u{a}\\\\u{d}\\\\u{1b}\\[31m\\`日本語é\\\\u{202e}=\'&amp;';
  expect(viz.renderDiff(diff, 'markdown').split('\n')).toContain(`| added | ${cells} | layer |  | Linear, 6 params |`);
  expect(JSON.parse(viz.renderDiff(diff, 'json')).layers.map(({ layer }: viz.LayerChange) => layer)).toContain(hostile);
});

test('the style json equals the stored file', () => {
  const { layers, totals, schema, version } = JSON.parse(print('json'));
  expect([schema, version, layers[1].path, totals.macs, totals.params]).toEqual(['gmlp-viz.summary', 1, hostile, 4, 6]);
});

test('a tag in a layer’s name is text in the html page', () => {
  const page = print('html');
  expect(page.match(/<script>/g)).toHaveLength(1);
  expect(page).toContain(
    '&quot;a&quot;,|b|&lt;script&gt;alert(1)&lt;/script&gt;\\u{a}\\u{d}\\u{1b}[31m`日本語é\\u{202e}=&#39;&amp;',
  );
});

interface Case {
  readonly model: string;
  readonly arguments: Record<string, number>;
  /** without the batch; null for a model that is not run */
  readonly input_size: number[] | number[][] | null;
  readonly options?: { readonly batch_dim?: number };
}
// torchinfo's sizes have the batch first, unless its axis is named
const withoutBatch = (entry: Case): Case => {
  const { input_size: size, options } = entry;
  if (size === null || options?.batch_dim !== undefined) return entry;
  const sizes = Array.isArray(size[0]) ? (size as number[][]) : [size as number[]];
  return { ...entry, input_size: sizes.map((each) => each.slice(1)) };
};
const gmlp = (name: string): [string, Case] => {
  const { image_size, in_channels, ...rest } = JSON.parse(read(`${name}/case.json`)).config;
  const input_size = [in_channels, image_size, image_size];
  return [name, { model: 'gMLPForImageClassification', arguments: { image_size, in_channels, ...rest }, input_size }];
};
const cases: [string, Case][] = [
  ...Object.entries<Case>(index.torchsummary),
  ...Object.entries<Case>(index.torchinfo).map(([name, entry]): [string, Case] => [name, withoutBatch(entry)]),
  ...['seed', 'default', 'tiny'].map(gmlp),
];
test.each(cases)('the columns of %s add up to the totals, folded and cut or not', (_, entry) => {
  const { root, totals } = viz.summary(build(entry), entry.input_size, { style: 'table' }).facts;
  for (const options of [{}, { fold: false }, { depth: 0 }, { depth: 1 }, { depth: 2 }]) {
    const lines = displayLines(root, options);
    const sum = (of: (amounts: Amounts) => number) => lines.reduce((total, { amounts }) => total + of(amounts), 0);
    const bytes = ({ stateBytes }: Amounts) => Object.values(stateBytes).reduce((a, b) => a + b, 0);
    expect([
      sum((a) => a.params),
      sum((a) => a.trainable),
      sum((a) => a.buffers),
      sum((a) => a.macs),
      sum(bytes),
    ]).toEqual([totals.params, totals.trainable, totals.buffers, totals.macs, bytes(totals)]);
  }
  const parameters = [...build(entry).namedParameters()];
  expect(totals.params).toBe(parameters.reduce((total, [, { size }]) => total + size, 0));
});

test('a parameter in two modules counts once, and the second says where', () => {
  class Tied extends nn.Module {
    embed = new nn.Linear(8, 8);
    out = new nn.Linear(8, 8, { bias: false });
    constructor() {
      super();
      Object.assign(this.out, { weight: this.embed.weight });
    }
    override forward(x: Tensor): Tensor {
      return this.out.apply(this.embed.apply(x));
    }
  }
  const result = viz.summary(new Tied(), [8], { style: 'csv', columns: ['path', 'params', 'shared'] });
  expect(result.toString()).toBe('path,params,shared\r\n,,\r\nembed,72,\r\nout,,embed.weight\r\n');
});

test('a summary shows itself in a notebook and in the console', () => {
  const result = viz.summary(new nn.Linear(2, 2), [2], { style: 'table' });
  expect(inspect(result)).toBe(result.toString());
  const shown = result[Symbol.for('Jupyter.display')]!() as Record<string, string>;
  expect(Object.keys(shown)).toEqual(['text/plain', 'text/html']);
  expect(shown['text/plain']).toBe(result.toString());
});

test('a table of 20,000 layers has a row for each', () => {
  const many = new nn.Sequential(...Array.from({ length: 19_999 }, () => new nn.Identity()));
  const lines = viz.summary(many, [1], { style: 'table', fold: false, width: 100 }).toString().split('\n');
  expect(lines.filter((line) => line.startsWith('│'))).toHaveLength(20_001);
});

test('input sizes are whole numbers, and a model that needs a batch says so', () => {
  const whole = (options: viz.SummaryOptions) =>
    viz.summary(new nn.Linear(2, 3), [5, 2], { batchDim: null, ...options });
  expect(whole({ style: 'csv', columns: ['type', 'input', 'output'] }).toString()).toBe(
    'type,input,output\r\nLinear,"[5, 2]","[5, 3]"\r\n',
  );
  expect(() => whole({})).toThrow('style torchsummary needs a batch: the input sizes are whole');
  expect(() => whole({ style: 'table', memoryBudgetBytes: 1e9 })).toThrow(
    'a memory budget needs a batch: the input sizes are whole',
  );
});
