// Gives each run of tests a cache and a folder of temporary files of its own, so that no test writes to the user's cache and
// nothing stays behind.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

export function setup(): () => void {
  // packages that tests install stay in the user's folder, for the next run
  process.env.TEST_PACKAGES ??= process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-'));
  chmodSync(folder, 0o711); // some tests run as another user
  process.env.XDG_CACHE_HOME = join(folder, 'cache');
  process.env.TMPDIR = join(folder, 'tmp'); // what os.tmpdir() and Python's tempfile read
  for (const each of [process.env.XDG_CACHE_HOME, process.env.TMPDIR]) mkdirSync(each);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
