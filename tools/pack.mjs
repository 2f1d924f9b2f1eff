// Packs the package as npm's site shows it: there the README has no folder around it, so that its links and pictures
// become addresses of the package's own files on unpkg. Prints the tarball's path. Publish with: npm publish TARBALL
//   node tools/pack.mjs [FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const making = mkdtempSync(join(tmpdir(), 'pack-'));

/** Packs `folder` into `out`; no script runs. @returns the tarball's path */
function pack(folder, out) {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', out];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: folder, encoding: 'utf8' }));
  return join(out, filename);
}

try {
  execFileSync('tar', ['-xzf', pack(root, making), '-C', making]);
  const folder = join(making, 'package');
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const readme = join(folder, 'README.md');
  const linked = readFileSync(readme, 'utf8').replace(
    /\]\((?![a-z][a-z+.-]*:|#)([^)\s]+)\)/g,
    (_, path) => `](https://unpkg.com/${name}@${version}/${path})`,
  );
  writeFileSync(readme, linked);
  console.log(pack(folder, resolve(process.argv[2] ?? '.')));
} finally {
  rmSync(making, { recursive: true });
}
