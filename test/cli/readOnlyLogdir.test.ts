// A logdir, and a folder for caches, that the user may read and not write.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { cli } from './runCommand.ts';

const root = mkdtempSync(join(tmpdir(), 'read-only-'));
const logdir = join(root, 'logs');
const [cache, closedCache] = [join(root, 'cache'), join(root, 'closed')];
const folders = [logdir, join(logdir, 'a'), join(logdir, 'b')];

beforeAll(async () => {
  for (const run of ['a', 'b']) {
    const writer = new SummaryWriter({ logdir: join(logdir, run) });
    for (let step = 0; step < 5; step++) writer.addScalar('loss', step, step);
    await writer.close();
    chmodSync(writer.path!, 0o444);
  }
  chmodSync(root, 0o755);
  for (const folder of folders) chmodSync(folder, 0o555);
  mkdirSync(cache);
  chmodSync(cache, 0o777);
  mkdirSync(closedCache);
  chmodSync(closedCache, 0o555);
});
afterAll(() => {
  for (const folder of [...folders, closedCache]) chmodSync(folder, 0o755);
  rmSync(root, { recursive: true });
});

/** Inspects the logdir as a user whom folders may refuse: root is refused nothing. */
function inspect(XDG_CACHE_HOME: string) {
  const nobody = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const env = { ...process.env, XDG_CACHE_HOME };
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'inspect', logdir, '--format', 'json'], {
    ...nobody,
    env,
    cwd: root,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}
const traces = () => folders.map((path) => [readdirSync(path), statSync(path).mtimeMs]);

test('a logdir that cannot be written is inspected, its index is in the cache, and nothing is written to it', () => {
  const before = traces();
  const first = inspect(cache);
  expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' });
  expect(Object.keys(JSON.parse(first.stdout))).toHaveLength(2);
  expect(readdirSync(join(cache, 'gmlp-viz', 'logdirs'))).toHaveLength(1);
  expect(inspect(cache)).toEqual(first);
  expect(traces()).toEqual(before);
});

test('a logdir and a cache that cannot be written give the same list, without a word', () => {
  const before = traces();
  expect(inspect(closedCache)).toEqual(inspect(cache));
  expect(readdirSync(closedCache)).toEqual([]);
  expect(traces()).toEqual(before);
});
