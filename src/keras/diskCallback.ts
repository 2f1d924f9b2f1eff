// The callback of a machine with a disk. In: a folder. Out: its runs `train` and `validation`.
import { createRequire } from 'node:module';
import { disk } from '../storage/diskStorage.ts';
import { instanceOf } from './baseCallback.ts';
import { tensorBoardCallback as callback } from './tensorBoardCallback.ts';

const tfjsLayers = '@tensorflow/tfjs-layers';

/** See src/keras/tensorBoardCallback.ts; without a storage the runs are on the disk. */
export const tensorBoardCallback = ((logdir: string, options = {}) => {
  const made = callback(
    logdir,
    typeof options === 'object' && options !== null ? { storage: disk, ...options } : options,
  );
  if ('Callback' in options || Object.getPrototypeOf(made) !== Object.prototype) return made;
  const base = installedBase();
  return base ? instanceOf(base, made) : made;
}) as typeof callback;

/** The prototype of tf.Callback of the package that is installed: mostly the copy that trains. */
function installedBase(): object | undefined {
  try {
    const { Callback } = createRequire(import.meta.url)(tfjsLayers) as {
      readonly Callback: { readonly prototype: object };
    };
    return Callback.prototype;
  } catch {
    return undefined;
  }
}
