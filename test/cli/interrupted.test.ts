// Ctrl-C while `inspect` waits for a store that has fallen silent.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { cli } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
const runs = 30;
let content: Buffer;
let server: Server;
// how many objects are answered before the store is silent, and how many were asked for
let [answers, asked] = [0, 0];
let silent: () => void;
let silence: Promise<void>;

beforeAll(async () => {
  const writer = new SummaryWriter(join(folder, 'logs'));
  writer.addScalar('loss', 1, 0);
  await writer.close();
  content = readFileSync(writer.path!);
  server = createServer((request, response) => {
    if (new URL(request.url!, 'http://store').searchParams.has('list-type')) {
      const contents = Array.from(
        { length: runs },
        (_, n) =>
          `<Contents><Key>logs/run${n}/tfevents</Key><Size>${content.length}</Size><ETag>"${n}"</ETag></Contents>`,
      );
      return void response.end(`<?xml version="1.0"?><ListBucketResult>${contents.join('')}</ListBucketResult>`);
    }
    asked += 1;
    if (asked <= answers) response.writeHead(206).end(content);
    else silent();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
beforeEach(() => {
  asked = 0;
  silence = new Promise((resolve) => {
    silent = resolve;
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const environment = () => ({
  ...process.env,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
  XDG_CACHE_HOME: join(folder, 'cache'),
});
const address = 's3://bucket/logs';
const soon = 2000;

test.each([
  [[]],
  [['--tag', 'loss']],
  [['--follow']],
  [['--all', '--format', 'csv']],
  [['--plot']],
  [['--reduce', 'mean', '--out', join(folder, 'out')]],
])('Ctrl-C ends inspect %j by its signal, though the store does not answer', async (options) => {
  answers = 3;
  const child = spawn(process.execPath, [cli, 'inspect', address, ...options], { env: environment(), stdio: 'ignore' });
  const ended = once(child, 'close');
  await silence;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const begun = performance.now();
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(performance.now() - begun).toBeLessThan(soon);
});

test('Ctrl-C on a terminal removes the line of progress, and runs that were read are not read again', async () => {
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
  answers = 12;
  const line = `stty cols 80; exec '${process.execPath}' '${cli}' inspect ${address} > '${join(folder, 'out')}'`;
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], { env: environment() });
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
  });
  const ended = once(child, 'close');
  await silence;
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.stdin.write('\u0003');
  expect((await ended)[0]).toBe(130);
  expect(text).toContain('read of s3:');
  expect(text.endsWith('\r\u001b[K')).toBe(true);
  [answers, asked] = [runs, 0];
  const again = spawn(process.execPath, [cli, 'inspect', address], { env: environment(), stdio: 'ignore' });
  expect(await once(again, 'close')).toEqual([0, null]);
  expect(asked).toBe(runs - 12);
});
