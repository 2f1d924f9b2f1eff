// Makes what a bare machine lacks before the first test: a Python environment, a browser, Graphviz. Fails when it cannot.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { install, run } from '../machine.ts';
import { chromium } from './browser.ts';
import { environment, pythonPath, requirements } from './python.ts';

export default function setup(): void {
  if (!existsSync(pythonPath)) makeEnvironment();
  if (!existsSync(chromium)) install(`${chromium}, or CHROMIUM set to another path`, 'chromium');
  if (spawnSync('dot', ['-V']).status !== 0) install('Graphviz', 'graphviz');
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
