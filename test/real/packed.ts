// The package as a user installs it: packed, and unpacked into the node_modules of an empty folder, next to the packages that
// it depends on.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../machine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param more a folder with a node_modules, whose packages the project has too
 * @returns the folder of the project, which the caller removes
 */
export function projectWithPackage(more: string): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  const modules = join(project, 'node_modules');
  mkdirSync(modules);
  run('npm', 'pack', root, '--ignore-scripts', '--silent', '--pack-destination', project);
  const tarball = readdirSync(project).find((file) => file.endsWith('.tgz'))!;
  run('tar', '-xzf', join(project, tarball), '-C', project);
  cpSync(join(project, 'package'), join(modules, 'gmlp-viz'), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of packagesIn(join(more, 'node_modules'))) link(join(more, 'node_modules'), modules, name);
  // where npm puts them if the project has other versions
  for (const name of Object.keys(dependencies))
    link(join(root, 'node_modules'), join(modules, 'gmlp-viz/node_modules'), name);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  return project;
}

function link(from: string, to: string, name: string): void {
  mkdirSync(dirname(join(to, name)), { recursive: true });
  symlinkSync(join(from, name), join(to, name));
}

const packagesIn = (modules: string): string[] =>
  readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    );
