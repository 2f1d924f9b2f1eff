// Masks in a Keras 3 topology. Keras writes them into the graph: `NotEqual(ids, 0)` after an Embedding with mask_zero, and
// `Any(NotEqual(x, value))` after a Masking, which recurrent layers take by the keyword `mask`. tf.js passes masks from layer
// to layer by itself, unseen; where it would pass the same ones, the operations and the keyword are left out.
import { type Config, type KerasCall, type KerasLayer, type KerasTensor, tensorIn } from './kerasTopology.ts';

/** What tf.js does about the masks of one model. */
export interface ImplicitMasks {
  /** Names of operations that only make masks which tf.js makes by itself. */
  readonly dropped: ReadonlySet<string>;
  /** Whether Embedding and Masking hand masks on, as they do in tf.js and Keras 2. */
  readonly areImplicit: boolean;
  /** Whether the layer gets its mask from tf.js, and not by a keyword. */
  isPassed(layer: KerasLayer): boolean;
  /** Whether the layer needs a mask that is in no keyword, and that tf.js would not pass. */
  isLost(layer: KerasLayer): boolean;
}

const never = (): boolean => false;
const none: ImplicitMasks = { dropped: new Set(), areImplicit: false, isPassed: never, isLost: never };

/** Recurrent layers, whose output depends on a mask in tf.js as in Keras. */
const recurrentClasses: ReadonlySet<string> = new Set(['LSTM', 'GRU', 'SimpleRNN', 'RNN', 'Bidirectional']);

/** The layer that depends on a mask in Keras, and not in tf.js. */
const pooling = 'GlobalAveragePooling1D';

/** Layers that take masks from their inputs unseen: neither the file has these, nor does tf.js pass them. */
const attentive: ReadonlySet<string> = new Set([
  'AdditiveAttention',
  'Attention',
  'GroupedQueryAttention',
  'GroupQueryAttention',
  'MultiHeadAttention',
]);

/** Whether the output of a layer of this class may depend on a mask. */
export const mayDependOnMask = (className: string): boolean =>
  recurrentClasses.has(className) || attentive.has(className) || className === pooling;

/** Layers of tf.js that hand the mask of their first input on. */
const passing: ReadonlySet<string> = new Set([
  'Activation',
  'AlphaDropout',
  'BatchNormalization',
  'Dense',
  'Dropout',
  'GaussianDropout',
  'GaussianNoise',
  'LayerNormalization',
  'LeakyReLU',
  'ReLU',
]);

const key = ({ layer, node, tensor }: KerasTensor): string => JSON.stringify([layer, node, tensor]);

/**
 * Finds out whether tf.js's own masks are those of the file.
 * @param isSequential whether each layer reads the layer before it; Keras then masks as Keras 2 did
 */
export function implicitMasks(layers: readonly KerasLayer[], isSequential: boolean): ImplicitMasks {
  const makers = layers.filter(makesMask);
  if (makers.length === 0) return none;
  const isLost = ({ className }: KerasLayer): boolean => attentive.has(className);
  if (layers.some(isLost)) return { ...none, isLost };
  if (isSequential) return sequentialMasks(layers);
  const made = madeMasks(layers, makers);
  const users = layers.filter((layer) => layer.calls.some(({ kwargs }) => tensorIn(kwargs.mask)));
  if (!masksAgree(layers, made)) return none;
  const masks = new Set([...made.values()]);
  const dropped = maskOperations(layers, masks);
  return { dropped, areImplicit: true, isPassed: (layer) => users.includes(layer), isLost: never };
}

const makesMask = ({ className, config, isOperation }: KerasLayer): boolean =>
  !isOperation && ((className === 'Embedding' && config.mask_zero === true) || className === 'Masking');

/**
 * In a Sequential each layer has the mask of the layer before it, until one does not hand it on. tf.js throws at that one, and
 * its `predict` gives the old mask to later layers.
 */
function sequentialMasks(layers: readonly KerasLayer[]): ImplicitMasks {
  const needing: KerasLayer[] = [];
  let [isMasked, wouldDiffer] = [false, false];
  for (const layer of layers) {
    if (makesMask(layer)) isMasked = true;
    else if (isMasked) {
      if (recurrentClasses.has(layer.className) || layer.className === pooling) needing.push(layer);
      wouldDiffer ||= layer.model !== undefined || !(handsOn(layer) || needing.includes(layer));
      isMasked = handsOn(layer);
    } else if (needing.length > 0) wouldDiffer ||= recurrentClasses.has(layer.className) || layer.model !== undefined;
  }
  if (needing.length === 0) return none;
  if (!wouldDiffer) return { ...none, areImplicit: true, isPassed: (layer) => needing.includes(layer) };
  return { ...none, isLost: (layer) => needing.includes(layer) };
}

const handsOn = ({ className, config }: KerasLayer): boolean =>
  passing.has(className) || (recurrentClasses.has(className) && returnsSequences(className, config));

function returnsSequences(className: string, config: Config): boolean {
  const recurrent = className === 'Bidirectional' ? (config.layer as { config?: Config } | undefined)?.config : config;
  return recurrent?.return_sequences === true && recurrent.return_state !== true;
}

/** The file's mask, by the tensor of the layer that makes it: the operation that computes it from the same input. */
function madeMasks(layers: readonly KerasLayer[], makers: readonly KerasLayer[]): Map<string, string> {
  const made = new Map<string, string>();
  for (const maker of makers)
    for (const [node, call] of maker.calls.entries()) {
      const input = tensorIn(call.args[0]);
      const mask = input && maskFrom(layers, input, maker);
      if (mask) made.set(key({ layer: maker.name, node, tensor: 0 }), key(mask));
    }
  return made;
}

function maskFrom(layers: readonly KerasLayer[], input: KerasTensor, maker: KerasLayer): KerasTensor | undefined {
  const value = maker.className === 'Embedding' ? 0 : maker.config.mask_value;
  const differing = operationOn(layers, 'NotEqual', input, ({ args }) => args[1] === value);
  if (maker.className === 'Embedding' || !differing) return differing;
  return operationOn(layers, 'Any', differing, () => true);
}

function operationOn(
  layers: readonly KerasLayer[],
  className: string,
  input: KerasTensor,
  accepts: (call: KerasCall) => boolean,
): KerasTensor | undefined {
  for (const layer of layers) {
    if (!layer.isOperation || layer.className !== className) continue;
    const node = layer.calls.findIndex((call) => {
      const read = tensorIn(call.args[0]);
      return read !== undefined && key(read) === key(input) && accepts(call);
    });
    if (node >= 0) return { layer: layer.name, node, tensor: 0 };
  }
  return undefined;
}

/**
 * Whether each layer that depends on a mask has in the file the one that tf.js passes it. `predict` of tf.js gives the last
 * mask of the model to every later layer without one, so that a layer which has none must not depend on it.
 */
function masksAgree(layers: readonly KerasLayer[], made: ReadonlyMap<string, string>): boolean {
  const passed = new Map(made);
  for (const layer of layers)
    for (const [node, { args, kwargs }] of layer.calls.entries()) {
      const input = tensorIn(args[0]);
      const own = input && passed.get(key(input));
      const given = tensorIn(kwargs.mask);
      if (given ? own !== key(given) || !recurrentClasses.has(layer.className) : recurrentClasses.has(layer.className))
        return false;
      if (layer.model) return false;
      if (own === undefined || makesMask(layer)) continue;
      if (handsOn(layer)) passed.set(key({ layer: layer.name, node, tensor: 0 }), own);
      // tf.js throws where a layer gets a mask that it cannot hand on
      else if (!recurrentClasses.has(layer.className)) return false;
    }
  return true;
}

/** Operations whose outputs nothing reads but masks and other such operations. */
function maskOperations(layers: readonly KerasLayer[], masks: ReadonlySet<string>): Set<string> {
  const dropped = new Set<string>();
  const readElsewhere = (name: string): boolean =>
    layers.some(
      (layer) =>
        !dropped.has(layer.name) &&
        layer.calls.some(({ args, kwargs: { mask, ...kwargs } }) =>
          JSON.stringify([args, kwargs]).includes(historyOf(name)),
        ),
    );
  for (let grew = true; grew; ) {
    grew = false;
    for (const { name, isOperation, className } of layers) {
      if (!isOperation || dropped.has(name) || (className !== 'Any' && className !== 'NotEqual')) continue;
      const isMask = [...masks].some((mask) => mask.startsWith(`[${JSON.stringify(name)},`));
      const feedsMask = className === 'NotEqual' && layers.some((layer) => dropped.has(layer.name));
      if ((isMask || feedsMask) && !readElsewhere(name)) {
        dropped.add(name);
        grew = true;
      }
    }
  }
  return dropped;
}

const historyOf = (name: string): string => `"keras_history":[${JSON.stringify(name)},`;
