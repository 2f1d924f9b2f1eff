// Builds the package into dist: the generated code, then all that tsdown.config.ts names. Prints one line, and warnings.
//   node tools/build.mjs
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'tsdown';
import { built } from './built.mjs';

const start = performance.now();
rmSync(built, { force: true });
for (const tool of ['generateProto.mjs', 'generateViewer.mjs'])
  execFileSync(process.execPath, [fileURLToPath(new URL(tool, import.meta.url))], { stdio: 'inherit' });
await build({ logLevel: 'warn' });
writeFileSync(built, '');
console.log(`built dist in ${((performance.now() - start) / 1000).toFixed(1)} s`);
