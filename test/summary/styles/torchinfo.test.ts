import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type SummaryOptions, summary, type TorchinfoOptions } from '../../../src/index.ts';
import { build, golden, index, read } from '../cases.ts';

interface Case {
  readonly model: string;
  readonly arguments: Readonly<Record<string, number>>;
  /** with the batch, unless the options name its axis */
  readonly input_size: number[] | number[][] | null;
  readonly options: {
    readonly col_names?: TorchinfoOptions['columns'];
    readonly col_width?: number;
    readonly row_settings?: TorchinfoOptions['rowSettings'];
    readonly depth?: number;
    readonly verbose?: 2;
    readonly batch_dim?: number;
  };
}
const cases: Record<string, Case> = index.torchinfo;

function print(entry: Case): string {
  const { col_names, col_width, row_settings, batch_dim, depth, verbose } = entry.options;
  const options: SummaryOptions = {
    style: 'torchinfo',
    ...(col_names && { columns: col_names }),
    ...(col_width && { colWidth: col_width }),
    ...(row_settings && { rowSettings: row_settings }),
    ...(depth && { depth }),
    ...(verbose && { verbose }),
    ...(batch_dim !== undefined && { batchDim: batch_dim }),
  };
  const model = build(entry);
  if (entry.input_size === null) return summary(model, null, options).toString();
  const sizes = [entry.input_size].flat(Array.isArray(entry.input_size[0]) ? 1 : 0) as number[][];
  const bare = batch_dim === undefined ? sizes.map((size) => size.slice(1)) : sizes;
  return summary(model, bare, { ...options, batchSize: batch_dim === undefined ? sizes[0]![0]! : 1 }).toString();
}

test('every reference file has a case', () => {
  expect(Object.keys(cases).sort()).toEqual(readdirSync(new URL('torchinfo/', golden)).sort());
});

test.each(Object.entries(cases))('torchinfo/%s', (file, entry) => {
  expect(print(entry)).toBe(read(`torchinfo/${file}`));
});

const allColumns = 'input_size output_size num_params params_percent kernel_size mult_adds trainable'.split(' ');
test.each(['seed', 'default', 'tiny'])('%s/torchinfo*.txt', (name) => {
  const { config } = JSON.parse(read(`${name}/case.json`));
  const model = build({ model: 'gMLPForImageClassification', arguments: config });
  const size = [config.in_channels, config.image_size, config.image_size];
  const text = (options: object) => summary(model, size, { style: 'torchinfo', batchSize: 2, ...options }).toString();
  const full = { depth: 6, columns: allColumns, rowSettings: ['var_names', 'depth'] };
  expect(text({})).toBe(read(`${name}/torchinfo.txt`));
  expect(text({ depth: 1 })).toBe(read(`${name}/torchinfo.depth1.txt`));
  expect(text(full)).toBe(read(`${name}/torchinfo.full.txt`));
});
