// Packages that only these tests need, taken from the registry once and kept in the user's cache: models that others
// trained, pages, bundlers' plugins, test runners.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../machine.ts';
import { cache, pythonPath } from './python.ts';

/** The folder of one package without its dependencies. @throws Error with npm's or tar's reason */
export const packageFolder = (name: string, version: string): string =>
  keptFolder(name, version, (making) => {
    run('npm', 'pack', `${name}@${version}`, '--silent', '--pack-destination', making);
    const tarball = readdirSync(making).find((file) => file.endsWith('.tgz'))!;
    run('tar', '-xzf', join(making, tarball), '-C', making);
    return 'package';
  });

/** A folder where these packages, versions by name, are installed with their dependencies. @throws Error with npm's reason */
export function projectWith(dependencies: Readonly<Record<string, string>>): string {
  const manifest = JSON.stringify({ private: true, dependencies });
  const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  return keptFolder('project', hash, (making) => {
    mkdirSync(join(making, 'package'));
    writeFileSync(join(making, 'package/package.json'), manifest);
    run('npm', 'install', '--prefix', join(making, 'package'), '--no-audit', '--no-fund', '--prefer-offline');
    return 'package';
  });
}

/** A package of Python's registry, without those that it needs. @throws Error with pip's reason */
export const wheelFolder = (name: string, version: string): string =>
  keptFolder(name, version, (making) => {
    const target = join(making, 'package');
    run(
      pythonPath,
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '-q',
      '--no-deps',
      '-t',
      target,
      `${name}==${version}`,
    );
    return 'package';
  });

/** @param make puts the package into a folder of the one that it is given, and returns the name of that */
function keptFolder(name: string, version: string, make: (making: string) => string): string {
  const folder = join(cache, 'gmlp-viz', `${name.replace(/\W+/g, '-').replace(/^-/, '')}-${version}`);
  if (existsSync(folder)) return folder;
  // made aside and renamed when whole, as the Python environment is
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    renameSync(join(making, make(making)), folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

/** A folder in which a package is installed with what it depends on; no script of theirs runs. @throws Error with npm's reason */
export function installedPackage(name: string, version: string): string {
  const folder = join(cache, 'gmlp-viz', `${name.replace(/\W+/g, '-').replace(/^-/, '')}-${version}-installed`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    run(
      'npm',
      'install',
      `${name}@${version}`,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--silent',
      '--prefix',
      making,
    );
    renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}
