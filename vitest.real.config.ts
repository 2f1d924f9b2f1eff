// The tests that need a real TensorBoard, TensorFlow and Chromium.
import { defineConfig } from 'vitest/config';
import { reporters } from './vitest.config.ts';

export default defineConfig({
  test: {
    include: ['test/real/**/*.test.ts'],
    globalSetup: ['test/freshBuild.ts', 'test/real/setup.ts', 'test/ownFolders.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // each of them is a process that fills a core
    fileParallelism: false,
    silent: 'passed-only',
    ...reporters,
  },
});
