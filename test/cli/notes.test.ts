// Where notes on a model are shown: on a terminal once, in the table or beside it.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { profileCommand } from '../../cli/commands/profileCommand.ts';
import { summaryCommand } from '../../cli/commands/summaryCommand.ts';

const model = join(mkdtempSync(join(tmpdir(), 'notes-')), 'model.json');
const clause = /tf\.js runs a layer with several outputs .*memory \(LSTM\) 3 times instead of 1/g;

beforeAll(async () => {
  await tf.setBackend('cpu');
  const x = tfl.input({ shape: [4, 2] });
  const memory = tfl.layers.lstm({ units: 3, returnState: true, recurrentInitializer: 'zeros', name: 'memory' });
  await tfl.model({ inputs: x, outputs: memory.apply(x) as tfl.SymbolicTensor[] }).save({
    save: async ({ modelTopology }) => {
      writeFileSync(model, JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest: [] }));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' as const } };
    },
  });
});

const timed = { by: 'op', runs: 1, warmup: 0 };

/** How often the note is on stdout, and how often on stderr. */
async function shown(
  { run }: { readonly run: unknown },
  values: Readonly<Record<string, unknown>>,
  isTerminal: boolean,
): Promise<number[]> {
  const out: string[] = [];
  const messages: string[] = [];
  const stdout = { write: (text: string) => out.push(text) > 0, columns: isTerminal ? 400 : undefined, isTerminal };
  const stderr = { note: (text: string) => messages.push(text), progress: () => undefined };
  const given = { model, backend: 'cpu', fold: true, isolated: false, ...values };
  expect(await (run as (...given: unknown[]) => unknown)(given, stdout, stderr)).toBe(0);
  return [out, messages].map((texts) => texts.join('').match(clause)?.length ?? 0);
}

describe('a note on a layer that runs three times', () => {
  test.each<[string, unknown, readonly number[], readonly number[]]>([
    ['table', 'table', [1, 0], [1, 1]],
    ['json', 'json', [1, 0], [1, 1]],
    ['markdown', 'markdown', [1, 0], [1, 1]],
    ['csv', 'csv', [0, 1], [0, 1]],
    ['torchsummary', 'torchsummary', [0, 1], [0, 1]],
  ])('in style %s is once on a terminal, and on stderr of a pipe', async (_, style, onTerminal, onPipe) => {
    expect(await shown(summaryCommand, { style }, true)).toEqual(onTerminal);
    expect(await shown(summaryCommand, { style }, false)).toEqual(onPipe);
  });

  test('is in a profile, once on a terminal', async () => {
    expect(await shown(profileCommand, { ...timed, format: 'table' }, true)).toEqual([1, 0]);
    expect(await shown(profileCommand, { ...timed, format: 'json' }, true)).toEqual([1, 1]);
    expect(await shown(profileCommand, { ...timed, format: 'table' }, false)).toEqual([1, 1]);
    const out = join(mkdtempSync(join(tmpdir(), 'notes-')), 'profile.txt');
    expect(await shown(profileCommand, { ...timed, format: 'table', out }, true)).toEqual([0, 1]);
    expect(readFileSync(out, 'utf8')).toMatch(clause);
  });
});
