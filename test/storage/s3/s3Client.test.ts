// The client of stores, a package that need not be installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readRuns, SummaryWriter } from '../../../src/index.ts';

const asked = vi.hoisted((): string[] => []);
vi.mock('node:module', async (original) => {
  const actual = await original<typeof import('node:module')>();
  const ask = (name: string): never => {
    asked.push(name);
    throw new Error(`cannot find ${name}`);
  };
  const createRequire = (from: string | URL): NodeJS.Require => {
    const require = actual.createRequire(from);
    const own = (name: string) => (name.startsWith('@aws-sdk/') ? ask(name) : require(name));
    const resolve = (name: string) => (name.startsWith('@aws-sdk/') ? ask(name) : require.resolve(name));
    return Object.assign(own, { ...require, resolve: Object.assign(resolve, { paths: require.resolve.paths }) });
  };
  return { ...actual, createRequire };
});

test('the client is asked for by an address of a store alone, and is one clause where it is not installed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'client-'));
  const writer = new SummaryWriter(folder);
  writer.addScalar('loss', 1);
  await writer.close();
  await readRuns(folder);
  rmSync(folder, { recursive: true });
  expect(asked).toEqual([]);
  const clause = 's3:// and gs:// need a package: npm install @aws-sdk/client-s3';
  for (const scheme of ['s3', 'gs']) {
    expect(() => new SummaryWriter(`${scheme}://bucket/run`)).toThrow(clause);
    await expect(readRuns(`${scheme}://bucket/run`)).rejects.toThrow(clause);
  }
});
