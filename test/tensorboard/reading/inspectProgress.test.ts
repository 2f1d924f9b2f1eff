// What `inspect` tells while it reads.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspect, SummaryWriter } from '../../../src/index.ts';

const logdir = mkdtempSync(join(tmpdir(), 'progress-'));
afterAll(() => rmSync(logdir, { recursive: true }));

test('inspect calls onBatch with the path of each file and growing bytes below its size', async () => {
  const writer = new SummaryWriter(logdir);
  for (let step = 0; step < 20_000; step++) writer.addScalar('loss', step, step);
  await writer.close();
  const calls: [string, number][] = [];
  const [run] = await inspect(logdir, { onBatch: (file, bytes) => calls.push([file, bytes]) });
  const bytes = calls.map(([, read]) => read);
  expect(new Set(calls.map(([file]) => file))).toEqual(new Set(run!.files));
  expect(bytes.length).toBeGreaterThan(1);
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  expect(bytes.at(-1)).toBeLessThan(statSync(run!.files[0]!).size);
});
