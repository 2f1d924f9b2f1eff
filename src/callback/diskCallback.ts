// The callback for tf.layers of a machine with a disk.
import { requireInstalled } from '../storage/requireInstalled.ts';
import { withStorage } from '../tensorboard/diskWriter.ts';
import { instanceOf } from './baseCallback.ts';
import { tensorBoardCallback as callback } from './tensorBoardCallback.ts';

/** Creates the callback of src/callback/tensorBoardCallback.ts, with the disk as default storage. */
export const tensorBoardCallback = ((logdir: string, options = {}) => {
  const made = callback(logdir, withStorage(options, logdir));
  if ('Callback' in options || Object.getPrototypeOf(made) !== Object.prototype) return made;
  const base = installedBase();
  return base ? instanceOf(base, made) : made;
}) as typeof callback;

/** The prototype of tf.Callback in the package that is installed, which is the copy that trains in most projects. */
function installedBase(): object | undefined {
  const layers = requireInstalled('@tensorflow/tfjs-layers') as
    | { readonly Callback?: { readonly prototype: object } }
    | undefined;
  return layers?.Callback?.prototype;
}
