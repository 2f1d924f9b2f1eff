// Node's cache of compiled code, from Node 22 on: a second run of the command compiles nothing.
import Module from 'node:module';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps compiled code in the user's cache folder. The folder comes from the system's table of users: HOME and TMPDIR may be
 * another's folder, and whoever writes this cache writes code that runs.
 */
export function keepCompiledCode(): void {
  if (!('enableCompileCache' in Module)) return;
  const { enableCompileCache } = Module as { enableCompileCache(folder: string): unknown };
  try {
    enableCompileCache(join(userInfo().homedir, '.cache', 'gmlp-viz', 'compiled'));
  } catch {
    // this user has no home folder
  }
}
