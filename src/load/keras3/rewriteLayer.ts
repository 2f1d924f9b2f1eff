// One layer of a Keras 3 topology as a layer that tf.js builds: tf.js's own class where it computes Keras's numbers, else the
// class of ours, else the user's, else a placeholder.

import { UserError } from '../../errors.ts';
import { callTemplate } from '../../keras3/callTemplate.ts';
import { registeredName, registeredOperation } from '../../keras3/registeredName.ts';
import { type Config, isObject, type KerasCall, type KerasLayer, tensorIn, tensorsIn } from './kerasTopology.ts';
import type { ImplicitMasks } from './masks.ts';
import type { NamedShapes } from './outputShapes.ts';
import { placeholderClass, placeholderShape } from './placeholders.ts';
import { camelCase, computedDtype, rewriteSettings, type SettingRules, Unsayable } from './rewriteSettings.ts';
import { tfjsLayers } from './tfjsLayers.ts';

/** A layer as an object with class_name and config. */
export interface RewrittenLayer {
  readonly class_name: string;
  readonly config: Config;
}

/** A layer that tf.js can run in no form. Its class is `placeholderClass`. */
export interface Placeholder {
  /** Names of the models around the layer, from the outermost one's layers down, and its own. */
  readonly path: readonly string[];
  readonly className: string;
  /** What of it tf.js lacks. */
  readonly reason: string;
  /** The shapes of its weights, which whoever reads them puts in before the model is built. */
  readonly weightShapes: (readonly number[])[];
}

/** What rewriting a layer needs to know about its model. */
export interface LayerRules {
  /** Whether tf.js finds a class under this name. */
  isRegistered(className: string): boolean;
  /** Notes a placeholder. */
  note(placeholder: Placeholder): void;
  /** Names of the layers around the model. */
  readonly path: readonly string[];
}

/** What rewriting a layer needs to know about the other layers of its model. */
export interface RulesInModel extends LayerRules {
  readonly masks: ImplicitMasks;
  readonly shapes: NamedShapes;
}

/**
 * Rewrites a layer that is no model.
 * @throws UserError for a placeholder whose output shape is unknown
 */
export function rewriteLayer(layer: KerasLayer, rules: RulesInModel): RewrittenLayer {
  try {
    return sayable(layer, rules);
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    return placeholder(layer, error.message, rules);
  }
}

/** @throws Unsayable for a layer that tf.js can run in no form */
function sayable(layer: KerasLayer, rules: RulesInModel): RewrittenLayer {
  if (layer.className === 'InputLayer') return inputLayer(layer);
  const call = callOf(layer, rules.masks);
  if (rules.masks.isLost(layer)) throw new Unsayable('its mask, which tf.js would not pass to it');
  const settings = rewriteSettings(layer.config, settingRules(rules));
  if (layer.isOperation) return operation(layer, call, settings, rules);
  return (
    tfjsLayer(layer, call, settings, rules.masks) ?? ours(layer, call, settings, rules) ?? users(layer, settings, rules)
  );
}

const settingRules = (rules: Pick<LayerRules, 'isRegistered'>): SettingRules => ({
  isRegistered: rules.isRegistered,
  innerLayer(layer) {
    if (layer.model) throw new Unsayable(`the model ${layer.name} inside it`);
    const settings = rewriteSettings(layer.config, settingRules(rules));
    const call = layer.calls[0];
    return tfjsLayer(layer, call, settings) ?? ours(layer, call, settings, rules) ?? users(layer, settings, rules);
  },
});

function inputLayer({ name, config }: KerasLayer): RewrittenLayer {
  const { batch_shape: shape, dtype, sparse = false } = config;
  return {
    class_name: 'InputLayer',
    config: { name, batch_input_shape: shape ?? config.batch_input_shape, dtype: computedDtype(dtype), sparse },
  };
}

const stochastic = /Dropout|^Random|^GaussianNoise$|^BatchNormalization$/;

/**
 * The one form in which a layer is called, without the arguments that change nothing at inference.
 * @throws Unsayable for a layer that is called in two forms, or as in training
 */
function callOf(layer: KerasLayer, masks: ImplicitMasks): KerasCall | undefined {
  const [first, ...others] = layer.calls.map(({ args, kwargs }): KerasCall => {
    const { training, mask, ...rest } = kwargs;
    if (training === true && stochastic.test(layer.className)) throw new Unsayable('a call with training=True');
    const isMasked = tensorsIn(mask).length > 0 && !masks.isPassed(layer) && layer.className !== 'BatchNormalization';
    return { args, kwargs: isMasked ? { ...rest, mask } : rest };
  });
  const form = (call: KerasCall): string => JSON.stringify(callTemplate(call).template);
  if (first && others.some((other) => form(other) !== form(first)))
    throw new Unsayable('calls that differ in other things than their tensors');
  return first;
}

const recurrent: ReadonlySet<string> = new Set(['LSTM', 'GRU', 'SimpleRNN', 'RNN', 'Bidirectional']);
const merging: ReadonlySet<string> = new Set([
  'Add',
  'Average',
  'Concatenate',
  'Dot',
  'Maximum',
  'Minimum',
  'Multiply',
]);

/** tf.js's own class; undefined where there is none, or it would compute otherwise. */
function tfjsLayer(
  layer: KerasLayer,
  call: KerasCall | undefined,
  settings: Config,
  masks?: ImplicitMasks,
): RewrittenLayer | undefined {
  const { className, registeredName: registered, config } = layer;
  const adapt = Object.hasOwn(tfjsLayers, className) ? tfjsLayers[className] : undefined;
  if (!adapt || registered !== className || (call && !isPlainCall(className, call))) return undefined;
  if (dtypeClass(config.dtype) === 'QuantizedDTypePolicy') return undefined;
  const isMasked = masks?.isPassed(layer) ?? false;
  if (isMasked && !recurrent.has(className)) return undefined;
  const maskZero =
    config.mask_zero === undefined ? {} : { mask_zero: (masks?.areImplicit ?? false) && config.mask_zero };
  const adapted = adapt({ ...settings, ...maskZero });
  return adapted && { class_name: className, config: adapted };
}

const dtypeClass = (dtype: unknown): unknown => (isObject(dtype) ? dtype.class_name : undefined);

/** Whether tf.js's class of this name takes the call's tensors as a list: the input, or with the states of a recurrent layer. */
function isPlainCall(className: string, { args, kwargs }: KerasCall): boolean {
  const { initial_state: states, ...rest } = kwargs;
  if (Object.values(rest).some((value) => value !== null)) return false;
  if (merging.has(className)) return args.length === 1 && Array.isArray(args[0]) && args[0].every(tensorIn);
  const statesFit = states === undefined || states === null || [states].flat().every(tensorIn);
  const hasStates = args.length > 1 || (states !== undefined && states !== null);
  return (
    statesFit && (!hasStates || recurrent.has(className)) && args.flat().every(tensorIn) && !Array.isArray(args[0])
  );
}

/** The class of ours; undefined where there is none. */
function ours(
  { className, registeredName: registered }: KerasLayer,
  call: KerasCall | undefined,
  settings: Config,
  { isRegistered }: Pick<LayerRules, 'isRegistered'>,
): RewrittenLayer | undefined {
  const name = registeredName(className);
  if ((registered !== className && !registered.startsWith('keras')) || !isRegistered(name)) return undefined;
  return { class_name: name, config: call ? { ...settings, call: callTemplate(call).template } : settings };
}

/** @throws Unsayable for an operation that is none of ours */
function operation(
  { className }: KerasLayer,
  call: KerasCall | undefined,
  settings: Config,
  { isRegistered }: LayerRules,
): RewrittenLayer {
  const name = registeredOperation(className);
  if (!call || !isRegistered(name)) throw new Unsayable(`the operation ${className}`);
  return { class_name: name, config: { ...settings, call: callTemplate(call).template } };
}

/** The class that the user registered with tf.js, under one of its names in Keras. @throws Unsayable where there is none */
function users(
  { className, registeredName: registered }: KerasLayer,
  settings: Config,
  { isRegistered }: Pick<LayerRules, 'isRegistered'>,
): RewrittenLayer {
  const known = [registered, className].find((name) => isRegistered(camelCase(name)));
  // tf.js has a class of this name, which was found to compute otherwise
  if (known === undefined || Object.hasOwn(tfjsLayers, known))
    throw new Unsayable(
      Object.hasOwn(tfjsLayers, className) ? `these settings of ${className}` : `the layer ${registered}`,
    );
  return { class_name: known, config: settings };
}

/** @throws UserError where the output's shape is unknown */
function placeholder(layer: KerasLayer, reason: string, { note, path, shapes }: RulesInModel): RewrittenLayer {
  const { name, className, config } = layer;
  const shape = shapes(layer) ?? placeholderShape(layer);
  if (shape === undefined)
    throw new UserError(
      `the layer ${name} (${className}) cannot be built: tf.js lacks ${reason}, and the file does not tell its output's shape`,
    );
  const weightShapes: (readonly number[])[] = [];
  note({ path: [...path, name], className, reason, weightShapes });
  // of the strings in a topology tf.js leaves those alone whose key is `name`
  const settings = {
    name,
    trainable: config.trainable !== false,
    keras_class: { name: className },
    reason: { name: reason },
    output_shape: shape,
    output_dtype: placeholderDtype(config),
    weight_shapes: weightShapes,
  };
  return { class_name: placeholderClass, config: settings };
}

function placeholderDtype({ dtype, output_dtype: output }: Config): string {
  try {
    return computedDtype(output ?? dtype);
  } catch {
    return 'float32';
  }
}
