// Which class computes a layer of a Keras 3 file.
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import {
  activationName,
  type CallTemplate,
  callTemplate,
  isOperation,
  isPlainCall,
  layerClassName,
  registerKeras3,
  unsayableShape,
} from '../../src/kerasLayers/layers.ts';
import { families } from '../fixtures/keras3Cases.ts';

const names: { readonly layers: readonly string[]; readonly activations: readonly string[] } = JSON.parse(
  readFileSync(new URL('../golden/keras3/names/names.json', import.meta.url), 'utf8'),
);
registerKeras3(tfl);
const { classNameMap } = tf.serialization.SerializationMap.getMap();
const layer = (config: object = {}): Record<string, unknown> => ({ trainable: true, ...config });

/** Layers that no op of tf.js says, and why. */
const unsayable = {
  ContrastLimitedAdaptiveHistogramEqualization: 'histograms of tiles',
  Discretization: 'without boundaries, before adapt',
  FlaxLayer: 'code of another framework',
  HashedCrossing: 'hashes of strings',
  Hashing: 'hashes of strings',
  IntegerLookup: 'without a vocabulary, before adapt',
  JaxLayer: 'code of another framework',
  Lambda: 'Python code',
  Layer: 'the base class',
  MaxNumBoundingBoxes: 'boxes of images',
  StringLookup: 'strings',
  TFSMLayer: 'a SavedModel',
  TextVectorization: 'strings',
  TorchModuleWrapper: 'code of another framework',
  Wrapper: 'the base class of wrappers',
};

test('every layer of Keras has a class, or is known to have none', () => {
  const without = names.layers.filter((name) => layerClassName(name, layer()) === undefined);
  expect(without).toEqual(Object.keys(unsayable).sort((a, b) => (a < b ? -1 : 1)));
});

test('every class that is chosen is registered with tf.js', () => {
  const chosen = names.layers.flatMap((name) => layerClassName(name, layer()) ?? []);
  expect(chosen.filter((name) => !Object.hasOwn(classNameMap, name))).toEqual([]);
});

test('every layer of Keras that has a class has a case with its numbers', () => {
  const cases = new Set(families.flatMap(([, list]) => list.map((one) => one.layer.class_name)));
  const chosen = names.layers.filter((name) => layerClassName(name, layer()) !== undefined);
  // Keras cannot put these into a functional model, has them inside another layer alone, or writes another name
  const none = [
    'Equalization',
    'GroupedQueryAttention',
    'InputLayer',
    'LSTMCell',
    'GRUCell',
    'SimpleRNNCell',
    'StackedRNNCells',
  ];
  expect(chosen.filter((name) => !cases.has(name) && !none.includes(name))).toEqual([]);
});

test('every activation of Keras has a name in tf.js but threshold, which has arguments', () => {
  const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const missing = names.activations.filter((name) => !Object.hasOwn(classNameMap, camelCase(activationName(name))));
  expect(missing).toEqual(['threshold']);
});

test("registering leaves tf.js's own classes as they are", () => {
  expect(classNameMap.Conv2D![0].className).toBe('Conv2D');
  expect(classNameMap.hardSigmoid![0]).not.toBe(classNameMap['keras3>hardSigmoid']![0]);
});

describe('a layer that tf.js has', () => {
  test.each([
    ['Conv2D', { groups: 1 }, 'Conv2D'],
    ['Conv2D', { groups: 2 }, 'keras3>Conv2D'],
    ['GRU', { reset_after: true }, 'keras3>GRU'],
    ['GRU', { reset_after: false }, 'GRU'],
    ['GRU', { reset_after: true, stateful: true }, undefined],
    ['UpSampling2D', { interpolation: 'bilinear' }, 'keras3>UpSampling2D'],
    ['BatchNormalization', { axis: 1 }, 'keras3>BatchNormalization'],
    ['ELU', { alpha: 0.5 }, 'keras3>ELU'],
    ['Reshape', { target_shape: [2, 3] }, 'Reshape'],
    ['Reshape', { target_shape: [2, -1] }, 'keras3>Reshape'],
  ])('%s with %j is %s', (name, config, expected) => {
    expect(layerClassName(name, layer(config))).toBe(expected);
  });

  test('has a class of its own where its call has a mask', () => {
    const tensor = (name: string, shape: unknown) => ({
      class_name: '__keras_tensor__',
      config: { shape, dtype: 'float32', keras_history: [name, 0, 0] },
    });
    const masked = callTemplate({ args: [tensor('x', [null, 4, 2])], kwargs: { mask: tensor('m', [null, 4]) } });
    expect(masked.tensors).toEqual([
      ['x', 0, 0],
      ['m', 0, 0],
    ]);
    expect(layerClassName('LSTM', layer(), masked.template)).toBe('keras3>LSTM');
    const plain = callTemplate({ args: [tensor('x', [null, 4, 2])], kwargs: { mask: null, training: false } });
    expect(layerClassName('LSTM', layer(), plain.template)).toBe('LSTM');
  });

  test('is an operation where its config has no trainable, and Dropout over channels is none', () => {
    expect(layerClassName('Add', { name: 'add' })).toBe('keras3-ops>Add');
    expect(layerClassName('Add', layer())).toBe('Add');
    expect(isOperation('SpatialDropout2D', { rate: 0.5 })).toBe(false);
  });

  test('is never a property that every JavaScript object has', () => {
    expect(layerClassName('constructor', {})).toBe(undefined);
    expect(layerClassName('__proto__', layer())).toBe(undefined);
    expect(activationName('constructor')).toBe('constructor');
  });
});

describe('the template of a call', () => {
  const tensor = { class_name: '__keras_tensor__', config: { shape: [null, 2], keras_history: ['x', 0, 0] } };

  test('numbers its tensors, with one number for a tensor that is given twice', () => {
    const { template, tensors } = callTemplate({ args: [tensor, [tensor, 2.5]], kwargs: { mask: null } });
    expect(tensors).toEqual([['x', 0, 0]]);
    expect(template).toEqual({
      args: [{ tensor: 0 }, [{ tensor: 0 }, 2.5]],
      kwargs: { mask: null },
      shapes: [[null, 2]],
    } satisfies CallTemplate);
    expect(isPlainCall(template)).toBe(false);
  });

  test('has the entries of a dictionary in the order of their sorted keys', () => {
    const { template } = callTemplate({ args: [{ b: 1, a: tensor }], kwargs: {} });
    expect(template.args).toEqual([
      {
        dict: [
          ['a', { tensor: 0 }],
          ['b', 1],
        ],
      },
    ]);
  });

  test('has slices, the ellipsis and constants as plain data', () => {
    const slice = { class_name: '__slice__', config: { start: null, stop: 2, step: null } };
    const constant = { class_name: '__tensor__', config: { value: [1, 2], dtype: 'float32' } };
    const { template } = callTemplate({
      args: [tensor, [{ class_name: '__ellipsis__' }, slice], constant],
      kwargs: {},
    });
    expect(template.args.slice(1)).toEqual([
      [{ ellipsis: true }, { slice: [null, 2, null] }],
      { constant: [1, 2], dtype: 'float32' },
    ]);
  });

  test('is refused for an argument that is neither a tensor nor plain data', () => {
    expect(() => callTemplate({ args: [{ class_name: 'Lambda', config: {} }], kwargs: {} })).toThrow(
      'an argument of a call must be a tensor or plain data, got "Lambda"',
    );
  });
});

describe('the shape of a layer that tf.js cannot run', () => {
  test.each([
    ['StringLookup', { output_mode: 'int' }, [null, 4], [null, 4]],
    ['StringLookup', { output_mode: 'one_hot', vocabulary: ['a', 'b'], num_oov_indices: 1 }, [null, 4], [null, 4, 3]],
    ['StringLookup', { output_mode: 'multi_hot', vocabulary: 'vocabulary.txt' }, [null, 4], [null, null]],
    ['TextVectorization', { output_mode: 'int', output_sequence_length: 7 }, [null], [null, 7]],
    ['TextVectorization', { output_mode: 'multi_hot', pad_to_max_tokens: true, max_tokens: 9 }, [null], [null, 9]],
    ['Hashing', { num_bins: 5 }, [null, 3], [null, 3]],
    ['Hashing', { num_bins: 5, output_mode: 'one_hot' }, [null, 1], [null, 5]],
    ['HashedCrossing', { num_bins: 5, output_mode: 'one_hot' }, [null, 1], [null, 5]],
    ['Discretization', { num_bins: 4, output_mode: 'int' }, [null, 3], [null, 3]],
    [
      'GRU',
      { units: 3, return_sequences: true, return_state: true },
      [2, 5, 4],
      [
        [2, 5, 3],
        [2, 3],
      ],
    ],
    ['Lambda', {}, [null, 3], undefined],
    ['Lambda', { output_shape: [2, null] }, [5, 3], [5, 2, null]],
  ])('%s %j of %j is %j', (name, config, shape, expected) => {
    expect(unsayableShape(name, config, shape)).toEqual(expected);
  });
});

test('every operation has a case with its numbers', () => {
  const cases = new Set(families.flatMap(([, list]) => list.map((one) => one.layer.class_name)));
  // Keras's own functions make an Absolute
  expect([...registerKeras3(tfl).operations.keys()].filter((name) => !cases.has(name))).toEqual(['Abs']);
});
