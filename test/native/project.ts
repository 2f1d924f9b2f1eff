// A user's project with tfjs-node in it. In: a variant's project and what to change. Out: a folder, removed at the end.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { run } from '../machine.ts';

/** Of hard links, beside what it is a copy of: a gigabyte takes no room. */
export function copyOfProject(): string {
  const original = dirname(inject('project'));
  const folder = mkdtempSync(`${original}.copy-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  run('cp', '-al', `${original}/.`, folder);
  return folder;
}

/** What a process that must end well wrote. */
export function output(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  // TensorFlow is as quiet as the command makes it
  const { TF_CPP_MIN_LOG_LEVEL: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...inherited, ...env } });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { stdout, stderr };
}
