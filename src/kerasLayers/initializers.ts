// Initializers of Keras 3 as those of tf.layers. They matter only to a model without weights.
import type { LayersModule } from './layerKind.ts';

type Initializer = ReturnType<LayersModule['initializers']['zeros']>;

/**
 * The initializer of a configuration.
 * @param value a name, or an object with className and config; zeros for one that tf.js lacks
 */
export function initializerOf(tfl: LayersModule, value: unknown): Initializer {
  const { className, config } = typeof value === 'object' && value !== null ? (value as Config) : { className: value };
  if (typeof className !== 'string') return tfl.initializers.zeros();
  const name = className.charAt(0).toLowerCase() + className.slice(1).replace(/^ecun/, 'eCun');
  const make = Object.hasOwn(tfl.initializers, name) ? Reflect.get(tfl.initializers, name) : undefined;
  return typeof make === 'function' ? make(config ?? {}) : tfl.initializers.zeros();
}

interface Config {
  readonly className?: unknown;
  readonly config?: unknown;
}
