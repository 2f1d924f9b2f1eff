// A process that is killed while it replaces a folder leaves the former one aside; the next run puts it back.
import '@tensorflow/tfjs-backend-cpu';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveGraph } from '../../src/index.ts';
import { Linear } from '../../src/nn.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-replace-'));
const out = join(folder, 'saved');
const aside = join(folder, '.saved-aB3dE9');

// as SIGKILL leaves it between the two renames
beforeEach(() => {
  mkdirSync(join(aside, 'old/variables'), { recursive: true });
  mkdirSync(join(aside, 'made'));
  writeFileSync(join(aside, 'old/saved_model.pb'), 'former');
});
afterEach(() => rmSync(out, { recursive: true }));

const save = (overwrite: boolean) => saveGraph(new Linear(2, 3), [1, 2], { format: 'savedmodel', out, overwrite });

test('a SavedModel that was left aside is there again, and is not replaced unless that is asked for', async () => {
  await expect(save(false)).rejects.toThrow(`${out} is there already`);
  expect(readFileSync(join(out, 'saved_model.pb'), 'utf8')).toBe('former');
  expect(readdirSync(folder)).toEqual(['saved']);
});

test('with overwrite the next run replaces it, and leaves nothing aside', async () => {
  await save(true);
  expect(readFileSync(join(out, 'saved_model.pb'), 'utf8')).not.toBe('former');
  expect(existsSync(aside)).toBe(false);
});

test('a folder that was left aside of a longer name stays aside', async () => {
  const other = join(folder, '.saved-v2-aB3dE9');
  mkdirSync(join(other, 'old'), { recursive: true });
  rmSync(aside, { recursive: true });
  await save(false);
  expect(existsSync(join(other, 'old'))).toBe(true);
});
