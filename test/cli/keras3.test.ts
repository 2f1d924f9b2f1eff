// Every command takes the files of a Keras 3 model.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kerasCases, kerasFiles } from '../load/kerasCases.ts';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'keras-'));
const run = (...args: string[]) => runCommand(args, { cwd: folder });
const caseOf = (name: string) => kerasCases.find((one) => one.name === name)!;

const table = `┌─────────────────┬────────────────────┬──────────────┬────────┬──────┐
│ Layer           │ Type               │ Output shape │ Params │ MACs │
├─────────────────┼────────────────────┼──────────────┼────────┼──────┤
│ attention_block │ Functional         │ [1, 4, 2]    │     -- │    0 │
│   norm          │ LayerNormalization │ [1, 4, 4]    │      8 │    0 │
│   heads         │ MultiHeadAttention │ [1, 4, 4]    │     80 │  384 │
│   add           │ Add                │ [1, 4, 4]    │     -- │    0 │
│   out           │ Dense              │ [1, 4, 2]    │     10 │   32 │
└─────────────────┴────────────────────┴──────────────┴────────┴──────┘
Params:                     98
Trainable params:           98
`;

test.each(kerasFiles)('summary of attention_block/%s is the same table', (file) => {
  const { stdout, stderr, status } = run('summary', caseOf('attention_block').path(file), '--depth', '1');
  expect({ stdout: stdout.slice(0, table.length), stderr, status }).toEqual({ stdout: table, stderr: '', status: 0 });
});

test('graph, profile and summary --statistics read the weights of an archive', () => {
  const path = caseOf('operations').path('model.keras');
  expect(run('graph', path, '--logdir', 'logs', '--parameters', 'full')).toMatchObject({ status: 0 });
  expect(readdirSync(join(folder, 'logs'))).toHaveLength(1);
  expect(run('profile', path, '--backend', 'cpu', '--runs', '1').stdout).toContain('Forward pass (cpu');
  expect(run('summary', path, '--statistics').stdout).toMatch(/kernel +│ parameter +│ \[8, 2\] +│ +16 │/);
});

test.each(kerasFiles)('view, compare, backends and pictures take operations/%s', (file) => {
  const path = caseOf('operations').path(file);
  expect(run('view', path, '--out', 'operations.html')).toMatchObject({ stdout: 'operations.html\n', status: 0 });
  expect(run('graph', path, '--format', 'mermaid').stdout).toMatch(/^flowchart /m);
  const compared = run('compare', path, '--backend', 'wasm', '--against', 'cpu');
  expect(compared).toMatchObject({ stderr: '', status: 0 });
  expect(run('backends', path)).toMatchObject({ status: 0 });
  rmSync(join(folder, 'operations.html'));
});

test('diff finds no difference between the three files of a model', () => {
  const { path } = caseOf('nested_models');
  for (const file of ['model.json', 'from-keras/model.json'] as const)
    expect(run('diff', path('model.keras'), path(file), '--weights').status).toBe(0);
});

test('a model with a layer that tf.js lacks is shown, and refused where numbers are needed', () => {
  const path = caseOf('borrowed_layers').path('from-keras/model.json');
  const summary = run('summary', path);
  expect(summary.stdout).toContain('│   scale         │ ScaleShift (placeholder) │ [1, 3]       │      6 │   -- │');
  expect(summary.stderr).toContain(
    'gmlp-viz: note: scale (ScaleShift) is a placeholder with Keras’s output shape'.replace('’', "'"),
  );
  expect(run('graph', path, '--logdir', 'placeholder')).toMatchObject({ status: 0 });
  const exported = run('graph', path, '--format', 'graphdef', '--out', 'x.pb');
  expect(exported.stderr).toContain('scale] has a shape and no numbers, and no graph can run it\n');
  expect(exported.status).toBe(2);
  const converted = run('convert', path, '--out', 'x');
  expect(converted.stderr).toBe(
    `gmlp-viz: ${path} cannot be converted: tf.js lacks the layer ScaleShift, which the layer scale (ScaleShift) needs\n`,
  );
  expect(readdirSync(folder).sort()).toEqual(['logs', 'placeholder']);
});

test('an archive that is none is one clause', () => {
  writeFileSync(join(folder, 'text.keras'), 'PK');
  expect(run('summary', 'text.keras')).toMatchObject({
    stdout: '',
    stderr: 'gmlp-viz: text.keras is neither JSON nor a .keras archive\n',
    status: 2,
  });
});
