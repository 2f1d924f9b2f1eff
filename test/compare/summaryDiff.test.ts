// The comparison of two models: what is one change, what is none, and what has its values named.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { loop, small } from '../fixtures/convertedModels.ts';
import { modelOf } from '../fixtures/converting.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const { layers } = tfl;
const savedOf = (model: viz.Traceable, size: number[]): viz.SummaryData =>
  viz.summaryData(viz.summary(model, size).facts);
/** Both models on one input size. */
const diff = (before: viz.Traceable, after: viz.Traceable, size = [4]): viz.SummaryDiff =>
  viz.diffSummaries(savedOf(before, size), savedOf(after, size));
/** The lines of layers. */
const lines = (result: viz.SummaryDiff): string[] =>
  viz
    .renderDiff(result)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^(params|trainable params|MACs|inference peak beside params|training step): /.test(line));
const changes = ({ layers: found }: viz.SummaryDiff): string[] =>
  found.map(({ kind, fields }) => `${kind} ${fields.map(({ field }) => field).join(' ')}`);

class Block extends nn.Module {
  readonly fc = new nn.Linear(4, 4);
  readonly act: nn.Module;
  readonly drop: nn.Dropout;
  constructor(rate = 0.1, act: nn.Module = new nn.ReLU()) {
    super();
    this.act = act;
    this.drop = new nn.Dropout(rate);
  }
  override forward(x: tf.Tensor): tf.Tensor {
    return tf.add(x, this.drop.apply(this.act.apply(this.fc.apply(x))));
  }
}
const stack = (count: number, make: (index: number) => nn.AnyModule = () => new Block()): nn.Sequential =>
  new nn.Sequential(...Array.from({ length: count }, (_, i) => make(i)));

describe('equal models', () => {
  const twice: [string, () => viz.Traceable, number[]][] = [
    ['tf.layers without names', () => tfl.sequential({ layers: [layers.dense({ inputShape: [4], units: 3 })] }), [4]],
    [
      'a recurrent layer',
      () => tfl.sequential({ layers: [layers.lstm({ inputShape: [5, 3], units: 2, recurrentInitializer: 'zeros' })] }),
      [5, 3],
    ],
    [
      'a wrapped layer',
      () => {
        const layer = layers.gru({ units: 2, recurrentInitializer: 'zeros' }) as unknown as tfl.RNN;
        return tfl.sequential({ layers: [layers.bidirectional({ inputShape: [5, 3], layer, mergeMode: 'concat' })] });
      },
      [5, 3],
    ],
    ['a shared layer', () => tied(true), [4]],
    ['blocks', () => stack(3), [4]],
    ['a function that draws numbers', () => (x: tf.Tensor) => tf.add(x, tf.randomNormal(x.shape)), [4]],
    [
      'a function whose variables have no names',
      () => {
        const weight = tf.variable(tf.ones([4, 2]));
        return (x: tf.Tensor) => tf.matMul(x as tf.Tensor2D, weight as tf.Tensor2D);
      },
      [4],
    ],
    [
      'a function that runs tf.layers, without names and with names that are taken twice',
      () => {
        const all = [layers.dense({ units: 3 }), layers.dense({ units: 3, name: 'named' })];
        const model = tfl.sequential({ layers: [layers.inputLayer({ inputShape: [4] }), ...all] });
        return (x: tf.Tensor) => model.apply(x) as tf.Tensor;
      },
      [4],
    ],
  ];
  test.each(twice)('%s, made twice, do not differ', (_, make, size) => {
    const result = diff(make(), make(), size);
    expect([result.equal, result.layers, result.reshaped]).toEqual([true, [], []]);
  });
});

test('of two layers that change places the same one has moved, whichever model is the first', () => {
  const sequence = (swapped: boolean): tfl.Sequential => {
    const all = [layers.dense({ units: 4 }), layers.dropout({ rate: 0.5 })];
    return tfl.sequential({
      layers: [layers.inputLayer({ inputShape: [4] }), ...(swapped ? all.reverse() : all), layers.dense({ units: 2 })],
    });
  };
  const moved = (result: viz.SummaryDiff): string[] => result.layers.map(({ kind, type }) => `${kind} ${type}`).sort();
  const [a, b] = [sequence(false), sequence(true)];
  expect(moved(diff(a, b))).toEqual(['added Dropout', 'removed Dropout']);
  expect(moved(diff(b, a))).toEqual(['added Dropout', 'removed Dropout']);
});

describe('a Dropout, which hands on what it takes', () => {
  const between = (...held: tfl.layers.Layer[]): tfl.Sequential =>
    tfl.sequential({ layers: [layers.dense({ inputShape: [4], units: 4 }), ...held, layers.dense({ units: 2 })] });
  const models = {
    'of tf.layers': [between(layers.dropout({ rate: 0.5 })), between(layers.reLU()), between()],
    'of a Module': [[new nn.Dropout(0.5)], [new nn.ReLU()], []].map(
      (held) => new nn.Sequential(new nn.Linear(4, 4), ...held, new nn.Linear(4, 2)),
    ),
  } satisfies Readonly<Record<string, readonly viz.Traceable[]>>;
  test.each(Object.entries(models))('%s is one change: in place of another layer, removed and added', (_, all) => {
    const [dropout, relu, none] = all as unknown as readonly [viz.Traceable, viz.Traceable, viz.Traceable];
    expect(changes(diff(dropout, relu)).map((change) => change.split(' ')[0])).toEqual(['changed']);
    expect(changes(diff(dropout, none))).toEqual(['removed layer']);
    expect(changes(diff(none, dropout))).toEqual(['added layer']);
  });
});

test('another activation of a layer that runs several times is one change', () => {
  const repeated = (activation: 'relu' | 'tanh'): tfl.Sequential => {
    const layer = layers.dense({ units: 3, activation });
    return tfl.sequential({ layers: [layers.timeDistributed({ layer, inputShape: [5, 4] })] });
  };
  expect(changes(diff(repeated('relu'), repeated('tanh'), [5, 4]))).toEqual(['changed settings.activation']);
});

describe('layers that were added or removed', () => {
  test('at any position of a stack, are the only change', () => {
    for (const at of [0, 1, 2, 4]) {
      const units = [4, 8, 8, 4];
      const build = (inserted: boolean) =>
        new nn.Sequential(
          ...units
            .map((n, i): nn.AnyModule => new nn.Linear(units[i - 1] ?? 4, n))
            .toSpliced(at, 0, ...(inserted ? [new nn.ReLU()] : [])),
        );
      expect(changes(diff(build(false), build(true)))).toEqual(['added layer']);
      expect(changes(diff(build(true), build(false)))).toEqual(['removed layer']);
    }
  });

  test('are one line for equal blocks, with what they hold', () => {
    expect(lines(diff(stack(12), stack(14)))).toEqual(['+ 12…13: 2 x Block, 20 params in 4 layers']);
  });

  test('in a list are told by their path', () => {
    class Listed extends nn.Module {
      readonly steps: nn.ModuleList;
      constructor(count: number) {
        super();
        this.steps = new nn.ModuleList(Array.from({ length: count }, () => new nn.Linear(4, 4)));
      }
      override forward(x: tf.Tensor): tf.Tensor {
        return [...this.steps].reduce((y, step) => step.apply(y) as tf.Tensor, x);
      }
    }
    expect(lines(diff(new Listed(2), new Listed(3)))).toEqual(['+ steps.2: Linear, 20 params']);
  });
});

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

function tied(again: boolean): tfl.LayersModel {
  const x = tfl.input({ shape: [4] });
  const [first, second] = [layers.dense({ units: 4 }), layers.dense({ units: 4 })];
  const y = second.apply(first.apply(x));
  return tfl.model({ inputs: x, outputs: (again ? first : second).apply(y) as tfl.SymbolicTensor });
}

describe('what no layer’s settings hold', () => {
  const unnamed = (fn: (x: tf.Tensor) => tf.Tensor) => fn;
  test.each<[string, viz.Traceable, viz.Traceable, string]>([
    ['an op', unnamed((x) => tf.relu(x)), unnamed((x) => tf.tanh(x)), 'ops: Relu -> Tanh'],
    [
      'an attribute',
      unnamed((x) => tf.leakyRelu(x, 0.1)),
      unnamed((x) => tf.leakyRelu(x, 0.2)),
      'computation: LeakyRelu(%0){alpha=0.1} -> LeakyRelu(%0){alpha=0.2}',
    ],
    [
      'a number',
      unnamed((x) => tf.mul(x, 0.5)),
      unnamed((x) => tf.mul(x, 0.7)),
      'computation: Multiply(%0, 0.5) -> Multiply(%0, 0.7)',
    ],
  ])('%s of a function is named', (_, before, after, line) => {
    expect(lines(diff(before, after)).slice(1)).toEqual([`    ${line}`]);
  });

  test('which layer a later one reads is named', () => {
    const build = (near: boolean) => {
      const x = tfl.input({ shape: [4] });
      const apply = (y: tfl.SymbolicTensor) => layers.dense({ units: 4 }).apply(y) as tfl.SymbolicTensor;
      const a = apply(x);
      const b = apply(a);
      const c = apply(b);
      return tfl.model({
        inputs: x,
        outputs: layers.add({ name: 'sum' }).apply([c, near ? b : a]) as tfl.SymbolicTensor,
      });
    };
    expect(lines(diff(build(true), build(false))).slice(1)).toEqual(['    computation: sum(%3, %2) -> sum(%3, %1)']);
  });

  test('which layer is called a second time is named', () => {
    const result = diff(tied(true), tied(false));
    expect(changes(result)).toEqual(['changed sharedWith']);
    expect(result.layers[0]!.layer).toMatch(/^dense_Dense\d+ #2$/);
  });
});

describe('converted models', () => {
  test('a model does not differ from itself, with a loop too', async () => {
    const result = diff(await modelOf(small), await modelOf(small), [4, 4, 3]);
    expect([result.equal, result.layers]).toEqual([true, []]);
    const dtypes = ['float32', 'string'] as const;
    const looped = async () => viz.summaryData(viz.summary(await modelOf(loop), [[2], []], { dtypes }).facts);
    expect(viz.diffSummaries(await looped(), await looped()).equal).toBe(true);
  });

  const attribute = (name: string, attr: object) => ({
    ...small,
    nodes: small.nodes.map((node) => (node.name === name ? { ...node, attr: { ...node.attr, ...attr } } : node)),
  });
  const dilated = attribute('net/conv_1/Relu', { dilations: { list: { i: ['1', '2', '2', '1'] } } });
  const added = {
    ...small,
    nodes: small.nodes.map((node) => (node.op === 'Mul' ? { ...node, op: 'AddV2' } : node)),
  };
  test.each([
    ['the dilation of a convolution', dilated, '~ net.conv_1 (conv)', 'dilations: [1, 1] -> [2, 2]'],
    [
      'the slope of a fused activation',
      attribute('net/dense_3/LeakyRelu', { leakyrelu_alpha: { f: 0.1 } }),
      '~ net.dense_3 (dense)',
      'leakyreluAlpha: 0.3 -> 0.1',
    ],
    ['an op of another kind', added, '~ net (net)', 'ops: Mul -> AddV2'],
  ])('%s is named with its scope', async (_, model, scope, line) => {
    const found = diff(await modelOf(small), await modelOf(model), [4, 4, 3]);
    expect(lines(found).slice(0, 2)).toEqual([scope, `    ${line}`]);
    expect(found.layers).toHaveLength(1);
  });
});

describe('constants', () => {
  const plus = (make: () => tf.Tensor) => (x: tf.Tensor) => tf.add(x, make());
  test.each<[string, () => tf.Tensor, () => tf.Tensor]>([
    ['one of four numbers', () => tf.tensor1d([1, 2, 3, 4]), () => tf.tensor1d([1, 2, 3, 5])],
    ['the order of numbers', () => tf.tensor1d([1, 2, 3, 4]), () => tf.tensor1d([1, 3, 2, 4])],
    ['the sign of a zero', () => tf.div(1, 0), () => tf.div(1, -0)],
  ])('that a forward pass makes are compared: %s', (_, a, b) => {
    expect(diff(plus(a), plus(a)).equal).toBe(true);
    expect(changes(diff(plus(a), plus(b)))).toEqual(['changed computation']);
  });

  test('that are drawn anew at each call do not differ', () => {
    for (const shape of [[], [4]])
      expect(
        diff(
          plus(() => tf.randomUniform(shape)),
          plus(() => tf.randomUniform(shape)),
        ).equal,
      ).toBe(true);
  });

  test('that a model holds are not compared, and a note says so', () => {
    class Holds extends nn.Module {
      readonly table: tf.Tensor;
      constructor(table: tf.Tensor) {
        super();
        this.table = table;
      }
      override forward(x: tf.Tensor): tf.Tensor {
        return tf.add(x, this.table);
      }
    }
    const { equal, notes } = diff(new Holds(tf.tensor1d([1, 2, 3, 4])), new Holds(tf.tensor1d([1, 2, 3, 5])));
    expect({ equal, notes }).toEqual({
      equal: true,
      notes: ['tensors that a layer holds beside its parameters, such as states, are not compared: the model itself'],
    });
  });
});
