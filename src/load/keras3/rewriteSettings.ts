// The settings of a Keras 3 layer as tf.js reads them: dtypes, initializers, activations and inner layers are objects in
// Keras 3, of which tf.js knows names or an older form.
import { activationName } from '../../kerasLayers/layerChoice.ts';
import { type Config, isObject, type KerasLayer, parseLayer } from './kerasTopology.ts';
import { tfjsConstraints, tfjsInitializers } from './tfjsNames.ts';

/** Thrown for a setting that has no form in tf.js; the layer then becomes a placeholder. */
export class Unsayable extends Error {}

/** What rewriting needs to know, and how it treats layers inside settings. */
export interface SettingRules {
  /** Whether tf.js finds a class under this name. */
  isRegistered(className: string): boolean;
  /** Rewrites a layer that another one holds: a cell, a wrapped layer, an activation. */
  innerLayer(layer: KerasLayer): { readonly class_name: string; readonly config: Config };
}

/** tf.js changes strings of a file so, class names among them. */
export const camelCase = (text: string): string =>
  text.replace(/_+(\w|$)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Rewrites the settings of a layer.
 * @throws Unsayable for a setting that tf.js cannot read
 */
export function rewriteSettings(config: Config, rules: SettingRules): Config {
  const entries = Object.entries(config)
    .filter(([key]) => !meaningless.has(key))
    .map(([key, value]) => [key, settingOf(key, value, rules)] as const);
  return Object.fromEntries(entries);
}

// the first has no effect on a forward pass, and tf.js throws where it is not null; the others are for Keras alone
const meaningless: ReadonlySet<string> = new Set([
  'activity_regularizer',
  'quantization_config',
  'synchronized',
  'build_config',
]);

function settingOf(key: string, value: unknown, rules: SettingRules): unknown {
  if (key === 'dtype') return computedDtype(value);
  if (value === null || value === undefined) return null;
  if (key.endsWith('initializer')) return initializerOf(value);
  if (key.endsWith('regularizer')) return regularizerOf(value);
  if (key.endsWith('constraint')) return constraintOf(value);
  if (key === 'activation' || key === 'recurrent_activation') return activationOf(value, rules);
  if (innerLayers.has(key)) return Array.isArray(value) ? value.map((one) => inner(one, rules)) : inner(value, rules);
  return value;
}

const innerLayers: ReadonlySet<string> = new Set(['cell', 'cells', 'layer', 'layers', 'backward_layer']);

const inner = (value: unknown, rules: SettingRules): Config => ({
  ...rules.innerLayer(parseLayer(value, 'a layer inside a layer')),
});

const floats = /^(mixed_)?b?float\d+$/;

/** tf.js's dtype for a policy or a dtype of Keras: floats of each width are float32 there, and integers int32. */
export function computedDtype(value: unknown): 'float32' | 'int32' | 'bool' | 'string' {
  const name = dtypeName(value);
  if (name === undefined || floats.test(name)) return 'float32';
  if (name === 'bool' || name === 'string') return name;
  if (/^u?int\d+$/.test(name)) return 'int32';
  throw new Unsayable(`the dtype ${name}`);
}

/** The name of a policy or dtype; undefined where none is given. */
function dtypeName(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value) || !isObject(value.config)) return undefined;
  const { name, source_name: source } = value.config;
  return [name, source].find((one) => typeof one === 'string') as string | undefined;
}

function initializerOf(value: unknown): Config {
  const { class_name: className, config } = isObject(value) ? value : ({} as Config);
  const known = typeof className === 'string' && Object.hasOwn(tfjsInitializers, className);
  // values that are loaded later leave no trace of an initializer
  if (!known) return { class_name: 'Zeros', config: {} };
  return { class_name: tfjsInitializers[className]!, config: isObject(config) ? config : {} };
}

function regularizerOf(value: unknown): Config | null {
  const { class_name: className, config } = isObject(value) ? value : ({} as Config);
  if (!isObject(config) || !['L1', 'L2', 'L1L2'].includes(`${className}`)) return null;
  return { class_name: 'L1L2', config: { l1: config.l1 ?? 0, l2: config.l2 ?? 0 } };
}

function constraintOf(value: unknown): Config | null {
  const { class_name: className, config } = isObject(value) ? value : ({} as Config);
  const known = typeof className === 'string' && tfjsConstraints.has(className);
  return known ? { class_name: className, config: isObject(config) ? config : {} } : null;
}

/** @throws Unsayable for an activation that tf.js finds under no name */
function activationOf(value: unknown, rules: SettingRules): unknown {
  if (typeof value === 'string') return activationNamed(value, rules);
  if (!isObject(value)) throw new Unsayable('an activation without a name');
  const { class_name: className, config } = value;
  if (className === '__lambda__') throw new Unsayable('an activation that is Python code');
  if (className === 'function') return activationNamed(`${config}`, rules);
  return inner({ ...value, name: 'activation' }, rules);
}

function activationNamed(name: string, { isRegistered }: SettingRules): string {
  const known = [activationName(name), name.split('>').at(-1)!].find((one) => isRegistered(camelCase(one)));
  if (known === undefined) throw new Unsayable(`the activation ${name}`);
  return known;
}
