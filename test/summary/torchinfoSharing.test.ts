// torchinfo's tables of models whose blocks share modules, and of outputs that are no tensor.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type SummaryOptions, summary, type TorchinfoOptions } from '../../src/index.ts';
import { golden } from './cases.ts';
import { buildShared, type Spec } from './sharedModules.ts';

interface Given {
  readonly depth: number;
  readonly col_names?: NonNullable<TorchinfoOptions['columns']>;
  readonly row_settings?: NonNullable<TorchinfoOptions['rowSettings']>;
  readonly verbose?: 2;
  readonly batch_dim?: number;
  readonly input_size?: null;
}

// another folder that make.py has written, to compare more models than are kept
const folder = process.env.TORCHINFO_SHARING
  ? new URL(`file://${process.env.TORCHINFO_SHARING}/`)
  : new URL('sharing/', golden);
const models: Record<string, Spec[]> = JSON.parse(readFileSync(new URL('models.json', folder), 'utf8'));

function print(specs: readonly Spec[], given: Given): string {
  const { depth, col_names, row_settings, verbose, batch_dim } = given;
  const options: SummaryOptions = {
    style: 'torchinfo',
    depth,
    ...(col_names && { columns: col_names }),
    ...(row_settings && { rowSettings: row_settings }),
    ...(verbose && { verbose }),
    ...(batch_dim !== undefined && { batchDim: batch_dim }),
  };
  return summary(buildShared(specs), given.input_size === null ? null : [6], options).toString();
}

test('a module that 2^30 paths lead to is listed by its calls', () => {
  const specs: Spec[] = Array.from({ length: 30 }, (_, i) => ({
    type: 'Step',
    children: { a: i + 1, b: i + 1 },
    chain: ['a'],
  }));
  const text = `${summary(buildShared([...specs, { type: 'Linear' }]), [6], { style: 'torchinfo', depth: 40 })}`;
  expect(text.match(/(Step|Linear)(: | )/g)).toHaveLength(31);
  expect(text).toContain('Total params: 42');
});

test('every model has its tables', () => {
  const tables = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  expect(tables.sort()).toEqual(
    Object.keys(models)
      .map((name) => `${name}.txt`)
      .sort(),
  );
});

test('a model that returns nothing, which torchinfo tabulates, is refused', () => {
  expect(() => print(models.gives_nothing!, { depth: 3 })).toThrow('the forward pass returned no tensor');
});

const tabulated = Object.entries(models).filter(([name]) => name !== 'gives_nothing');

test.each(tabulated)('sharing/%s', (name, specs) => {
  const expected = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const given = [...expected.matchAll(/^# (.*)$/gm)].map(([, options]) => options!);
  expect(given.length).toBeGreaterThan(0);
  expect(given.map((options) => `# ${options}\n${print(specs, JSON.parse(options))}`).join('')).toBe(expected);
});
