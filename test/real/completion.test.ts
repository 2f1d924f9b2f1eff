// Completion as a person has it: bash and zsh on a terminal of their own, with the script that `gmlp-viz completion` prints.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backendChoices } from '../../src/backends/backends.ts';
import { SummaryWriter } from '../../src/index.ts';
import { presets } from '../../src/models/presets.ts';
import { columnNames } from '../../src/summary/columns.ts';
import { styleNames } from '../../src/summary/styles.ts';
import { cli } from '../cli/runCommand.ts';
import { install } from '../machine.ts';

const tags = ['epoch_loss', 'epoch_accuracy', 'weights/dense:0', 'learning rate'];
const runs = ['seed-1', 'seed-2/validation'];

let folder: string;
beforeAll(async () => {
  if (spawnSync('zsh', ['--version']).error) install('zsh', 'zsh');
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/gmlp-viz'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(join(folder, 'bin/gmlp-viz'), 0o755);
  for (const run of runs) {
    const writer = new SummaryWriter(join(folder, 'logs', run));
    for (const tag of tags) writer.addScalar(tag, 1, 1);
    await writer.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const shells = {
  bash: { start: 'bash --norc --noprofile -i', setUp: 'source <(gmlp-viz completion)' },
  zsh: {
    start: 'zsh -f -i',
    setUp: 'autoload -Uz compinit && compinit -u -d "$PWD/dump" && source <(gmlp-viz completion)',
  },
};

describe.each(Object.entries(shells))('in %s', (name, { start, setUp }) => {
  let shell: ChildProcess;
  let shown: string;

  beforeEach(async () => {
    shown = '';
    shell = spawn('script', ['--quiet', '--flush', '--return', '--command', start, '/dev/null'], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
        SHELL: `/bin/${name}`,
        TERM: 'dumb',
        PS1: '> ',
      },
    });
    shell.stdout!.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    shell.stdin!.write(`stty rows 100 cols 200; ${setUp}; echo is''ready\n`);
    await expect.poll(() => shown, { timeout: 30_000 }).toContain('isready');
    shown = '';
  });
  afterEach(() => shell.kill());

  /** Types a line, and presses Tab: bash completes what the words have in common, then rings, then lists them. */
  const type = (line: string): void => void shell.stdin!.write(`${line}\t\t\t`);
  const expectShown = (texts: readonly string[]) =>
    expect.poll(() => texts.filter((text) => !shown.includes(text)), { timeout: 30_000 }).toEqual([]);

  test.each([
    ['summary --style ', styleNames],
    ['summary --columns ', columnNames],
    ['profile --backend ', backendChoices],
    ['summary gmlp', Object.keys(presets)],
    ['inspect logs --run ', runs],
  ])('%s lists every value', async (line, values) => {
    type(`gmlp-viz ${line}`);
    await expectShown(values);
  });

  test.each([
    ['a style', 'summary --style torchi', 'torchinfo'],
    ['the second column of a list', 'summary --columns name,trainable_p', 'name,trainable_params'],
    ['a backend', 'profile --backend was', 'wasm'],
    ['a built-in model', 'summary gmlp-s', 'gmlp-s16'],
    ['an option', 'summary --flops-conv', '--flops-convention'],
    ['a command', 'conv', 'convert'],
    ['a tag of a run', 'inspect logs --tag epoch_a', 'epoch_accuracy'],
    ['a run', 'inspect logs --run seed-2', 'seed-2/validation'],
  ])('%s is completed', async (_, line, whole) => {
    type(`gmlp-viz ${line}`);
    await expectShown([whole]);
  });
});
