// What npm runs in the repository after `npm ci`, and before each `npx gmlp-viz` there: builds, unless what was built is
// newer than all that it is built from. Npm runs it in no folder where the package is installed.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built } from './built.mjs';
import { isFresh } from './fresh.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'cli', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsdown.config.ts'];
// what the build itself writes
const generated = ['src/proto/generated', 'src/view/generated'];
const inRoot = (path) => join(root, path);

if (!isFresh(built, sources.map(inRoot), generated.map(inRoot))) await import('./build.mjs');
