// Reading a bucket: requests of each object, errors that pass, and keys that no address names.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listObjects, openObject } from '../../../src/storage/s3/s3Files.ts';

const objects = new Map<string, Buffer>();
const asked: string[] = [];
let failEvery = 0;
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://store');
    const key = decodeURIComponent(pathname.slice('/bucket/'.length));
    asked.push(searchParams.has('list-type') ? 'list' : key);
    if (failEvery > 0 && asked.length % failEvery === 0) return void response.writeHead(503).end();
    if (searchParams.has('list-type')) {
      const found = [...objects].filter(([each]) => each.startsWith(searchParams.get('prefix') ?? ''));
      const contents = found.map(
        ([each, body]) => `<Contents><Key>${each}</Key><Size>${body.length}</Size><ETag>"${each}"</ETag></Contents>`,
      );
      return void response.end(`<?xml version="1.0"?><ListBucketResult>${contents.join('')}</ListBucketResult>`);
    }
    const body = objects.get(key)!;
    const [from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range!)!.slice(1).map(Number);
    if (from! >= body.length) return void response.writeHead(416).end('<Error><Code>InvalidRange</Code></Error>');
    response.writeHead(206).end(body.subarray(from, to! + 1));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as { port: number }).port}`);
});
beforeEach(() => {
  objects.clear();
  asked.splice(0);
  failEvery = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

async function contentOf(path: string): Promise<string> {
  const file = await openObject(path);
  const buffer = new Uint8Array(2 ** 18);
  let bytes = 0;
  for (let count = await file.read(buffer); count > 0; count = await file.read(buffer)) bytes += count;
  expect(await file.size()).toBe(bytes);
  return `${bytes} bytes`;
}

test.each([
  ['an empty object', 0, 1],
  ['a short object', 1000, 1],
  ['an object of a megabyte', 2 ** 20, 2],
  ['an object of six megabytes', 6 * 2 ** 20, 3],
])('%s is read to its end, and its size known, by as few requests as its bytes need', async (_, bytes, requests) => {
  objects.set('run/file', Buffer.alloc(bytes));
  expect(await contentOf('s3://bucket/run/file')).toBe(`${bytes} bytes`);
  expect(asked).toHaveLength(requests);
});

test('the size of an object that was replaced by a shorter one is that of now', async () => {
  objects.set('run/file', Buffer.alloc(10));
  const file = await openObject('s3://bucket/run/file', 30);
  expect([await file.read(new Uint8Array(8)), await file.size()]).toEqual([0, 10]);
});

test('every other request that fails keeps no listing and no object from being read', async () => {
  for (let n = 0; n < 20; n++) objects.set(`run${n}/file`, Buffer.from(`${n}`));
  failEvery = 2;
  const files = await listObjects('s3://bucket', true);
  expect(files).toHaveLength(20);
  for (const { path, size } of files!) expect(await contentOf(path)).toBe(`${size} bytes`);
});

test('objects whose keys no address names are passed over, which is told once', async () => {
  for (const key of ['logs/run/file', 'logs//file', 'logs/../file', 'logs/a/./b/file'])
    objects.set(key, Buffer.from('x'));
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  for (let n = 0; n < 2; n++)
    expect((await listObjects('s3://bucket/logs', true))!.map(({ path }) => path)).toEqual([
      's3://bucket/logs/run/file',
    ]);
  expect(warned.mock.calls.map(([text]) => text)).toEqual([
    "s3://bucket/logs: passed over logs//file and 2 more: a folder's name is empty, . or ..",
  ]);
  warned.mockRestore();
});
