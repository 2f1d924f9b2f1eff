// Builds dist where it is older than its sources, so that no test of the command or the package runs on a stale build.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const setup = (): void => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../tools/prepare.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
};
