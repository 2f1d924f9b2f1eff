// Follows a page of the documents as a reader does, in an empty folder: writes its files, runs its commands, and compares
// what they print with what the page shows. UPDATE=1 prints into the page what the commands print.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { blocksOf, commandsOf } from './markdown.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Installs are what the folder has already, and TensorBoard's own tests serve logdirs. */
const leftOut = /^(npm|pip|tensorboard) /;

/**
 * An empty folder where the package and tf.js are installed. The caller removes it.
 * @param packages folders of other packages by name
 */
export function emptyProject(packages: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reader-')));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const [name, path] of Object.entries({ 'gmlp-viz': root, ...packages })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(path, join(modules, name));
  }
  const script = (name: string, line: string): void => {
    writeFileSync(join(modules, '.bin', name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(modules, '.bin', name), 0o755);
  };
  script('gmlp-viz', `exec node '${join(root, 'dist/cli.cjs')}' "$@"`);
  script('jiti', `exec node '${join(root, 'node_modules/jiti/lib/jiti-cli.mjs')}' "$@"`);
  // npx looks there too, and takes a second to
  script('npx', 'exec "$@"');
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  return folder;
}

export interface Printed {
  readonly status: number | null;
  /** Stdout and stderr as a terminal mixes them, without tf.js's advice to install tfjs-node and TensorFlow's log. */
  readonly output: string;
}

/** Runs one line of a page in `folder`. @param env `PATH` is looked through before the machine's own */
export function runLine(folder: string, line: string, env: Readonly<Record<string, string>> = {}): Printed {
  const first = [join(folder, 'node_modules/.bin'), dirname(process.execPath), ...(env.PATH ? [env.PATH] : [])];
  const path = [...first, process.env.PATH].join(delimiter);
  const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1; ${line}`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: '1', ...env, PATH: path },
  });
  const output = stdout
    .replace(/\n?={28}\nHi, looks like you are running[^=]*={28}\n/, '')
    .replace(/^(WARNING: All log messages before absl|I0000 ).*\n/gm, '');
  return { status, output };
}

/** What differs from run to run: names of event files, and times where the page says so. */
const normalized = (text: string, marks: readonly string[]): string => {
  const lines = text.replaceAll(/events\.out\.tfevents\.\S+/g, 'events.out.tfevents').split('\n');
  const varying = (line: string): string =>
    line
      .replace(/[▏▎▍▌▋▊▉█]+/g, '')
      // where other programs run meanwhile
      .replace('the machine is too noisy to tell', '1%')
      .replace(/-?\d[\d.,]*( ?(ns|µs|ms|s|h)\b)?/g, '#')
      .replace(/[─\s]+/g, ' ');
  return lines.map((line) => (marks.includes('varies') ? varying(line) : line).trimEnd()).join('\n');
};

/** Compares, where the line `…` stands for any lines, and `…` in a line for any text. */
function expectOutput(shown: string, printed: string, marks: readonly string[], command: string): void {
  const [expected, got] = [normalized(shown, marks), normalized(printed, marks)];
  if (!expected.includes('…')) {
    expect(got, command).toBe(expected);
    return;
  }
  const pattern = expected
    .split(/^…\n/m)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('…', '[^\\n]*'))
    .join('(?:[^\\n]*\\n)*?');
  if (!new RegExp(`^${pattern}$`).test(got)) expect(got, command).toBe(expected);
}

/**
 * @param path of the page, from the root of the repository
 * @param env as `runLine` takes it
 * @param project makes the folder where the page is followed, which is removed then
 */
export function runPage(
  path: string,
  env: Readonly<Record<string, string>> = {},
  project: () => string = emptyProject,
): void {
  const folder = project();
  let page = readFileSync(join(root, path), 'utf8');
  const updates: [start: number, end: number, text: string][] = [];
  try {
    for (const { language, file, marks, text, start } of blocksOf(page)) {
      if (file) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      if (language === 'sh') {
        for (const line of text.split('\n').filter((each) => each && !leftOut.test(each))) {
          const { status, output } = runLine(folder, line, env);
          expect(status, `${line}\n${output}`).toBe(0);
        }
      }
      if (language === 'console') {
        const printed = commandsOf(text).map(({ command, output: shown }) => {
          const { status, output } = runLine(folder, command, env);
          const expected = marks.includes('fails') ? 1 : 0;
          expect(status, `${command}\n${output}`).toBe(expected);
          const keeps = process.env.UPDATE !== '1' || shown.includes('…') || marks.includes('varies');
          if (keeps && shown !== '') expectOutput(shown, output, marks, command);
          else if (process.env.UPDATE !== '1') expect(output, command).toBe('');
          return `$ ${command}\n${keeps && shown !== '' ? shown : output}`;
        });
        updates.push([start, start + text.length, printed.join('')]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (process.env.UPDATE !== '1') return;
  for (const [start, end, text] of updates.reverse()) page = page.slice(0, start) + text + page.slice(end);
  writeFileSync(join(root, path), page);
}
