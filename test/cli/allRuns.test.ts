// The table of all points, held against one that is made without a reused buffer, from columns of all runs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printAll, printPivot } from '../../cli/inspect/allRuns.ts';
import { Printer } from '../../cli/inspect/printer.ts';
import type { OutputKind } from '../../cli/output.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { tensorboard as plugins } from '../../src/proto/generated/plugins.js';
import { recordsOf } from '../tensorboard/events.ts';

/** A printer whose output is kept, with the kind of each piece. */
function keeping() {
  const [pieces, kinds, notes]: [Buffer[], OutputKind[], string[]] = [[], [], []];
  const note = (text: string): void => void notes.push(text);
  const stdout = {
    write(text: string | Uint8Array, kind: OutputKind = 'lines') {
      // a copy: the bytes are used again
      pieces.push(Buffer.from(text as Uint8Array));
      kinds.push(kind);
      return true;
    },
    drained: async () => undefined,
    columns: undefined,
    rows: undefined,
    isTerminal: false,
    hasColours: false,
  };
  const printer = new Printer(stdout, { say: note, note, progress: () => undefined, lines: note });
  return { printer, kinds, notes, text: () => Buffer.concat(pieces).toString() };
}

interface Entry {
  readonly tag: string;
  readonly step: number;
  readonly wallTime: number;
  readonly value: number;
  readonly form: 'simple' | 'tensor' | 'restart' | 'text';
  readonly isNewFile: boolean;
}

const entry: fc.Arbitrary<Entry> = fc.record({
  tag: fc.constantFrom('loss', 'a,"b"', '=1', 'größe/\u{1f600}', 'two\nlines', '\u001b[31m', ''),
  step: fc.oneof(fc.nat(5), fc.constantFrom(2 ** 40, 2 ** 53 - 1, -3)),
  wallTime: fc.oneof(fc.constantFrom(100, 1.7e9), fc.double({ noNaN: true, min: 0, max: 2e9 })),
  value: fc.oneof(fc.float(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0)),
  form: fc.constantFrom('simple', 'simple', 'simple', 'tensor', 'restart', 'text'),
  isNewFile: fc.boolean(),
});

function encoded({ tag, step, wallTime, value, form }: Entry): Uint8Array {
  const { DT_FLOAT } = tensorboard.DataType;
  const metadata = { pluginData: { pluginName: 'scalars' } };
  const tensor = { dtype: DT_FLOAT, tensorShape: {}, floatVal: [value] };
  const held = {
    simple: { summary: { value: [{ tag, simpleValue: value }] } },
    tensor: { summary: { value: [{ tag, metadata, tensor }] } },
    text: { summary: { value: [{ tag: '_hparams_/session_start_info' }] } },
    restart: { sessionLog: { status: tensorboard.SessionLog.SessionStatus.START } },
  };
  return tensorboard.Event.encode({ step, wallTime, ...held[form] }).finish();
}

const cellOf = (text: string): string => {
  const safe = text.replace('\u001b', '\\u{1b}');
  const plain = safe.startsWith('=') ? `'${safe}` : safe;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const isPoint = ({ form }: Entry): boolean => form === 'simple' || form === 'tensor';

/** Writes runs `r0`, `r1`, … each in one file or more. @returns their folder */
function written(runs: readonly (readonly Entry[])[]): string {
  const logdir = mkdtempSync(join(tmpdir(), 'all-runs-'));
  for (const [n, entries] of runs.entries()) {
    const contents: Uint8Array[][] = [[]];
    for (const each of entries) {
      if (each.isNewFile) contents.push([]);
      contents.at(-1)!.push(encoded(each));
    }
    mkdirSync(join(logdir, `r${n}`));
    for (const [i, of] of contents.entries())
      writeFileSync(join(logdir, `r${n}`, `events.out.tfevents.${100 + i}`), recordsOf(of));
  }
  return logdir;
}

/** The note about a run's points before a restart, of its step and later ones. */
function noteOf(entries: readonly Entry[], n: number): string[] {
  const discarding = entries.flatMap((each, i) => {
    const restarts = entries.slice(i).filter(({ form, step }) => form === 'restart' && step <= each.step);
    return isPoint(each) && restarts.length > 0 ? [restarts.map((restart) => restart.step)] : [];
  });
  const step = Math.min(...discarding.flat());
  const text = `r${n} started again at step ${step}, which discards ${discarding.length} points: they are printed`;
  return discarding.length > 0 ? [text] : [];
}

const runs = fc.array(fc.array(entry, { maxLength: 30 }), { minLength: 1, maxLength: 3 });
const textOrNumber = (value: number): number | string => (Number.isFinite(value) ? value + 0 : `${value}`);

test('the table has each point once, as it was written, with restarts, odd tags and numbers', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (runs) => {
      const logdir = written(runs);
      const points = runs.flatMap((entries, n) =>
        entries.filter(isPoint).map((each) => ({ ...each, run: `r${n}`, value: Math.fround(each.value) })),
      );
      const csv = keeping();
      await printAll(logdir, {}, 'csv', csv.printer);
      const rows = points.map(({ run, tag, step, wallTime, value }) =>
        [run, cellOf(tag), `${step}`, `${wallTime}`, `${value}`].join(','),
      );
      expect(csv.text()).toBe(['run,tag,step,wall_time,value', ...rows, ''].join('\r\n'));
      expect(csv.notes).toEqual(runs.flatMap(noteOf));
      const json = keeping();
      await printAll(logdir, {}, 'json', json.printer);
      expect(JSON.parse(json.text())).toEqual(
        points.map(({ run, tag, step, wallTime, value }) => ({
          run,
          tag,
          step,
          wall_time: wallTime + 0,
          value: textOrNumber(value),
        })),
      );
      expect(json.text()).not.toContain('\u001b');
      rmSync(logdir, { recursive: true });
    }),
    { numRuns: 60 },
  );
});

test('every piece of JSON is printed as JSON, its end too', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'all-runs-'));
  const point: Entry = { tag: 'a', step: 0, wallTime: 1, value: 2, form: 'simple', isNewFile: false };
  writeFileSync(join(logdir, 'events.out.tfevents.1'), recordsOf([encoded(point)]));
  for (const print of [printAll, printPivot]) {
    const { printer, kinds, text } = keeping();
    await print(logdir, {}, 'json', printer);
    expect(text().endsWith('\n]\n')).toBe(true);
    expect(new Set(kinds)).toEqual(new Set(['json']));
  }
  rmSync(logdir, { recursive: true });
});

const hparamsEvent = (hparams: Readonly<Record<string, object>>): Uint8Array => {
  const content = plugins.hparams.HParamsPluginData.encode({ sessionStartInfo: { hparams } }).finish();
  const value = [{ tag: '_hparams_/session_start_info', metadata: { pluginData: { pluginName: 'hparams', content } } }];
  return tensorboard.Event.encode({ summary: { value } }).finish();
};

test('hyperparameters of each kind are the same JSON beside points and beside steps', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'all-runs-'));
  const hparams = {
    nesterov: { boolValue: false },
    name: { stringValue: 'a,"b"' },
    rate: { numberValue: 0.5 },
    decay: { numberValue: Number.NaN },
  };
  const point: Entry = { tag: 'a', step: 0, wallTime: 1, value: 2, form: 'simple', isNewFile: false };
  writeFileSync(join(logdir, 'events.out.tfevents.1'), recordsOf([hparamsEvent(hparams), encoded(point)]));
  for (const print of [printAll, printPivot]) {
    const { printer, text } = keeping();
    await print(logdir, {}, 'json', printer);
    const [row] = JSON.parse(text());
    expect(Object.fromEntries(Object.entries(row).filter(([name]) => name.startsWith('hparams/')))).toEqual({
      'hparams/nesterov': false,
      'hparams/name': 'a,"b"',
      'hparams/rate': 0.5,
      'hparams/decay': 'NaN',
    });
    const csv = keeping();
    await print(logdir, {}, 'csv', csv.printer);
    expect(csv.text()).toMatch(/,false,"a,""b""",0\.5,NaN\r\n$/);
  }
  rmSync(logdir, { recursive: true });
});

test.each(['run', 'step', 'hparams/rate'])(
  'a pivot of a scalar named %s, as another column is, is refused',
  async (tag) => {
    const logdir = mkdtempSync(join(tmpdir(), 'all-runs-'));
    const point: Entry = { tag, step: 0, wallTime: 1, value: 2, form: 'simple', isNewFile: false };
    const content = recordsOf([hparamsEvent({ rate: { numberValue: 0.5 } }), encoded(point)]);
    writeFileSync(join(logdir, 'events.out.tfevents.1'), content);
    const { printer, text } = keeping();
    await expect(printPivot(logdir, {}, 'json', printer)).rejects.toThrow(
      `the table of --pivot has two columns ${tag}, of which one is a scalar: leave --pivot out`,
    );
    expect(text()).toBe('');
    rmSync(logdir, { recursive: true });
  },
);
