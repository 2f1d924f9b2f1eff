// The comparison of models that have the same layers with other settings.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { Block, changes, diff, lines, savedOf, stack } from './diffCase.ts';

const { layers } = tfl;

describe('a changed layer', () => {
  test('in the middle of equal blocks is that layer', () => {
    const after = stack(12, (i) => new Block(i === 3 || i === 7 ? 0.3 : 0.1));
    expect(lines(diff(stack(12), after))).toEqual(['~ 3.drop, 7.drop (2 x Dropout)', '    p: 0.1 -> 0.3']);
  });

  test('whose class is another activation’s is one change', () => {
    const after = stack(12, () => new Block(0.1, new nn.GELU()));
    expect(lines(diff(stack(12), after))).toEqual(['~ 0…11.act (12 x GELU)', '    type: ReLU -> GELU']);
    const [relu, gelu] = [new nn.ReLU(), new nn.GELU()].map((act) => new nn.Sequential(new nn.Linear(4, 4), act));
    expect(changes(diff(relu!, gelu!))).toEqual(['changed type']);
  });

  test('that an author renamed is one change', () => {
    class Named extends nn.Module {
      constructor(name: string) {
        super();
        Object.assign(this, { [name]: new nn.Linear(4, 4) });
      }
      override forward(x: tf.Tensor): tf.Tensor {
        return [...this.namedChildren()].reduce((y, [, child]) => child.apply(y) as tf.Tensor, x);
      }
    }
    expect(lines(diff(new Named('head'), new Named('tail')))).toEqual([
      '~ head -> tail (Linear)',
      '    name: head -> tail',
    ]);
  });

  test.each<[string, Parameters<typeof layers.conv2d>[0], string]>([
    ['strides', { filters: 3, kernelSize: 3, padding: 'same', strides: 2 }, 'strides: [1, 1] -> [2, 2]'],
    ['dilation', { filters: 3, kernelSize: 3, padding: 'same', dilationRate: 2 }, 'dilationRate: [1, 1] -> [2, 2]'],
    ['padding', { filters: 3, kernelSize: 3 }, 'padding: same -> valid'],
    ['activation', { filters: 3, kernelSize: 3, padding: 'same', activation: 'elu' }, 'activation: linear -> elu'],
    [
      'regularizer',
      { filters: 3, kernelSize: 3, padding: 'same', kernelRegularizer: 'l1l2' },
      'kernelRegularizer: null -> L1L2(l1=0.01, l2=0.01)',
    ],
  ])('of tf.layers has its %s named with both values', (_, options, line) => {
    const build = (config: Parameters<typeof layers.conv2d>[0]) =>
      tfl.sequential({ layers: [layers.conv2d({ inputShape: [9, 9, 2], name: 'conv', ...config })] });
    const result = diff(build({ filters: 3, kernelSize: 3, padding: 'same' }), build(options), [9, 9, 2]);
    expect(lines(result).slice(0, 2)).toEqual(['~ conv (Conv2D)', `    ${line}`]);
    expect(changes(result)).toHaveLength(1);
  });

  test('with a cell is told once, at the cell', () => {
    const build = (units: number) =>
      tfl.sequential({
        layers: [layers.lstm({ inputShape: [5, 3], units, name: 'r', recurrentInitializer: 'zeros' })],
      });
    const { layers: found } = diff(build(3), build(4), [5, 3]);
    expect(found.map(({ layer }) => layer)).toEqual(['r.cell']);
  });

  describe('that makes another mask is told once', () => {
    const zeros = { recurrentInitializer: 'zeros' } as const;
    const kinds: Record<string, () => tfl.layers.Layer> = {
      LSTM: () => layers.lstm({ units: 3, name: 'reads', ...zeros }),
      GRU: () => layers.gru({ units: 3, name: 'reads', ...zeros }),
      Bidirectional: () =>
        layers.bidirectional({ layer: layers.simpleRNN({ units: 3, ...zeros }), mergeMode: 'sum', name: 'reads' }),
      Flatten: () => layers.flatten({ name: 'reads' }),
    };
    const makers: readonly (readonly [string, (masks: boolean) => tfl.layers.Layer, number[], readonly string[]])[] = [
      [
        'an Embedding with maskZero',
        (maskZero) => layers.embedding({ inputDim: 9, outputDim: 4, inputLength: 5, name: 'makes', maskZero }),
        [5],
        ['~ makes (Embedding)', '    maskZero: false -> true'],
      ],
      [
        'a Masking of another value',
        (masks) => layers.masking({ inputShape: [5, 4], name: 'makes', maskValue: masks ? 1 : 0 }),
        [5, 4],
        ['~ makes (Masking)', '    maskValue: 0 -> 1'],
      ],
      [
        'a Masking in place of an Activation',
        (masks) =>
          masks
            ? layers.masking({ inputShape: [5, 4], name: 'makes' })
            : layers.activation({ inputShape: [5, 4], name: 'makes', activation: 'linear' }),
        [5, 4],
        ['~ makes (Masking)', '    type: Activation -> Masking'],
      ],
    ];
    for (const [maker, make, size, told] of makers)
      test.each(Object.entries(kinds))(`by ${maker}, before %s`, (_, read) => {
        const build = (masks: boolean) => tfl.sequential({ layers: [make(masks), read(), layers.dense({ units: 2 })] });
        const result = diff(build(false), build(true), size);
        expect(changes(result)).toHaveLength(1);
        expect(lines(result).slice(0, 2)).toEqual(told);
        for (const { layer, fields } of result.reshaped) {
          expect(layer).toMatch(/^reads/);
          expect(fields).toEqual([{ field: 'mask', before: 'no', after: 'yes' }]);
        }
        expect(diff(build(true), build(true), size).equal).toBe(true);
        expect(diff(build(true), build(false), size).layers).toHaveLength(1);
      });

    test('where its own code makes it, with no other difference', () => {
      class Masks extends layers.Layer {
        static readonly className = 'Masks';
        readonly #mask: (x: tf.Tensor) => tf.Tensor;
        constructor(mask: (x: tf.Tensor) => tf.Tensor) {
          super({ inputShape: [5, 4], name: 'masks' });
          this.supportsMasking = true;
          this.#mask = mask;
        }
        override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
          return tf.add([inputs].flat()[0]!, 1);
        }
        override computeMask(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
          return tf.any(this.#mask([inputs].flat()[0]!), -1);
        }
      }
      const build = (mask: (x: tf.Tensor) => tf.Tensor) =>
        tfl.sequential({ layers: [new Masks(mask), layers.lstm({ units: 3, ...zeros })] });
      const result = diff(
        build((x) => tf.less(x, 0)),
        build((x) => tf.greater(x, 0)),
        [5, 4],
      );
      expect(lines(result).slice(0, 2)).toEqual([
        '~ masks (Masks)',
        '    ops: mask Less, mask Any, mask Less -> mask Greater, mask Any, mask Greater',
      ]);
      expect(changes(result)).toHaveLength(1);
    });
  });

  test('whose parameters do not train any more says so', () => {
    const frozen = stack(2);
    for (const [path, parameter] of frozen.namedParameters()) if (path.startsWith('1.')) parameter.requiresGrad = false;
    expect(lines(diff(stack(2), frozen))).toEqual(['~ 1.fc (Linear)', '    trains: yes -> no']);
  });

  test('is the same layer when it was only called on other shapes', () => {
    const build = (width: number) => new nn.Sequential(new nn.Linear(4, width), new nn.ReLU(), new nn.Linear(width, 2));
    const result = diff(build(4), build(6));
    expect(result.layers.map(({ layer }) => layer)).toEqual(['0', '2']);
    expect(result.reshaped.map(({ layer }) => layer)).toEqual(['1']);
    const sizes = viz.diffSummaries(savedOf(stack(2), [1, 4]), savedOf(stack(2), [2, 4]));
    expect([sizes.equal, sizes.layers]).toEqual([false, []]);
    expect(lines(sizes)[0]).toContain('in shapes or MACs alone: (model) inputs [2, 1, 4] -> [2, 2, 4]');
  });
});
