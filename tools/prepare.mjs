// What npm runs in the repository after `npm ci`, and before each `npx gmlp-viz` there: builds, unless what was built is
// newer than all that it is built from. Npm runs it in no folder where the package is installed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built } from './built.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = ['src', 'cli', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsdown.config.ts'];
// what the build itself writes
const generated = ['src/proto/generated', 'src/view/generated'].map((path) => join(root, path));

/** When a file, or the newest file and folder inside a folder, changed last. */
function changed(path) {
  if (generated.includes(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => changed(join(path, name))));
}

const isFresh = () => existsSync(built) && inputs.every((path) => changed(join(root, path)) < statSync(built).mtimeMs);
if (!isFresh()) await import('./build.mjs');
