// Which class computes a layer of a Keras 3 file as Keras does: one of tf.js, or one of this room.
import { activations } from './activations.ts';
import { kinds } from './kinds.ts';
import { registeredName } from './registeredName.ts';

/**
 * The name of the class that computes a layer of Keras 3.
 * @param className in the file
 * @param config of the layer in the file, keys in snake case
 * @returns a name for `class_name` of a topology of tf.js: its own class, or one that `registerKeras3` registers; undefined for
 * a layer that neither has
 */
export function layerClassName(className: string, config: Readonly<Record<string, unknown>>): string | undefined {
  const kind = Object.hasOwn(kinds, className) ? kinds[className] : undefined;
  if (!kind) return tfjsLayers.has(className) ? className : undefined;
  return kind.isRightInTfjs?.(config) ? className : registeredName(className);
}

// classes of tf.js 4.22 that compute what Keras 3 does, whatever their settings
const tfjsLayers: ReadonlySet<string> = new Set('Dense'.split(/\s+/));

/**
 * The name of an activation of Keras 3 in a topology of tf.js.
 * @param name in the file
 */
export const activationName = (name: string): string =>
  name === 'silu' ? 'swish' : Object.hasOwn(activations, name) ? registeredName(name) : name;
