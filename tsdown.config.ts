import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'tsdown';

// An ESM import of tf.js costs three times the CPU time of a require of the same files, and the command is mostly
// start-up, and the model's project may have its own copy; the library keeps ordinary imports, for bundlers and browsers.
const requireTfjs = {
  name: 'require-tfjs',
  transform(code: string): string {
    return code.replace(
      /^import \* as tf from '@tensorflow\/tfjs-core';$/m,
      `import { tfjs as tf } from ${JSON.stringify(fileURLToPath(new URL('cli/tfjs.ts', import.meta.url)))};`,
    );
  },
};

const shared = { format: 'esm', target: 'es2022', fixedExtension: false } satisfies UserConfig;

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts', nn: 'src/nn.ts' }, dts: true },
  {
    ...shared,
    entry: { browser: 'src/browser.ts', 'browser-nn': 'src/nn.ts' },
    platform: 'browser',
    clean: false,
    dts: true,
  },
  {
    ...shared,
    entry: { cli: 'cli/main.ts', probe: 'cli/probe.ts' },
    clean: false,
    dts: false,
    deps: { alwaysBundle: [/^yargs/], onlyBundle: false },
    plugins: [requireTfjs],
  },
  // what `convert` writes next to a model whose layers tf.js lacks: one file that imports tf.js alone
  {
    ...shared,
    entry: { 'keras-layers': 'src/keras3/layers.ts' },
    outExtensions: () => ({ js: '.mjs' }),
    platform: 'browser',
    clean: false,
    dts: false,
  },
]);
