// A logdir and a cache folder for each test of the index, and a check that the index changes no result.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { inspect, SummaryWriter } from '../../../src/index.ts';

/** Folders that the test has for itself: `logdir` and `cache` are in `root`. */
export let root = '';
export let logdir = '';
export let cache = '';

/** Gives each test of the file that calls it folders of its own. */
export function giveFolders(): void {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'index-'));
  });
  afterAll(() => rmSync(root, { recursive: true }));
  beforeEach(() => {
    logdir = mkdtempSync(join(root, 'logs-'));
    cache = mkdtempSync(join(root, 'cache-'));
    vi.stubEnv('XDG_CACHE_HOME', cache);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });
}

export const indexFolder = () => join(cache, 'gmlp-viz', 'logdirs');
export const indexFile = () => join(indexFolder(), readdirSync(indexFolder())[0]!);

export async function write(
  run: string,
  steps: readonly number[],
  value = (step: number) => step / 7,
): Promise<string> {
  const writer = new SummaryWriter({ logdir: join(logdir, run) });
  for (const step of steps) {
    writer.addScalar('loss', value(step), step, 1000 + step);
    writer.addScalar('odd/-0', -0, step, 1000 + step);
  }
  writer.addHistogram('weights', [1, 2, 3], 0);
  await writer.close();
  return writer.path!;
}

/** Lets the files become older than the time in which a second change may leave no trace. */
export const later = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
};

/** Reads with the index, expects the result of a reading without it. @returns the files that were read with it */
export async function expectSame(): Promise<string[]> {
  const read = new Set<string>();
  const indexed = await inspect(logdir, { index: true, onBatch: (file) => read.add(file) });
  expect(indexed).toEqual(await inspect(logdir));
  return [...read].sort();
}

/** An index with another body, and the hash of that. */
export const withBody = (body: string): string =>
  `${createHash('sha256').update(`1 ${logdir}\n${body}`).digest('hex')}\n${body}`;
export const bodyOf = (text: string): string => text.slice(text.indexOf('\n') + 1);

export const steps = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
