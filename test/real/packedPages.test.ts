// The README and the guide as a person follows them from the published package: packed, installed by npm into an empty
// folder next to tf.js alone, and run by npx; also with `require` in the place of `import`.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../machine.ts';
import { blocksOf } from '../pages/markdown.ts';
import { realPages } from '../pages/realPages.ts';
import { root, runLine, runPage } from '../pages/runPage.ts';
import { packageFolder } from './packages.ts';
import { pythonPath } from './python.ts';

let installed: string;
beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), 'installed-'));
  const tarball = execFileSync(process.execPath, [join(root, 'tools/pack.mjs'), installed], {
    encoding: 'utf8',
  }).trim();
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n');
  run(
    'npm',
    'install',
    '--prefix',
    installed,
    tarball,
    '@tensorflow/tfjs',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  );
});
afterAll(() => rmSync(installed, { recursive: true }));

/** A folder where npm has installed the package and tf.js, and nothing else. */
function project(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reader-')));
  run('cp', '-al', join(installed, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  return folder;
}

const pages = readdirSync(join(root, 'docs/guide'))
  .filter((name) => name.endsWith('.md') && !realPages.includes(name))
  .map((name) => `docs/guide/${name}`);

test.each(['README.md', ...pages])('%s prints what it shows', (page) => runPage(page, {}, project));

test.each(realPages.filter((name) => name !== 'script-tag.md'))('docs/guide/%s prints what it shows', (name) => {
  const env = { PATH: dirname(pythonPath), TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '-1' };
  runPage(`docs/guide/${name}`, env, () => {
    const folder = project();
    const other = '@spotify/basic-pitch';
    cpSync(packageFolder(other, '1.0.1'), join(folder, 'node_modules', other), { recursive: true });
    return folder;
  });
});

describe('with require', () => {
  const programs = ['README.md', ...pages].flatMap((page) =>
    blocksOf(readFileSync(join(root, page), 'utf8'))
      .filter(({ file }) => file?.endsWith('.mjs'))
      .map(({ file, text }) => [page, file!, text] as const),
  );
  const imports = /^import (?:\* as (\w+)|(\{[^}]*\})|(\w+)) from ('[^']+');/gm;
  const asRequire = (text: string): string => {
    const body = text
      .replace(
        imports,
        (_, all, some, whole, from) => `const ${all ?? some?.replace(/ as /g, ': ') ?? whole} = require(${from});`,
      )
      .replace(/^import ('[^']+');/gm, 'require($1);')
      .replace(/^export default /gm, 'module.exports = ')
      .replace(/^export (?:async )?(?:const|function|class) /gm, (found) => found.slice('export '.length));
    return `(async () => {\n${body}\n})();\n`;
  };
  // programs that read files of the page, or other programs of it, are followed as they are printed
  const alone = programs.filter(
    ([, , text]) =>
      !/from '\.|'\.\/|process\.argv|readFile|import\(|(readRuns|readEvents|inspect|pointsOf|safetensorsEntries)\(/.test(
        text,
      ),
  );

  test('most programs of the pages need no other file', () =>
    expect(alone.length).toBeGreaterThan(programs.length / 2));

  test.each(alone)('%s: %s prints the same', (_, file, text) => {
    const folder = project();
    try {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
      writeFileSync(join(folder, 'required.cjs'), asRequire(text));
      const [module, required] = [runLine(folder, `node ${file}`), runLine(folder, 'node required.cjs')];
      expect(required.status, required.output).toBe(module.status);
      // times differ, and with them the order of what is slow
      const words = (output: string): string[] =>
        [
          ...new Set(
            output
              .replace('the machine is too noisy to tell', '1%')
              .replace(/-?\d[\d.,]*( ?(ns|µs|ms|s|h)\b)?|[▏▎▍▌▋▊▉█─]+/g, ' ')
              .split(/\s+/),
          ),
        ].sort();
      expect(words(required.output)).toEqual(words(module.output));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
