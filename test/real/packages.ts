// Packages that only these tests need, taken from the registry once and kept in the user's cache: models that others
// trained, bundlers' plugins, test runners.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../machine.ts';
import { cache } from './python.ts';

/** The folder of one package without its dependencies. @throws Error with npm's or tar's reason */
export function packageFolder(name: string, version: string): string {
  return kept(`${name.replace(/\W+/g, '-').replace(/^-/, '')}-${version}`, (making) => {
    run('npm', 'pack', `${name}@${version}`, '--silent', '--pack-destination', making);
    const tarball = readdirSync(making).find((file) => file.endsWith('.tgz'))!;
    run('tar', '-xzf', join(making, tarball), '-C', making);
    return join(making, 'package');
  });
}

/** A folder where these packages, versions by name, are installed with their dependencies. @throws Error with npm's reason */
export function projectWith(dependencies: Readonly<Record<string, string>>): string {
  const manifest = JSON.stringify({ private: true, dependencies });
  return kept(`project-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`, (making) => {
    writeFileSync(join(making, 'package.json'), manifest);
    run('npm', 'install', '--prefix', making, '--no-audit', '--no-fund', '--prefer-offline');
    return making;
  });
}

// made aside and renamed when whole, as the Python environment is
function kept(name: string, make: (making: string) => string): string {
  const folder = join(cache, 'gmlp-viz', name);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    renameSync(make(making), folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}
