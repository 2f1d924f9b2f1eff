// Builds the package into dist: the generated code, then all that tsdown.config.ts names. Prints one line, and warnings.
//   node tools/build.mjs
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'tsdown';
import { built } from './built.mjs';
import { isFresh } from './fresh.mjs';

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const run = (tool) => execFileSync(process.execPath, [inRoot(tool)], { stdio: 'inherit' });

const start = performance.now();
rmSync(built, { force: true });
const protoSources = ['tools/generateProto.mjs', 'src/proto/tensorboard', 'src/proto/onnx', 'package-lock.json'];
// a third of the time of a build
if (!isFresh(inRoot('src/proto/generated'), protoSources.map(inRoot))) run('tools/generateProto.mjs');
run('tools/generateViewer.mjs');
await build({ logLevel: 'warn' });
writeFileSync(built, '');
console.log(`built dist in ${((performance.now() - start) / 1000).toFixed(1)} s`);
