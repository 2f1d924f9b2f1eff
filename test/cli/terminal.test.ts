// What the command writes is printable and bounded, whatever the names in a file are.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { cli, runCommand, spawnCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
const run = (...args: string[]) => runCommand(args, { cwd: folder });

// a title, a colour, C1, DEL, an override, an isolate, no width, half a pair, ends of lines
const hostile = 'a\x1b]0;title\x07\x1b[31m\x9b2J\x7f\u202e\u2066\u200b\ufeff\ud83d\r\n\u2028\tz';
const raw = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const rawInCsv = /(?!\r?\n|(?<=\r)\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const put = (name: string, value: object): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(value));
  return name;
};
const sequential = (layers: object[], rest: object = {}): object => ({
  modelTopology: { class_name: 'Sequential', config: { name: hostile, layers } },
  ...rest,
});
const dense = (name: string, units = 2): object => ({
  class_name: 'Dense',
  config: { name, units, batch_input_shape: [null, 3] },
});
const float = { T: { type: 'DT_FLOAT' } };
const size = { shape: { dim: [{ size: '1' }, { size: '4' }] } };
const converted = (nodes: object[], weights: object[] = []): object => ({
  format: 'graph-model',
  modelTopology: {
    node: [{ name: 'x', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: size } }, ...nodes],
    library: {},
    versions: {},
  },
  weightsManifest: weights.length > 0 ? [{ paths: ['w'], weights }] : [],
});

// tf.js refuses such names of its own layers
const library = fileURLToPath(new URL('../../dist/nn.js', import.meta.url));
const program = `
import { Linear, Module } from ${JSON.stringify(library)};
class Named extends Module {
  constructor(units) {
    super();
    Object.assign(this, { [${JSON.stringify(hostile)}]: new Linear(3, units) });
  }
  forward(x) {
    for (const [, module] of this.namedChildren()) x = module.apply(x);
    return x;
  }
}
Object.defineProperty(Named, 'name', { value: ${JSON.stringify(hostile)} });
export const narrow = () => new Named(2);
export const wide = () => new Named(5);
`;
writeFileSync(join(folder, 'named.mjs'), program);
const layers = ['./named.mjs#narrow', '--input', '1,3'];
for (const name of ['narrow', 'wide'])
  put(`${name}.json`, JSON.parse(run('summary', `./named.mjs#${name}`, '--input', '1,3', '--style', 'json').stdout));
const graph = put('graph.json', converted([{ name: `s/${hostile}`, op: 'Relu', input: ['x'], attr: float }]));

function expectPrintable(
  args: readonly string[],
  csv = false,
): { stdout: string; stderr: string; status: number | null } {
  const result = run(...args);
  expect((csv ? rawInCsv : raw).exec(result.stdout)).toBe(null);
  expect(raw.exec(result.stderr)).toBe(null);
  return result;
}

describe('names of layers', () => {
  test.each(['torchsummary', 'torchinfo', 'table', 'markdown', 'html'])('summary --style %s', (style) => {
    const { stdout, status } = expectPrintable(['summary', ...layers, '--style', style]);
    expect({ status, shown: stdout.includes('Linear') }).toEqual({ status: 0, shown: true });
  });

  test('summary --style csv has a row for each line but those that RFC 4180 quotes', () => {
    const { stdout } = expectPrintable(['summary', ...layers, '--style', 'csv', '--columns', 'path,type'], true);
    expect(stdout).toContain('a\\u{1b}]0;title');
  });

  test('summary --style json parses to the name as it is', () => {
    const { stdout } = expectPrintable(['summary', ...layers, '--style', 'json']);
    expect(stdout).toMatch(/^[\n -~]*$/);
    expect(JSON.parse(stdout).layers.map(({ path }: { path: string }) => path)).toContain(hostile);
  });

  test.each([['text'], ['markdown'], ['json']])('diff --style %s', (style) => {
    expect(expectPrintable(['diff', 'narrow.json', 'wide.json', '--style', style]).status).toBe(1);
  });

  test.each([['table'], ['json'], ['trace']])('profile --format %s, on stdout and in a file', (format) => {
    const args = ['profile', ...layers, '--backend', 'cpu', '--runs', '1', '--warmup', '0', '--format', format];
    expect(expectPrintable(args).status).toBe(0);
    expect(expectPrintable([...args, '--out', `profile.${format}`]).status).toBe(0);
    expect(raw.exec(readFileSync(join(folder, `profile.${format}`), 'utf8'))).toBe(null);
  });

  test('a converted model: summary, graph, exports', () => {
    expect(expectPrintable(['summary', graph, '--style', 'table']).status).toBe(0);
    expectPrintable(['graph', graph, '--logdir', 'logs']);
    for (const format of ['graphdef', 'pbtxt', 'savedmodel'])
      expectPrintable(['graph', graph, '--format', format, '--out', `out.${format}`]);
  });
});

describe('clauses', () => {
  const weight = { name: hostile, shape: [1], dtype: hostile };
  test.each([
    ['the name and dtype of a weight', converted([], [weight])],
    ['the name of an op', converted([{ name: hostile, op: hostile, input: ['x'], attr: {} }])],
    ['the name of an input', converted([{ name: 'o', op: 'Relu', input: [hostile], attr: float }])],
    ['the class of a layer', sequential([{ class_name: hostile, config: { name: 'a' } }])],
    ['an activation', sequential([{ class_name: 'Dense', config: { name: 'd', units: 1, activation: hostile } }])],
    ['the path of a shard', sequential([dense('d')], { weightsManifest: [{ paths: [hostile], weights: [weight] }] })],
    ['the dtype of a weight', sequential([dense('d')], { weightsManifest: [{ paths: ['w'], weights: [weight] }] })],
    ['a summary of another version', { schema: 'gmlp-viz.summary', version: hostile }],
  ])('%s', (_, model) => {
    const path = put('clause.json', model);
    for (const args of [
      ['summary', path, '--style', 'table', '--backend', 'cpu'],
      ['diff', path, path],
    ]) {
      const { stderr } = expectPrintable(args);
      if (stderr !== '') expect(stderr).toMatch(/^gmlp-viz: [^\n]*\n(gmlp-viz: note: [^\n]*\n)*$/);
    }
  });

  test('words of the command line', () => {
    for (const args of [
      [hostile],
      ['summary', hostile.replace('\ud83d', '')],
      ['summary', `./${hostile}.json`],
      ['summary', '--style', hostile],
      ['summary', `--${hostile}`],
      ['summary', '--weights', hostile],
      ['summary', './named.mjs#narrow', '--input', hostile.replace('\ud83d', '')],
      ['inspect', hostile],
      ['--get-yargs-completions', hostile],
    ]) {
      const { status } = expectPrintable(args);
      if (!args[0]!.startsWith('--get')) expect(status).toBe(2);
    }
  });

  test('megabytes become two thousand characters that say how many are left out', () => {
    const long = 'x'.repeat(3_000_000);
    const path = put('long.json', converted([], [{ name: long, shape: [1], dtype: `${' '.repeat(3_000_000)}\ny` }]));
    const { stderr, status } = run('summary', path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^gmlp-viz: the dtype of x+ … \(\d,\d{3},\d{3} characters left out\) … .*\n$/);
    expect(stderr.length).toBeLessThan(2100);
  });

  test('a name of a megabyte does not make each row of a table as long', () => {
    const path = put(
      'wide.json',
      sequential([1, 2, 3].map((i) => dense(`d${i}`)).concat(dense('y'.repeat(1_000_000)))),
    );
    for (const style of ['torchsummary', 'torchinfo', 'table', 'markdown'])
      expect(run('summary', path, '--style', style).stdout.length).toBeLessThan(50_000);
    // most of a page is its script
    expect(run('summary', path, '--style', 'html').stdout.length).toBeLessThan(80_000);
  });
});

describe('event files', () => {
  const logs = join(folder, 'events');
  beforeAll(async () => {
    const writer = new SummaryWriter({ logdir: join(logs, 'run\x1b[31m\u202e\x9b') });
    const name = hostile.replace('\ud83d', '');
    for (const step of [1, 2, 3]) writer.addScalar(name, step, step);
    writer.addText('text', name, 1);
    await writer.close();
    const [file] = readdirSync(join(logs, 'run\x1b[31m\u202e\x9b'));
    const bytes = readFileSync(join(logs, 'run\x1b[31m\u202e\x9b', file!));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(logs, 'damaged.tfevents\x1b[5m'), bytes);
  });

  test.each([
    [['--format', 'table']],
    [['--format', 'csv']],
    [['--format', 'json']],
    [['--plot']],
    [['--tag', 'text/text_summary', '--format', 'table']],
    [['--tag', 'text/text_summary', '--format', 'csv']],
    [['--tag', 'text/text_summary', '--format', 'json']],
    [['--tag', 'no\x1bsuch']],
  ])('inspect %j', (args) => {
    const { stderr } = expectPrintable(['inspect', logs, ...args], args.includes('csv'));
    expect(stderr).toContain('damaged.tfevents\\u{1b}[5m is corrupt');
  });

  test('a file that is damaged in many places is told of in few lines', async () => {
    const many = mkdtempSync(join(tmpdir(), 'corruptions-'));
    const writer = new SummaryWriter({ logdir: many });
    for (let step = 0; step < 2000; step++) writer.addScalar('loss', step, step);
    await writer.close();
    const [name] = readdirSync(many);
    const bytes = readFileSync(join(many, name!));
    const record = Math.floor((bytes.length - 100) / 2000);
    for (let at = 500; at < bytes.length; at += 10 * record) bytes[at]! ^= 0xff;
    writeFileSync(join(many, name!), bytes);
    const { stderr, status } = spawnCommand(['inspect', many]);
    const lines = stderr.trim().split('\n');
    expect({ lines: lines.length, status }).toEqual({ lines: 21, status: 1 });
    expect(lines[20]).toMatch(/^gmlp-viz: note: [\d,]+ more places are corrupt$/);
  });

  test('a chart with colours has those of its curves alone', () => {
    const { stdout } = spawnSync(process.execPath, [cli, 'inspect', logs, '--plot'], {
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('\x1b[36m');
    const plain = [31, 32, 33, 34, 35, 36, 39].reduce((text, n) => text.replaceAll(`\x1b[${n}m`, ''), stdout);
    expect(raw.exec(plain)).toBe(null);
  });

  test.each(['table', 'csv', 'json'])('inspect --follow --format %s', async (format) => {
    const child = spawn(process.execPath, [cli, 'inspect', logs, '--follow', '--format', format]);
    let text = '';
    for await (const chunk of child.stdout) {
      text += chunk;
      if (text.includes('text/text_summary')) break;
    }
    child.kill('SIGINT');
    expect((format === 'csv' ? rawInCsv : raw).exec(text)).toBe(null);
  });
});

describe('what others print', () => {
  const project = mkdtempSync(join(tmpdir(), 'printing-'));
  const plain = mkdtempSync(join(tmpdir(), 'modules-'));
  const real = fileURLToPath(new URL('../../node_modules/@tensorflow', import.meta.url));
  const own = join(project, 'node_modules/@tensorflow');
  beforeAll(() => {
    mkdirSync(join(own, 'tfjs-layers'), { recursive: true });
    symlinkSync(join(real, 'tfjs-core'), join(own, 'tfjs-core'));
    writeFileSync(
      join(own, 'tfjs-layers/index.js'),
      `console.warn('warned \\x1b[31m', { a: 1 }); console.log('logged \\x9b');
      module.exports = require(${JSON.stringify(join(real, 'tfjs-layers'))});`,
    );
    writeFileSync(join(project, 'model.json'), JSON.stringify(sequential([dense('d')])));
  });

  test('tf.js about a file is printable', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [cli, 'summary', join(project, 'model.json')], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('warned \\u{1b}[31m { a: 1 }\n');
    expect(stdout).toMatch(/^logged \\u\{9b\}\n/);
  });

  test('a module of the user prints as it likes', () => {
    writeFileSync(join(plain, 'module.mjs'), `console.log('\\x1b[31mred\\x1b[39m'); export default (x) => x.relu();`);
    const { stdout } = spawnSync(process.execPath, [cli, 'summary', './module.mjs', '--input', '1,2'], {
      encoding: 'utf8',
      cwd: plain,
    });
    expect(stdout.startsWith('\x1b[31mred\x1b[39m\n')).toBe(true);
  });

  test('a module that throws, at once and later, is one clause', () => {
    writeFileSync(join(plain, 'thrown.cjs'), `throw new Error('at once \\x1b[31m\\n  and more');`);
    writeFileSync(join(plain, 'importing.mjs'), `import './thrown.cjs'; export default (x) => x;`);
    writeFileSync(
      join(plain, 'later.mjs'),
      `Promise.reject(new Error('later \\x1b[31m')); await new Promise((r) => setTimeout(r, 5000)); export default (x) => x;`,
    );
    writeFileSync(join(plain, 'odd.mjs'), `throw Object.create(null, { a: { value: 1, enumerable: true } });`);
    const clause = (name: string) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'summary', `./${name}`, '--input', '1,2'], {
        encoding: 'utf8',
        cwd: plain,
      });
      expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
      return stderr;
    };
    expect(clause('importing.mjs')).toBe(
      'gmlp-viz: thrown.cjs:1: ./importing.mjs cannot be loaded: at once \\u{1b}[31m and more\n',
    );
    expect(clause('later.mjs')).toBe('gmlp-viz: later.mjs:1: later \\u{1b}[31m\n');
    expect(clause('odd.mjs')).toMatch(/^gmlp-viz: /);
  });
});

test('no other file of the command writes to stdout or stderr', () => {
  const home = fileURLToPath(new URL('../../cli', import.meta.url));
  const writing = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && /console\.|process\.(stdout|stderr)\.write/.test(readFileSync(join(home, file), 'utf8')),
  );
  // on an old Node nothing can be imported
  expect(writing.sort()).toEqual(['main.ts', 'output.ts']);
});
