// Folders that several processes create at once.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createFolder, removeCreated } from '../../src/storage/createFolder.ts';

const root = mkdtempSync(join(tmpdir(), 'created-'));

test('the folders that did not exist are returned, the outermost first, and removed again', () => {
  const path = join(root, 'a/b');
  const created = createFolder(path);
  expect(created).toEqual([join(root, 'a'), path]);
  expect(createFolder(path)).toEqual([]);
  removeCreated(created);
  expect(statSync(join(root, 'a'), { throwIfNoEntry: false })).toBeUndefined();
  expect(() => createFolder(join(fileURLToPath(import.meta.url), 'x'))).toThrow('ENOTDIR');
});

test('writers that start together in one new folder all get it', async () => {
  const code = `const { mkdirSync, statSync } = require('node:fs');
    const { parentPort, workerData } = require('node:worker_threads');
    const { root, rounds, gate } = workerData;
    for (let round = 0; round < rounds; round++) {
      Atomics.add(gate, round, 1);
      while (Atomics.load(gate, round) < 2);
      try { mkdirSync(root + '/' + round); } catch {}
    }
    parentPort.postMessage('done');`;
  const rounds = 300;
  const gate = new Int32Array(new SharedArrayBuffer(4 * rounds));
  const worker = new Worker(code, { eval: true, workerData: { root, rounds, gate } });
  const ended = new Promise((resolve) => worker.once('message', resolve));
  await new Promise((resolve) => worker.once('online', resolve));
  for (let round = 0; round < rounds; round++) {
    Atomics.add(gate, round, 1);
    while (Atomics.load(gate, round) < 2);
    expect(() => createFolder(join(root, `${round}`, 'run'))).not.toThrow();
  }
  await ended;
  rmSync(root, { recursive: true });
});
