// The copy of tf.js that the command runs on: the model's project's, or else its own. The build puts it in the index of
// every import of tfjs-core, see tsdown.config.ts.
import { createRequire } from 'node:module';
import { UserError } from '../src/errors.ts';
import { found, projectFile } from './model/modelProject.ts';

const core = '@tensorflow/tfjs-core';
const path = found(core, projectFile() ?? import.meta.filename);
if (path === undefined) throw new UserError(`gmlp-viz needs ${core} beside it: npm install ${core}`);

export const tfjs: typeof import('@tensorflow/tfjs-core') = createRequire(import.meta.url)(path);
