// The callback of a machine with a disk. In: a folder. Out: its runs `train` and `validation`.
import { disk } from '../events/disk.ts';
import { tensorBoardCallback as callback } from './callback.ts';

/** See src/keras/callback.ts; without a storage the runs are on the disk. */
export const tensorBoardCallback = ((logdir: string, options = {}) =>
  callback(logdir, { storage: disk, ...options })) as typeof callback;
