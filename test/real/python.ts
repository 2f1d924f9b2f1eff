// A Python environment of our own, in the user's cache under the hash of what is in it. In: a script of this folder and
// a value. Out: the value that the script answers.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
// set by test/ownFolders.ts
export const cache = process.env.TEST_PACKAGES ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
export const environment = join(cache, 'gmlp-viz', `python-${hash}`);
export const pythonPath = join(environment, 'bin', 'python');

/** The script reads JSON from its standard input and prints JSON. */
export function python<T>(script: string, input: unknown): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(pythonPath, [path], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout);
}
