// One layer of a Keras 3 topology as a layer that tf.js builds: tf.js's own class where it computes Keras's numbers, else the
// class of ours, else the user's, else a placeholder.

import { UserError } from '../../errors.ts';
import { callTemplate, isPlainCall } from '../../kerasLayers/callTemplate.ts';
import { layerClassName } from '../../kerasLayers/layerChoice.ts';
import { registeredName, registeredOperation } from '../../kerasLayers/registeredName.ts';
import { unsayableShape } from '../../kerasLayers/unsayableShapes.ts';
import {
  type Config,
  isObject,
  type KerasCall,
  type KerasLayer,
  type KerasTensor,
  tensorsIn,
} from './kerasTopology.ts';
import type { ImplicitMasks } from './masks.ts';
import type { NamedShapes } from './outputShapes.ts';
import { placeholderClass } from './placeholders.ts';
import { camelCase, computedDtype, rewriteSettings, type SettingRules, Unsayable } from './rewriteSettings.ts';

/** A layer as an object with class_name and config. */
export interface RewrittenLayer {
  readonly class_name: string;
  readonly config: Config;
}

/** A rewritten layer, with the tensors that each of its calls reads. */
export interface CalledLayer extends RewrittenLayer {
  readonly sources: readonly (readonly KerasTensor[])[];
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
  /** Whether it finds one there that is neither its own nor ours. */
  isCustom(className: string): boolean;
  /** Notes a placeholder. */
  note(placeholder: Placeholder): void;
  /** Notes a class that the user registered. */
  noteCustom(className: string): void;
  /** What to do about a class that tf.js lacks, for the error text. */
  readonly registerHint: string;
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
export function rewriteLayer(layer: KerasLayer, rules: RulesInModel): CalledLayer {
  try {
    return sayable(layer, rules);
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    return placeholder(layer, error.message, rules);
  }
}

/** @throws Unsayable for a layer that tf.js can run in no form */
function sayable(layer: KerasLayer, rules: RulesInModel): CalledLayer {
  if (layer.className === 'InputLayer') return { ...inputLayer(layer), sources: [] };
  if (rules.masks.isLost(layer)) throw new Unsayable('the mask that it gets unseen in Keras');
  const calls = callsOf(layer, rules.masks);
  const settings = rewriteSettings(layer.config, settingRules(rules));
  const rewritten = chosenClass(layer, calls, settings, rules);
  const isOurs = rewritten.class_name.startsWith('keras3');
  return {
    ...rewritten,
    sources: calls.map((call) => (isOurs ? templateTensors(call) : tensorsIn([call.args, call.kwargs]))),
  };
}

const settingRules = (rules: ClassRules): SettingRules => ({
  isRegistered: rules.isRegistered,
  innerLayer(layer) {
    if (layer.model) throw new Unsayable(`the model ${layer.name} inside it`);
    return chosenClass(layer, [], rewriteSettings(layer.config, settingRules(rules)), rules);
  },
});

function inputLayer({ name, config }: KerasLayer): RewrittenLayer {
  const { batch_shape: shape, dtype, sparse = false } = config;
  return {
    class_name: 'InputLayer',
    config: { name, batch_input_shape: shape ?? config.batch_input_shape, dtype: computedDtype(dtype), sparse },
  };
}

// layers of augmentation have training=True in every file, as the value that their call has unless given; Keras's predict
// replaces it
const stochastic = /Dropout|^GaussianNoise$|^BatchNormalization$/;

/**
 * The calls of a layer without the arguments that change nothing at inference, and without a mask that tf.js passes.
 * @throws Unsayable for a layer that is called as in training
 */
function callsOf(layer: KerasLayer, masks: ImplicitMasks): KerasCall[] {
  const { className, calls } = layer;
  return calls.map(({ args, kwargs }): KerasCall => {
    const { training, mask, ...rest } = kwargs;
    if (training === true && stochastic.test(className)) throw new Unsayable('a call with training=True');
    const isMasked = tensorsIn(mask).length > 0 && !masks.isPassed(layer) && className !== 'BatchNormalization';
    return { args, kwargs: isMasked ? { ...rest, mask } : rest };
  });
}

/** The tensors of a call in the order of the numbers in its template. */
const templateTensors = (call: KerasCall): KerasTensor[] =>
  callTemplate(call).tensors.map((history) => {
    const [layer, node, tensor] = history as [string, number, number];
    return { layer, node, tensor };
  });

/** @throws Unsayable for a layer or operation that is neither tf.js's nor ours nor the user's */
function chosenClass(
  layer: KerasLayer,
  calls: readonly KerasCall[],
  settings: Config,
  rules: ClassRules,
): RewrittenLayer {
  const { className, registeredName: registered, isOperation, config } = layer;
  const templates = distinct(calls.map((call) => callTemplate(call).template));
  const call = templates.length > 1 ? templates : templates[0];
  const called = call === undefined ? settings : { ...settings, call };
  if (isOperation) {
    const name = registeredOperation(className);
    if (!rules.isRegistered(name)) throw new Unsayable(`the operation ${className}`);
    return { class_name: name, config: called };
  }
  if (registered !== className && !registered.startsWith('keras')) return users(layer, settings, rules);
  if (isQuantized(config)) return quantized(layer, settings);
  // tf.js's class makes the mask that it then passes
  if (className === 'Masking' && rules.masks?.areImplicit) return { class_name: className, config: settings };
  if (className === 'LeakyReLU' && templates.every(isPlainCall)) {
    const { negative_slope: alpha, ...others } = settings;
    return { class_name: className, config: { ...others, alpha } };
  }
  const names = new Set(
    (templates.length > 0 ? templates : [undefined]).map((one) => layerClassName(className, config, one)),
  );
  const isPooled = className === 'GlobalAveragePooling1D' && (rules.masks?.isPassed(layer) ?? false);
  const name = names.size === 1 && !isPooled ? [...names][0] : registeredName(className);
  if (name === className) return { class_name: name, config: tfjsSettings(className, settings, rules.masks) };
  if (name !== undefined && rules.isRegistered(name)) return { class_name: name, config: called };
  return users(layer, settings, rules);
}

type ClassRules = Pick<LayerRules, 'isRegistered' | 'isCustom' | 'noteCustom'> & { readonly masks?: ImplicitMasks };

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

const isQuantized = ({ dtype, lora_rank: rank }: Config): boolean =>
  (isObject(dtype) && dtype.class_name === 'QuantizedDTypePolicy') || (rank !== undefined && rank !== null);

/** @throws Unsayable for another layer than a Dense whose input is quantized too, as `quantize("int8")` makes it */
function quantized({ className, config }: KerasLayer, settings: Config): RewrittenLayer {
  const { mode } = isObject(config.dtype) && isObject(config.dtype.config) ? config.dtype.config : ({} as Config);
  const { activation_quantizer: quantizer = {} } =
    isObject(config.quantization_config) && isObject(config.quantization_config.config)
      ? config.quantization_config.config
      : ({} as Config);
  if (className !== 'Dense' || mode !== 'int8' || quantizer === null || (config.lora_rank ?? null) !== null)
    throw new Unsayable(`a quantized ${className}`);
  return { class_name: registeredName('QuantizedDense'), config: settings };
}

/** The settings under tf.js's names. An Embedding there makes a mask that Keras 3 has in its graph. */
function tfjsSettings(className: string, settings: Config, masks?: ImplicitMasks): Config {
  if (className !== 'Embedding' || settings.mask_zero !== true) return settings;
  return { ...settings, mask_zero: masks?.areImplicit ?? false };
}

/** The class that the user registered with tf.js, under one of its names in Keras. @throws Unsayable where there is none */
function users(
  { className, registeredName: registered }: KerasLayer,
  settings: Config,
  { isRegistered, isCustom, noteCustom }: ClassRules,
): RewrittenLayer {
  const known = [registered, className].find((name) => isCustom(camelCase(name)));
  if (known === undefined)
    throw new Unsayable(isRegistered(className) ? `these settings of ${className}` : `the layer ${registered}`);
  noteCustom(known);
  return { class_name: known, config: settings };
}

/**
 * Rewrites a layer as a placeholder.
 * @throws UserError where its output's shape is unknown
 */
export function placeholder(
  layer: KerasLayer,
  reason: string,
  { note, path, shapes, registerHint }: RulesInModel,
): CalledLayer {
  const { name, className, config } = layer;
  const read = layer.calls[0] && tensorsIn(layer.calls[0].args)[0]?.shape;
  const input = read ?? layer.buildShape;
  const shape = shapes(layer) ?? (input && unsayableShape(className, config, input));
  if (shape === undefined)
    throw new UserError(
      `tf.js lacks ${reason}, which ${name} needs, and the file does not tell the shape of its output${reason.startsWith('the layer') ? `: ${registerHint}` : ''}`,
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
  const sources = layer.calls.map(({ args, kwargs }) => tensorsIn([args, kwargs]));
  return { class_name: placeholderClass, config: settings, sources };
}

function placeholderDtype({ dtype, output_dtype: output }: Config): string {
  try {
    return computedDtype(output ?? dtype);
  } catch {
    return 'float32';
  }
}
