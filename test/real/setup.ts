// Makes what a bare machine lacks before the first test: a Python environment, a browser. Fails when it cannot.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from './browser.ts';
import { environment, pythonPath, requirements } from './python.ts';

export default function setup(): void {
  if (!existsSync(pythonPath)) makeEnvironment();
  if (!existsSync(chromium)) install(`${chromium}, or CHROMIUM set to another path`, 'chromium');
}

// made aside and renamed when whole: a killed run leaves nothing that looks ready, and of two runs one wins. Only the
// scripts in its bin name the place where it was made; its python does not.
function makeEnvironment(): void {
  // Debian has these two in packages of their own
  if (spawnSync('python3', ['-c', 'import ensurepip, venv']).status !== 0)
    install('python3 with venv', 'python3', 'python3-venv');
  const making = `${environment}.${process.pid}`;
  mkdirSync(dirname(environment), { recursive: true });
  try {
    run('python3', '-m', 'venv', '--clear', making);
    run(join(making, 'bin', 'python'), '-m', 'pip', 'install', '--disable-pip-version-check', '-qr', requirements);
    renameSync(making, environment);
  } catch (error) {
    if (!existsSync(pythonPath)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Debian's packages, where we may install them. */
function install(what: string, ...packages: readonly string[]): void {
  if (process.getuid?.() !== 0) throw new Error(`these tests need ${what}: apt-get install ${packages.join(' ')}`);
  // another run may be installing it
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', ...wait, 'update', '--quiet');
  run('apt-get', ...wait, 'install', '--quiet', '--yes', '--no-install-recommends', ...packages);
}

function run(command: string, ...args: string[]): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  // the last line that a program wrote is its reason
  const reason = error?.message ?? (stderr.trim() || stdout.trim()).split('\n').at(-1);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${reason}`);
}
