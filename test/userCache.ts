// Gives each run of tests a cache folder of its own, so that no test writes to the user's.
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

export function setup(): () => void {
  // packages that tests install stay in the user's folder, for the next run
  process.env.TEST_PACKAGES ??= process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  process.env.XDG_CACHE_HOME = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
