// A name that would steer a terminal, models that bear it, and the check that the command prints nothing of it raw.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { runCommand } from './runCommand.ts';

/** The folder of one test file, in which its commands run. */
export const folder = mkdtempSync(join(tmpdir(), 'terminal-'));

export const run = (...args: string[]) => runCommand(args, { cwd: folder });

// a title, a colour, C1, DEL, an override, an isolate, no width, half a pair, ends of lines
export const hostile = 'a\x1b]0;title\x07\x1b[31m\x9b2J\x7f\u202e\u2066\u200b\ufeff\ud83d\r\n\u2028\tz';

/** A character that a terminal obeys, which no output may hold. */
export const raw = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The same where lines may end in CRLF. */
export const rawInCsv = /(?!\r?\n|(?<=\r)\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Writes a file of JSON into the folder; returns its name. */
export const put = (name: string, value: object): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(value));
  return name;
};

/** A model.json of a sequential model with the hostile name. */
export const sequential = (layers: object[], rest: object = {}): object => ({
  modelTopology: { class_name: 'Sequential', config: { name: hostile, layers } },
  ...rest,
});

export const dense = (name: string, units = 2): object => ({
  class_name: 'Dense',
  config: { name, units, batch_input_shape: [null, 3] },
});

export const float = { T: { type: 'DT_FLOAT' } };
const size = { shape: { dim: [{ size: '1' }, { size: '4' }] } };

/** A model.json of a converted model. */
export const converted = (nodes: object[], weights: object[] = []): object => ({
  format: 'graph-model',
  modelTopology: {
    node: [{ name: 'x', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: size } }, ...nodes],
    library: {},
    versions: {},
  },
  weightsManifest: weights.length > 0 ? [{ paths: ['w'], weights }] : [],
});

/** Runs the command and expects that nothing it prints steers a terminal. */
export function expectPrintable(
  args: readonly string[],
  csv = false,
): { stdout: string; stderr: string; status: number | null } {
  const result = run(...args);
  expect((csv ? rawInCsv : raw).exec(result.stdout)).toBe(null);
  expect(raw.exec(result.stderr)).toBe(null);
  return result;
}
