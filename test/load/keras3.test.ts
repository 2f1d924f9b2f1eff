// Models of Keras 3: each of the files that hold one gives Keras's parameters, shapes and numbers.
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';
import { type KerasTruth, kerasCases, kerasFiles } from './kerasCases.ts';
import { registerScaleShift } from './scaleShift.ts';

const library = layers as unknown as LayersLibrary;
registerScaleShift(layers);

interface Node {
  readonly outputTensors: readonly { readonly shape: readonly (number | null)[] }[];
}
interface BuiltLayer {
  readonly name: string;
  readonly inboundNodes: readonly Node[];
  readonly layers?: readonly BuiltLayer[];
  readonly weights: readonly { readonly shape: readonly number[] }[];
  readonly trainableWeights: readonly { readonly shape: readonly number[] }[];
}

const sizes = (list: readonly { readonly shape: readonly number[] }[]): number =>
  list.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);

/** Layers of a built model by path, with the shapes of their outputs for each call. */
function builtLayers(model: BuiltLayer, path = ''): Record<string, unknown> {
  return Object.fromEntries(
    (model.layers ?? []).flatMap((layer) => {
      const own = `${path}${layer.name}`;
      // the first node of a model is its making
      const calls = layer.inboundNodes.slice(layer.layers ? 1 : 0);
      const about = {
        calls: calls.map(({ outputTensors }) => outputTensors.map(({ shape }) => shape)),
        params: sizes(layer.weights),
        trainable: sizes(layer.trainableWeights),
      };
      return [[own, about], ...Object.entries(builtLayers(layer, `${own}/`))];
    }),
  );
}

/** A layer that another model has too is called there once more, with the same shapes. */
const expected = ({ layers: list }: KerasTruth, name: string): Record<string, unknown> =>
  Object.fromEntries(
    list.map(({ path, calls, params, trainable }) => [
      path,
      { calls: name === 'borrowed_layers' ? calls.slice(-1) : calls, params, trainable },
    ]),
  );

describe.each(kerasCases)('the Keras 3 model $name', ({ name, truth, path }) => {
  test.each(kerasFiles)('%s has the layers, shapes and parameters that Keras counts', async (file) => {
    const { model, openInputs, notes } = await loadModel(path(file), { layers: library });
    expect(notes ?? []).toEqual([]);
    const built = builtLayers(model as unknown as BuiltLayer);
    const known = expected(truth, name);
    // tf.js makes masks that Keras writes as operations, and a Sequential may list its input
    const paths = Object.keys(built).filter((layer) => layer in known);
    expect(
      Object.keys(known).filter((layer) => !/(^|\.)(not_equal|any)(_\d+)?$/.test(layer) && !paths.includes(layer)),
    ).toEqual([]);
    for (const layer of paths) expect({ [layer]: built[layer] }).toEqual({ [layer]: known[layer] });
    const whole = model as unknown as BuiltLayer;
    expect([sizes(whole.weights), sizes(whole.trainableWeights)]).toEqual([truth.params.total, truth.params.trainable]);
    expect(openInputs).toMatchObject(truth.inputs.map(({ shape }) => ({ shape })));
    const inputs = truth.values.inputs.map(({ shape, dtype = 'float32' }) => ({ shape, dtype }));
    const { outputs, values } = trace(model, inputs);
    expect([outputs].flat(9).map((id) => values[id as number]!.shape)).toEqual(
      truth.values.outputs.map(({ shape }) => shape),
    );
  });

  test.each(kerasFiles)('%s computes the numbers that Keras computes', async (file) => {
    const { model, fill } = await loadModel(path(file), { layers: library });
    await tf.setBackend('cpu');
    await fill!();
    const { tolerance, inputs, outputs } = truth.values;
    const tensors = inputs.map(({ data, shape, dtype = 'float32' }) => tf.tensor([...data], [...shape], dtype));
    const one = tensors.length === 1 ? tensors[0]! : tensors;
    const { predict } = model as unknown as { predict(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor | tf.Tensor[] };
    const computed = [predict.call(model, one)].flat();
    expect(computed.map(({ shape }) => shape)).toEqual(outputs.map(({ shape }) => shape));
    for (const [i, { data }] of outputs.entries()) {
      const numbers = Array.from(computed[i]!.dataSync());
      const worst = Math.max(...numbers.map((number, at) => Math.abs(number - data[at]!)));
      expect(worst).toBeLessThanOrEqual(tolerance);
    }
  });
});
