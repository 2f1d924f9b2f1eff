import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { compiled } from './test/compiled.ts';

// CI reads the counts from a file, so that nothing has to parse what people read
const report = process.env.VITEST_JSON;
export const reporters = report ? { reporters: ['default', 'json'], outputFile: { json: report } } : {};

export default defineConfig({
  plugins: [compiled()],
  test: {
    globalSetup: ['test/freshBuild.ts', 'test/ownFolders.ts'],
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/real/**', 'test/native/**'],
    provide: { backends: ['cpu', 'wasm'], project: 'package.json', other: '' },
    testTimeout: 60_000,
    // vitest leaves one core free, which on two cores halves the speed
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 60_000,
    // what a test that passes logs, such as tf.js's advice, reads like a fault
    silent: 'passed-only',
    ...reporters,
  },
});
