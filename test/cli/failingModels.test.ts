// A forward pass that fails: the table up to the layer, one clause, exit code 1.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { csv, refused } from './expected.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const module = fileURLToPath(new URL('../fixtures/models/functional.ts', import.meta.url));

describe('a forward pass that fails', () => {
  const table = `┌─────────┬────────┬─────────────┬──────────────┬────────┐
│ Layer   │ Type   │ Input shape │ Output shape │ Params │
├─────────┼────────┼─────────────┼──────────────┼────────┤
│ Broken  │ Broken │ [2, 6]      │ --           │     -- │
│   first │ Linear │ [2, 6]      │ [2, 4]       │     28 │
│   secon │ Linear │ [2, 4]      │ ✗ fails here │     12 │
└─────────┴────────┴─────────────┴──────────────┴────────┘`.replace('│   secon │', '│   second │');
  const clause =
    'gmlp-viz: test/fixtures/models/functional.ts:18: second (Linear) fails on [2, 4]: linear expects 5 features on the last axis, got shape [2, 4]\n';

  test('prints the table up to the failing layer, the error, and exits with 1', () => {
    const { stdout, stderr, status } = run('summary', `${module}#Broken`, '--input', '2,6');
    expect({ stderr, status }).toEqual({ stderr: clause, status: 1 });
    expect(stdout.replace(/ +/g, ' ').replace(/─+/g, '─')).toContain(table.replace(/ +/g, ' ').replace(/─+/g, '─'));
  });

  test('because a shape depends on values names --backend, and runs with it', () => {
    const args = ['summary', `${module}#positive`, '--input', 'scores:6'];
    const without = run(...args);
    expect(without.status).toBe(1);
    expect(without.stdout).toContain('✗ fails here');
    expect(without.stderr).toBe(
      "gmlp-viz: positive fails on [6]: the shape that Unique gives depends on numbers, and a shape-only trace has none: { backend: 'cpu' }, on the command line --backend cpu, runs it with numbers\n",
    );
    for (const backend of ['cpu', 'wasm']) {
      const { stdout, stderr, status } = run(...args, '--backend', backend, ...csv('type,input,output'));
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      expect(stdout).toBe('type,input,output\r\npositive,[6],[6]\r\n');
    }
  });

  test.each([
    ['gpu', 'unknown backend: gpu (did you mean cpu? one of node-gpu, node, wasm, cpu, auto)'],
    ['node', 'the backend node is not installed: npm install @tensorflow/tfjs-node'],
  ])('is refused before it runs with the unusable --backend %s', (backend, clause) => {
    expect(run('summary', `${module}#Net`, '--input', '2,6', '--backend', backend)).toEqual(refused(clause));
  });

  test('on --backend auto has a note with the backend that was chosen, and why no faster one', () => {
    const { stderr, status } = run('summary', `${module}#Net`, '--input', '2,6', '--backend', 'auto');
    expect(status).toBe(0);
    expect(stderr).toBe(
      'gmlp-viz: note: on wasm 4.22.0 (CPU, WebAssembly, SIMD); the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu; the backend node is not installed: npm install @tensorflow/tfjs-node\n',
    );
  });

  test('writes no graph, and prints the table to stderr with the error', () => {
    const logdir = join(mkdtempSync(join(tmpdir(), 'user-')), 'logs');
    const { stdout, stderr, status } = run('graph', `${module}#Broken`, '--input', '2,6', '--logdir', logdir);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toContain('✗ fails here');
    expect(stderr.endsWith(clause)).toBe(true);
  });
});
