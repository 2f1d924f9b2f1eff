// Which class computes a layer of a Keras 3 file as Keras does: one of tf.js, or one of this room.

import { activations } from './activations.ts';
import { type CallTemplate, isPlainCall } from './callTemplate.ts';
import { kinds } from './kinds.ts';
import { operations } from './operations.ts';
import { registeredName, registeredOperation } from './registeredName.ts';

/**
 * The name of the class that computes a layer of Keras 3, or an operation that is no layer there.
 * @param className in the file
 * @param config in the file, keys in snake case; that of an operation has no `trainable`, nor have some layers' configs
 * @param call the template of its call; a plain one unless given. A class of this room takes it as its setting `call`
 * @returns a name for `class_name` of a topology of tf.js: its own class, or one that `registerKeras3` registers; undefined where
 * neither says what Keras computes
 */
export function layerClassName(className: string, config: Config, call?: CallTemplate): string | undefined {
  if (isOperation(className, config)) return registeredOperation(className);
  const kind = Object.hasOwn(kinds, className) ? kinds[className] : undefined;
  if (!kind) return tfjsLayers.has(className) ? className : undefined;
  if (kind.isRightInTfjs?.(config, call) && (!call || isPlainCall(call))) return className;
  return kind.isSayable?.(config) === false ? undefined : registeredName(className);
}

type Config = Readonly<Record<string, unknown>>;

// classes of tf.js 4.22 that compute what Keras 3 does, whatever their settings
const tfjsLayers: ReadonlySet<string> = new Set(
  `Activation Add AlphaDropout Average AveragePooling1D AveragePooling2D AveragePooling3D Concatenate
  Cropping2D Dense Dot Dropout Embedding Flatten GaussianDropout GaussianNoise InputLayer Maximum MaxPooling1D
  MaxPooling2D Minimum Multiply Permute PReLU RepeatVector SpatialDropout1D
  ZeroPadding2D`.split(/\s+/),
);

/**
 * Whether an entry among the layers of a file is an operation that is no layer. Its config has no `trainable`, but nor has that
 * of SpatialDropout1D, SpatialDropout2D, SpatialDropout3D and Discretization.
 */
export const isOperation = (className: string, config: Config): boolean =>
  !('trainable' in config) && Object.hasOwn(operations, className);

/**
 * The name of an activation of Keras 3 in a topology of tf.js.
 * @param name in the file
 */
export const activationName = (name: string): string =>
  name === 'silu' ? 'swish' : Object.hasOwn(activations, name) ? registeredName(name) : name;
