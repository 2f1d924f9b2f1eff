// Models from addresses: what is fetched, and servers that redirect, send too much, too little or nothing.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as converter from '@tensorflow/tfjs-converter';
import * as layers from '@tensorflow/tfjs-layers';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { summaryCommand } from '../../cli/commands/summaryCommand.ts';
import { type ConverterLibrary, type LayersLibrary, loadModel, trace } from '../../src/index.ts';
import { maxTextBytes } from '../../src/load/modelFile.ts';
import { addressLimits } from '../../src/storage/fetchPieces.ts';
import { constants, shapedGraph, weights } from '../fixtures/shapedGraph.ts';
import { kerasCases } from './kerasCases.ts';

const library = layers as unknown as LayersLibrary;
const converterLibrary = converter as unknown as ConverterLibrary;
const dense = { class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } };
const model = {
  modelTopology: { class_name: 'Sequential', config: { name: 's', layers: [dense] } },
  weightsManifest: [{ paths: ['w.bin'], weights: [{ name: 'd/kernel', shape: [3, 2], dtype: 'float32' }] }],
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const asked: string[] = [];
const sent =
  (body: string | Uint8Array): Handler =>
  (_, response) =>
    void response.end(body);
const moved =
  (location: string): Handler =>
  (_, response) =>
    void response.writeHead(302, { location }).end();

/** Sends a piece again and again, and does not tell how often. */
const endless =
  (piece: string | Uint8Array, everyMs: number): Handler =>
  ({ method }, response) => {
    if (method === 'HEAD') return void response.end();
    const timer = setInterval(() => response.write(piece), everyMs);
    response.on('close', () => clearInterval(timer));
  };

/** Answers a request for a part of a file, as most servers do. */
const withParts =
  (bytes: Uint8Array): Handler =>
  ({ headers, method }, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length });
    response.end(method === 'HEAD' ? undefined : part);
  };

let other = '';
const routes: Record<string, Handler> = {
  '/model.json': sent(JSON.stringify(model)),
  '/folder/model.json': sent(JSON.stringify(model)),
  '/w.bin': endless(new Uint8Array(1000), 1),
  '/parts/model.json': sent(JSON.stringify(shapedGraph)),
  '/parts/c.bin': withParts(constants),
  '/parts/w.bin': withParts(weights),
  '/whole/model.json': sent(JSON.stringify(shapedGraph)),
  '/whole/c.bin': sent(constants),
  '/away': (request, response) => moved(`${other}/model.json`)(request, response),
  '/loop': moved('/loop'),
  '/file': moved('file:///etc/passwd'),
  '/model.keras': sent(readFileSync(kerasCases.find(({ name }) => name === 'sequential')!.path('model.keras'))),
  '/silent': () => undefined,
  '/slow': endless(' ', 20),
};

const start = async (handle: Handler): Promise<{ server: Server; base: string }> => {
  const server = createServer(handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};
const answer: Handler = (request, response) => {
  const path = `${request.url}`.split('?')[0]!;
  asked.push(`${request.method} ${path}${request.headers.authorization ? ' with a key' : ''}`);
  const handle = routes[path] ?? ((_, missing) => void missing.writeHead(404).end());
  handle(request, response);
};
let servers: Server[] = [];
let base = '';
beforeAll(async () => {
  const [first, second] = [await start(answer), await start(answer)];
  servers = [first.server, second.server];
  [base, other] = [first.base, second.base];
});
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});
const limits = { ...addressLimits };
afterEach(() => {
  asked.length = 0;
  Object.assign(addressLimits, limits);
});

test('a trace of a model of tf.layers fetches the topology alone, and an address that ends with / is a folder', async () => {
  const loaded = await loadModel(`${base}/folder/?key=secret`, { layers: library });
  expect(trace(loaded.model, loaded.inputs!).calls.length).toBeGreaterThan(0);
  expect(asked).toEqual(['GET /folder/model.json']);
});

test('a trace of a converted model fetches the part of a file that holds sizes, and no weights', async () => {
  const loaded = await loadModel(`${base}/parts/model.json`, { converter: converterLibrary });
  const { values, outputs } = trace(loaded.model, loaded.inputs!);
  expect(values[outputs as number]!.shape).toEqual([2, 40]);
  expect(asked).toEqual(['GET /parts/model.json', 'HEAD /parts/c.bin', 'GET /parts/c.bin']);
  const read = await loaded.readWeights!();
  expect([...read.values()].map((array) => array.values[79])).toEqual([79]);
  expect(asked.slice(3)).toContain('GET /parts/w.bin');
});

test('a server that sends no parts of a file sends it whole', async () => {
  const loaded = await loadModel(`${base}/whole/model.json`, { converter: converterLibrary });
  expect(trace(loaded.model, loaded.inputs!).graph!.notRun).toBeUndefined();
  expect(asked.filter((line) => line.includes('w.bin'))).toEqual([]);
});

test('a key is sent to the server that it is for, and to no server that this one redirects to', async () => {
  const headers = { Authorization: 'Bearer secret' };
  await loadModel(`${base}/away`, { layers: library, headers });
  expect(asked).toEqual(['GET /away with a key', 'GET /model.json']);
});

const refusal = (path: string, options = {}): Promise<string> =>
  loadModel(path, { layers: library, ...options }).then(
    () => 'loaded',
    ({ name, message }: Error) => `${name}: ${message}`,
  );

test('redirects that do not end, or that leave the web, are refused', async () => {
  expect(await refusal(`${base}/loop`)).toBe(`UserError: cannot read ${base}/loop: it redirects more than 5 times`);
  expect(await refusal(`${base}/file`)).toBe(
    `UserError: cannot read ${base}/file: it redirects to file:, which is not followed`,
  );
});

test('an https: address that redirects to http: is refused, and nothing is asked in the clear', async () => {
  const fetched: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    fetched.push(url.href);
    return new Response(null, { status: 302, headers: { location: 'http://models.example/model.json' } });
  });
  try {
    const headers = { Authorization: 'Bearer secret' };
    expect(await refusal('https://models.example/model.json', { headers })).toBe(
      'UserError: cannot read https://models.example/model.json: it redirects to http:, which is not followed',
    );
  } finally {
    vi.unstubAllGlobals();
  }
  expect(fetched).toEqual(['https://models.example/model.json']);
});

test('a model.json that is longer than 256 MiB is not read to its end', async () => {
  let sentBytes = 0;
  const chunk = new Uint8Array(2 ** 24).fill(0x20);
  vi.stubGlobal('fetch', async () => {
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      sentBytes += chunk.length;
      controller.enqueue(chunk);
    };
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
  });
  try {
    expect(await refusal('https://models.example/model.json')).toBe(
      'UserError: cannot read https://models.example/model.json: it is longer than 268435456 bytes',
    );
  } finally {
    vi.unstubAllGlobals();
  }
  expect(sentBytes).toBe(2 ** 28 + chunk.length);
});

test('a model.json on the disk that is longer than 256 MiB is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'long-'));
  const path = join(folder, 'model.json');
  try {
    writeFileSync(path, '{');
    // a file with a hole takes no room
    truncateSync(path, 2 ** 28 + 1);
    expect(await refusal(path)).toBe(`UserError: cannot read ${path}: it is longer than 268435456 bytes`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a server that sends nothing, or that does not end, is left after the limits of time', async () => {
  Object.assign(addressLimits, { quietMs: 100, totalMs: 60_000 });
  expect(await refusal(`${base}/silent`)).toBe(
    `UserError: cannot read ${base}/silent: the server sends nothing after 0.1 s`,
  );
  Object.assign(addressLimits, { quietMs: 60_000, totalMs: 400 });
  expect(await refusal(`${base}/slow`)).toBe(`UserError: cannot read ${base}/slow: it has not ended after 0.4 s`);
});

test('an archive that is longer than the limit is not read to its end', async () => {
  const { readWeights } = await loadModel(`${base}/model.keras`, { layers: library });
  expect((await readWeights!()).size).toBeGreaterThan(0);
  Object.assign(addressLimits, { bytes: 10_000 });
  expect(await refusal(`${base}/model.keras`)).toBe(
    `UserError: cannot read ${base}/model.keras: it is longer than 10000 bytes`,
  );
});

test('the limits that docs/models.md and the help of summary state are those that are kept', async () => {
  const page = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| ([^|]+) \| (\d[^|]*) \|$/gm)].map(([, what, value]) => [what, value]);
  const { quietMs, totalMs, redirects, bytes } = addressLimits;
  const [seconds, minutes] = [`${quietMs / 1000} s`, `${totalMs / 60_000} min`];
  expect(rows).toEqual([
    ['without an answer, and between two pieces of it', seconds],
    ['for one file', minutes],
    ['redirects, to `http:` and `https:` alone, never from `https:` to `http:`', `${redirects}`],
    ['JSON', `${maxTextBytes / 2 ** 20} MiB`],
    ['an archive', `${bytes / 2 ** 30} GiB`],
  ]);
  const [, help] = summaryCommand.examples.find(([line]) => line.includes('https://'))!;
  expect(help).toBe(
    `no weights are fetched; at most ${seconds} without a byte, ${minutes} a file, ${redirects} redirects`,
  );
});

test('a request that is not made says why', async () => {
  // port 9 is among those that fetch refuses
  await expect(loadModel('http://127.0.0.1:9/model.json', { layers: library })).rejects.toThrow(
    'fetch failed (bad port)',
  );
});

test('a weight file that is longer than the manifest says is not read to its end', async () => {
  const { readWeights } = await loadModel(`${base}/model.json`, { layers: library });
  await expect(readWeights!()).rejects.toThrow(`cannot read ${base}/w.bin: it is longer than 24 bytes`);
});

test('no message shows a key of an address, a password or the value of a header', async () => {
  expect(await refusal(`${base}/none?key=secret#secret`)).toBe(
    `UserError: cannot read ${base}/none: the server answers 404`,
  );
  expect(await refusal('https://me:secret@127.0.0.1/model.json')).toBe(
    'UserError: the address at 127.0.0.1 holds a password: give it in a header, Authorization',
  );
  expect(await refusal('ftp://me:secret@127.0.0.1/model.json?secret')).toBe(
    'UserError: an address must begin with http:// or https://, got ftp://127.0.0.1/model.json',
  );
  expect(await refusal(`${base}/model.json`, { headers: { Authorization: 'secret\nHost: a' } })).toBe(
    'UserError: a header must be a name and a text of printable characters, such as Authorization: Bearer …',
  );
});
