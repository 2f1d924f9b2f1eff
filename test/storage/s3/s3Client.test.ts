// The client of stores, a package that need not be installed.
import { mkdtempSync, rmSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const asked: string[] = [];
const { createRequire } = module;

/** A require without the packages of AWS. */
function withoutClient(from: string | URL): NodeJS.Require {
  const require = createRequire(from);
  const only =
    <T>(find: (name: string) => T) =>
    (name: string): T => {
      if (!name.startsWith('@aws-sdk/')) return find(name);
      asked.push(name);
      throw new Error(`cannot find ${name}`);
    };
  const resolve = Object.assign(only(require.resolve), { paths: require.resolve.paths });
  return Object.assign(only(require), { ...require, resolve });
}

function replaceRequire(replacement: typeof createRequire): void {
  module.createRequire = replacement;
  module.syncBuiltinESMExports();
}

replaceRequire(withoutClient);
afterAll(() => replaceRequire(createRequire));
const { readRuns, SummaryWriter } = await import('../../../src/index.ts');

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
