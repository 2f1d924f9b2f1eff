// Makes what a bare machine lacks before the first test: a Python environment, a browser. Fails when it cannot.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium } from './browser.ts';
import { environment, requirements } from './python.ts';

export default function setup(): void {
  if (!existsSync(environment)) makeEnvironment();
  if (!existsSync(chromium)) installChromium();
}

// a virtual environment works at the path where it was made, so a lock and not a rename keeps half-made ones apart
function makeEnvironment(): void {
  const lock = `${environment}.making`;
  mkdirSync(dirname(environment), { recursive: true });
  mkdirSync(lock);
  try {
    run('python3', '-m', 'venv', environment);
    run(`${environment}/bin/pip`, 'install', '--quiet', '--disable-pip-version-check', '-r', requirements);
  } catch (error) {
    rmSync(environment, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(lock, { recursive: true });
  }
}

function installChromium(): void {
  if (process.getuid?.() !== 0)
    throw new Error(`the browser tests need ${chromium}: apt-get install chromium, or set CHROMIUM to another path`);
  run('apt-get', 'update', '--quiet');
  run('apt-get', 'install', '--quiet', '--yes', '--no-install-recommends', 'chromium');
}

function run(command: string, ...args: string[]): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr + stdout}`);
}
