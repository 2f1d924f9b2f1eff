// The suites that compute, on tfjs-node and tfjs-node-gpu as they are built from packages.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { projectOf, type Variant, variantNames } from './test/native/build.ts';
import { reporters } from './vitest.config.ts';

const fileOf = (variant: Variant): string => join(projectOf(variant), 'package.json');
const everywhere = [
  'models/gmlp',
  'nn/layers',
  'kernels/kernelNumbers',
  'trace/adapters/layers/layersNumbers',
  'trace/recordedModels',
];

export default defineConfig({
  test: {
    globalSetup: ['test/freshBuild.ts', 'test/native/setup.ts', 'test/real/setup.ts', 'test/ownFolders.ts'],
    ...reporters,
    projects: variantNames.map((variant) => ({
      test: {
        name: variant,
        include: [...everywhere.map((suite) => `test/${suite}.test.ts`), 'test/native/*.test.ts'],
        // once will do
        exclude: variant === 'node' ? [] : ['test/native/training.test.ts', 'test/native/denoising.test.ts'],
        provide: {
          backends: [variant],
          project: fileOf(variant),
          other: fileOf(variantNames.find((name) => name !== variant)!),
        },
        env: { TF_CPP_MIN_LOG_LEVEL: '3' },
        testTimeout: 300_000,
        hookTimeout: 120_000,
        // each of them is a process with all of TensorFlow
        fileParallelism: false,
      },
    })),
  },
});
