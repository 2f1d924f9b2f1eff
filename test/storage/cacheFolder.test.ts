// Files in the user's folder for caches.
import { mkdtempSync, readdirSync, renameSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { maxCachedBytes, readCached, writeCached } from '../../src/storage/cacheFolder.ts';

let cache = '';
const folder = () => join(cache, 'gmlp-viz', 'kind');
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cache-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

test('more than 64 MiB are neither written nor read', () => {
  writeCached('kind', 'name', 'text');
  expect(readCached('kind', 'name')).toBe('text');
  writeCached('kind', 'name', 'x'.repeat(maxCachedBytes + 1));
  expect(readCached('kind', 'name')).toBe('text');
  truncateSync(join(folder(), readdirSync(folder())[0]!), maxCachedBytes + 1);
  expect(readCached('kind', 'name')).toBeUndefined();
});

test('of more than 64 files the one that was written first goes', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 64; i++) {
    writeCached('kind', `${i}`, '');
    for (const name of readdirSync(folder())) if (!seen.has(name)) utimesSync(join(folder(), name), i, i);
    for (const name of readdirSync(folder())) seen.add(name);
  }
  writeCached('kind', 'new', 'text');
  expect(readdirSync(folder())).toHaveLength(64);
  expect(readCached('kind', '0')).toBeUndefined();
  expect(readCached('kind', '1')).toBe('');
  expect(readCached('kind', 'new')).toBe('text');
});

test('a text is that of its key alone', () => {
  writeCached('kind', 'one', 'text');
  writeCached('kind', 'other', 'more');
  const [a, b] = readdirSync(folder()).map((name) => join(folder(), name));
  renameSync(a!, `${a}.aside`);
  renameSync(b!, a!);
  renameSync(`${a}.aside`, b!);
  expect([readCached('kind', 'one'), readCached('kind', 'other')]).toEqual([undefined, undefined]);
});
