// Keras's shape rules of layers that no op of tf.js says: strings, hashes, states that outlive a call.
import type { Shape } from './layerKind.ts';

type Config = Readonly<Record<string, unknown>>;

/** The shape, or the shapes, of a layer's output. @param config of a file, keys in snake case */
type Rule = (config: Config, shape: Shape) => Shape | readonly Shape[] | undefined;

const same: Rule = (_, shape) => shape;

const sizeOf = (value: unknown): number | null => (Number.isSafeInteger(value) ? (value as number) : null);

/** One number for each category in place of the last axis, or next to it. */
function categories(shape: Shape, mode: unknown, depth: number | null): Shape {
  if (mode === 'int') return shape;
  const apart = mode === 'one_hot' && !(shape.length > 1 && shape.at(-1) === 1);
  return [...(apart ? shape : shape.slice(0, -1)), depth];
}

/** The number of indices of a vocabulary; null where a file of its own has it. */
function vocabularySize(config: Config): number | null {
  if (config.pad_to_max_tokens === true) return sizeOf(config.max_tokens);
  const { vocabulary, num_oov_indices: unknown = 1 } = config;
  return Array.isArray(vocabulary) ? vocabulary.length + (sizeOf(unknown) ?? 0) : null;
}

const lookup: Rule = (config, shape) => categories(shape, config.output_mode ?? 'int', vocabularySize(config));

const textVectorization: Rule = (config, shape) => {
  const { output_mode: mode = 'int', output_sequence_length: length, split = 'whitespace' } = config;
  if (mode === 'int') return [shape[0] ?? null, sizeOf(length)];
  const tokens = split === null ? (shape.length > 1 ? shape : [...shape, 1]) : [...shape, null];
  return categories(tokens, mode, vocabularySize({ ...config, num_oov_indices: 1 }));
};

const hashing: Rule = (config, shape) => {
  const { output_mode: mode = 'int', num_bins: bins } = config;
  return mode === 'int' ? shape : [...shape.slice(0, -1), sizeOf(bins)];
};

const crossing: Rule = (config, shape) => categories(shape, config.output_mode ?? 'int', sizeOf(config.num_bins));

const discretization: Rule = (config, shape) => categories(shape, config.output_mode ?? 'int', sizeOf(config.num_bins));

/** A Lambda is Python code: the shape of its output is known where its author stated it. */
const lambda: Rule = ({ output_shape: given }, [batch = null]) =>
  Array.isArray(given) && given.every((dim) => dim === null || Number.isSafeInteger(dim))
    ? [batch, ...given]
    : undefined;

/** A recurrent layer with as many states. */
const recurrent =
  (states: number): Rule =>
  ({ units, return_sequences: all, return_state: withStates }, [batch = null, steps = null]) => {
    const state = [batch, sizeOf(units)];
    const output = all === true ? [batch, steps, sizeOf(units)] : state;
    return withStates === true ? [output, ...Array<Shape>(states).fill(state)] : output;
  };

/** Rules by the name of the class in Keras. */
const rules: Readonly<Record<string, Rule>> = {
  ContrastLimitedAdaptiveHistogramEqualization: same,
  Discretization: discretization,
  GRU: recurrent(1),
  HashedCrossing: crossing,
  Hashing: hashing,
  IntegerLookup: lookup,
  Lambda: lambda,
  LSTM: recurrent(2),
  SimpleRNN: recurrent(1),
  StringLookup: lookup,
  TextVectorization: textVectorization,
};

/**
 * The shape that Keras's rule gives to the output of a layer for which `layerClassName` has no class.
 * @param className in the file
 * @param config in the file, keys in snake case
 * @param shape of the first input, null where an axis is open
 * @returns the shape, or the shapes of several outputs; undefined for a layer whose rule is Python code, such as a Lambda without
 * an `output_shape`
 */
export function unsayableShape(className: string, config: Config, shape: Shape): Shape | readonly Shape[] | undefined {
  return Object.hasOwn(rules, className) ? rules[className]!(config, shape) : undefined;
}
