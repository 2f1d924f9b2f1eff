// What tests need of a machine, which a bare one lacks. In: commands and Debian's packages. Out: nothing, or a throw.
import { spawnSync } from 'node:child_process';

/** Debian's packages, where we may install them. */
export function install(what: string, ...packages: readonly string[]): void {
  if (process.getuid?.() !== 0) throw new Error(`these tests need ${what}: apt-get install ${packages.join(' ')}`);
  // another run may be installing it
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', ...wait, 'update', '--quiet');
  run('apt-get', ...wait, 'install', '--quiet', '--yes', '--no-install-recommends', ...packages);
}

export function run(command: string, ...args: string[]): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  // the last line that a program wrote is its reason
  const reason = error?.message ?? (stderr.trim() || stdout.trim()).split('\n').at(-1);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${reason}`);
}
