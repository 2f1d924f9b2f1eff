// Long work on a terminal tells how far it is, on one line that fits it; in a pipe it says nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { cli } from '../cli/runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'progress-'));
const columns = 40;

beforeAll(async () => {
  // a name that would move the cursor
  for (const run of ['first\u001b[2J', 'second']) {
    const writer = new SummaryWriter(join(folder, 'logs', run));
    for (let step = 0; step < 150_000; step++) writer.addScalar('loss', step, step);
    await writer.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command writes to a terminal as its stderr, while its stdout is a file. */
function onTerminal(line: string): string {
  const command = `stty cols ${columns}; '${process.execPath}' '${cli}' ${line} > out`;
  const { stdout, status } = spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(status, stdout).toBe(0);
  return stdout;
}

const begin = '\r\u001b[K';

test.each([
  ['inspect logs --tag loss --format csv', /^[\d.]+ [KM]iB read of logs/],
  ['inspect logs --all --format csv', /^[\d.]+ [KM]iB read of logs/],
  ['inspect logs --all --pivot --format csv', /^[\d.]+ [KM]iB read of logs/],
  ['inspect logs --reduce mean --out reduced', /^[\d.]+ [KM]iB read of logs/],
  ['inspect logs', /^[\d.]+ [KM]iB read of logs/],
  ['profile gmlp --backend cpu --runs 3 --warmup 1', /^forward pass \d of \d+ on cpu/],
  ['compare gmlp --backend wasm', /^kernel \d+ of \d+$/],
  ['graph gmlp-b16 --format savedmodel --out saved', /^making the graph of gmlp-b16|written to saved/],
  ['graph gmlp-b16 --format onnx --out model.onnx', /^making the graph of gmlp-b16|written to model/],
])('%s', (line, expected) => {
  const [before, ...shown] = onTerminal(line).split(begin);
  expect(before).toBe('');
  // the last piece is what stands when the line is removed
  const lines = shown.slice(0, -1).filter((text) => text !== '');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((text) => !expected.test(text))).toEqual([]);
  expect(lines.filter((text) => text.length >= columns || /\p{Cc}/u.test(text))).toEqual([]);
});

test('in a pipe nothing is told', () => {
  const { stderr, stdout } = spawnSync(process.execPath, [cli, 'inspect', 'logs', '--all', '--format', 'csv'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('second,loss,149999,');
});
