// Layers that run another one: in both directions, on each step, one after another.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { type Layer, layerKind, type Shape } from '../layerKind.ts';
import { anything, nullable, oneOf } from '../settings.ts';
import { isDefault, stepShape } from './recurrentLayers.ts';

type Config = Readonly<Record<string, unknown>>;

const outputsOf = (value: unknown): tf.Tensor[] => [value as tf.Tensor | tf.Tensor[]].flat();

/** The layer in the file's order, and on the reversed sequence. */
export const bidirectional = layerKind({
  settings: {
    layer: anything(),
    backwardLayer: anything(),
    mergeMode: nullable(oneOf(['concat', 'sum', 'ave', 'mul'], 'concat')),
  },
  parameters: ['sequence', 'initialState', 'mask', 'training'],
  isRightInTfjs: ({ layer, merge_mode }) => {
    const { class_name: type, config } = Object(layer) as { class_name?: unknown; config?: unknown };
    const inner = Object(config) as Config;
    return merge_mode !== null && (type === 'LSTM' || type === 'SimpleRNN') && !inner.return_state && isDefault(inner);
  },
  children({ config, shapes: [shape] }, tools) {
    const forward = tools.deserialize(config.layer);
    const backward = config.backwardLayer === null ? reversed(forward) : config.backwardLayer;
    return {
      forwardLayer: { layer: forward, shapes: [shape] },
      backwardLayer: { layer: tools.deserialize(backward), shapes: [shape] },
    };
  },
  outputShape({ config, shapes: [shape], children }) {
    const given = children.forwardLayer!.computeOutputShape([...shape]) as Shape | Shape[];
    const [output, ...states] = (Array.isArray(given[0]) ? given : [given]) as Shape[];
    if (config.mergeMode === null) return [output!, output!, ...states, ...states];
    const merged = config.mergeMode === 'concat' ? [...output!.slice(0, -1), output!.at(-1)! * 2] : output!;
    return states.length > 0 ? [merged, ...states, ...states] : merged;
  },
  call(inputs, { config, args, children }) {
    const states = [args.initialState].flat().filter((one): one is tf.Tensor => one instanceof tf.Tensor);
    const [before, after] = [states.slice(0, states.length / 2), states.slice(states.length / 2)];
    const mask = args.mask instanceof tf.Tensor ? { mask: args.mask } : {};
    const run = (layer: Layer, initial: readonly tf.Tensor[]): tf.Tensor[] =>
      outputsOf(layer.apply(inputs[0], { ...mask, ...(initial.length > 0 && { initialState: [...initial] }) }));
    const [forward, ...forwardStates] = run(children.forwardLayer!, before) as [tf.Tensor, ...tf.Tensor[]];
    const [last, ...backwardStates] = run(children.backwardLayer!, after) as [tf.Tensor, ...tf.Tensor[]];
    // a sequence has the rank of the input
    const backward = last.rank === inputs[0].rank ? tf.reverse(last, 1) : last;
    const merged = merge(config.mergeMode, forward, backward);
    return merged.length + forwardStates.length === 1 ? merged[0]! : [...merged, ...forwardStates, ...backwardStates];
  },
});

function merge(mode: 'concat' | 'sum' | 'ave' | 'mul' | null, forward: tf.Tensor, backward: tf.Tensor): tf.Tensor[] {
  if (mode === null) return [forward, backward];
  if (mode === 'concat') return [tf.concat([forward, backward], -1)];
  if (mode === 'mul') return [tf.mul(forward, backward)];
  const sum = tf.add(forward, backward);
  return [mode === 'ave' ? tf.div(sum, 2) : sum];
}

/** A layer's serialized form with the other direction. */
function reversed(layer: Layer): object {
  const config = layer.getConfig();
  return {
    className: layer.getClassName(),
    config: { ...config, name: `backward_${layer.name}`, goBackwards: !config.goBackwards },
  };
}

/** A layer on each step of [batch, steps, …]. */
export const timeDistributed = layerKind({
  settings: { layer: anything() },
  parameters: ['inputs', 'training', 'mask'],
  isRightInTfjs: () => true,
  children: ({ config, shapes: [shape] }, tools) => ({
    layer: { layer: tools.deserialize(config.layer), shapes: [stepShape(shape)] },
  }),
  outputShape({ shapes: [shape], children }) {
    const [batch, ...rest] = children.layer!.computeOutputShape([...stepShape(shape)]) as Shape;
    return [batch!, shape[1]!, ...rest];
  },
  call([x], { args, children }) {
    const masks = args.mask instanceof tf.Tensor ? tf.unstack(args.mask, 1) : [];
    const steps = tf.unstack(x, 1);
    const run = (step: tf.Tensor, i: number): tf.Tensor =>
      children.layer!.apply(step, masks[i] ? { mask: masks[i] } : {}) as tf.Tensor;
    return tf.stack(steps.map(run), 1);
  },
});

/** Layers one after another. */
export const pipeline = layerKind({
  settings: { layers: anything([]) },
  parameters: ['inputs', 'training', 'mask'],
  children({ config, shapes: [shape] }, tools) {
    let input = shape;
    const built = (config.layers as readonly unknown[]).map((one) => {
      const child = { layer: tools.deserialize(one), shapes: [input] };
      input = child.layer.computeOutputShape([...input]) as Shape;
      return child;
    });
    return Object.fromEntries(built.map((child, i) => [`layers_${i}`, child]));
  },
  outputShape: ({ shapes: [shape], children }) =>
    Object.values(children).reduce<Shape>(
      (input, layer) => layer.computeOutputShape(input as (number | null)[]) as Shape,
      shape,
    ),
  call: ([x], { children, training }) =>
    Object.values(children).reduce((input, layer) => layer.apply(input, { training }) as tf.Tensor, x),
});

/** A layer whose kernel training divides by its spectral norm; at inference the kernel is as it is. */
export const spectralNormalization = layerKind({
  settings: { layer: anything() },
  weights: ({ children }) => [
    // a kernel is the first weight of its layer
    { name: 'vector_u', shape: [1, children.layer!.weights[0]!.shape.at(-1)!], trainable: false },
  ],
  children: ({ config, shapes }, tools) => ({ layer: { layer: tools.deserialize(config.layer), shapes } }),
  outputShape: ({ shapes, children }) =>
    children.layer!.computeOutputShape((shapes.length === 1 ? shapes[0] : shapes) as never) as Shape,
  call([x], { children, training }) {
    if (training)
      throw new UserError(
        'a SpectralNormalization changes its kernel in training, which is not supported: remove it before fit',
      );
    return children.layer!.apply(x) as tf.Tensor;
  },
});
