// Packs the package as npm's site shows it: there the README has no folder around it, so that its links and pictures
// become addresses of the package's own files on unpkg, and package.json has none of the repository's scripts, which npm
// would list as scripts to approve. Prints the tarball's path. Publish with: npm publish TARBALL
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
  const manifest = join(folder, 'package.json');
  const { scripts: _, devDependencies: __, ...published } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
  const { name, version } = published;
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
