import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => {
  const { stderr, status } = runCommand(args);
  return { stderr, status };
};

test('a model within its budgets ends with 0, one over them with 1 and a line for each', () => {
  expect(run('summary', '--style', 'table', '--max-params', '1M', '--max-macs', '0.2G')).toEqual({
    stderr: '',
    status: 0,
  });
  const over = ['--max-params', '900K', '--max-macs', '184805375', '--max-memory', '7MB'];
  expect(run('summary', '--style', 'csv', ...over)).toEqual({
    stderr: `gmlp-viz: params over budget: 915,688 of at most 900,000
gmlp-viz: MACs over budget: 184,805,376 of at most 184,805,375
gmlp-viz: inference at its peak over budget: 7,857,060 B of at most 7,000,000 B
`,
    status: 1,
  });
  expect(run('summary', '--style', 'torchinfo', '--no-input', '--max-params', '1K').status).toBe(1);
});

test.each([
  [
    ['--max-macs', '1G'],
    '--max-macs needs a batch, which style torchsummary leaves open: give --batch-size 1 or --style table',
  ],
  [['--max-params', '5X'], '--max-params must be a number such as 5M or 1.5G, got 5X'],
  [['--max-params', '-5M'], '--max-params must be a number such as 5M or 1.5G, got -5M'],
  [['--max-params', '1e400'], '--max-params must be a number such as 5M or 1.5G, got 1e400'],
  [['--max-memory', 'much'], '--max-memory must be a size such as 16GB or 512MiB, got much'],
  [
    ['--style', 'table', '--no-input', '--max-macs', '1'],
    'a model without an input is not run: a limit of macs cannot be checked',
  ],
])('summary %j is refused', (args, clause) => {
  expect(run('summary', ...args)).toEqual({ stderr: `gmlp-viz: ${clause}\n`, status: 2 });
});

test('diff --max-growth fails for a total that grew by more, and for no other difference', () => {
  const two = join(folder, 'two.json');
  writeFileSync(two, runCommand(['summary', '--num-layers', '2', '--style', 'json']).stdout);
  expect(run('diff', two, 'gmlp', '--max-growth', '0%')).toEqual({ stderr: '', status: 0 });
  const { stdout, stderr, status } = runCommand(['diff', 'gmlp', two, '--max-growth', '50.5%']);
  expect({ stderr, status }).toEqual({
    stderr: `gmlp-viz: MACs grew by 72.6%, from 184,805,376 to 319,023,104
gmlp-viz: training step grew by 75.2%, from 43.99 MiB to 77.05 MiB
`,
    status: 1,
  });
  expect(stdout).toMatch(/^MACs: .*, over the 50\.5% that are allowed$/m);
  expect(run('diff', 'gmlp', two, '--max-growth', '5').stderr).toBe(
    'gmlp-viz: --max-growth must be in percent, such as 5%, got 5\n',
  );
});
