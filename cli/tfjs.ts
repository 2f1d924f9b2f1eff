// The copy of tf.js that the command runs on: the model's project's, or else its own. The build puts it in the place of
// every import of tfjs-core, see tsdown.config.ts.
import { createRequire } from 'node:module';
import { found } from '../src/backends/nodePackage.ts';
import { modelFile } from './project.ts';

const core = '@tensorflow/tfjs-core';

export const tfjs: typeof import('@tensorflow/tfjs-core') = createRequire(import.meta.url)(
  found(core, modelFile() ?? import.meta.filename) ?? core,
);
