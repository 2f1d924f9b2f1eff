// Which parameters of tf.layers train: what `model.trainableWeights` lists, and what one step of `fit` changes.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Summary, type SummaryOptions, summary, trace } from '../../../../src/index.ts';
import { buildModel } from '../../../../src/load/layersModelJson.ts';
import * as frozen from '../../../fixtures/models/frozen.ts';

const { layers } = tfl;
type Model = tfl.LayersModel;
type Weights = Model['weights'];

const models: Readonly<Record<string, () => Model>> = { ...frozen };
/** Frozen parts that tf.js trains once it has read them from a model.json: it keeps no flag of a nested model, a weight or a Bidirectional. */
const unsaved: readonly string[] = ['nested', 'sharedWithFrozen', 'oneWeight', 'recurrent'];

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const sizeOf = (weights: Weights): number =>
  weights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape as number[]), 0);
const inputOf = (model: Model): number[] => model.inputs[0]!.shape.slice(1) as number[];
const of = (model: Model, options: SummaryOptions = {}): Summary => summary(model, inputOf(model), options);
const trainableLine = (model: Model, style: NonNullable<SummaryOptions['style']>): string =>
  /Trainable params: +([\d,]+)/.exec(`${of(model, { style })}`)![1]!;

/** Weights that one step of `fit` changes. */
async function changedByFit(model: Model): Promise<Weights> {
  const before = model.weights.map((weight) => weight.read().dataSync().slice());
  const [x, y] = [model.inputs, model.outputs].map(([tensor]) =>
    tf.randomNormal([8, ...(tensor!.shape.slice(1) as number[])]),
  );
  await model.fit(x!, y!, { epochs: 1, verbose: 0, yieldEvery: 'never' });
  tf.dispose([x!, y!]);
  return model.weights.filter((weight, i) =>
    weight
      .read()
      .dataSync()
      .some((value, j) => value !== before[i]![j]),
  );
}
const compile = (model: Model): void => model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });

async function throughJson(model: Model): Promise<Model> {
  const { modelTopology } = await new Promise<tf.io.ModelArtifacts>((resolve) => {
    void model.save({
      save: async (artifacts) => {
        resolve(artifacts);
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
      },
    });
  });
  return (await buildModel(tfl as never, JSON.parse(JSON.stringify(modelTopology)))) as unknown as Model;
}

describe.each([
  ['free', 75, 75],
  ['flagged', 75, 15],
  ['assigned', 75, 15],
  ['loop', 105, 15],
  ['recurrent', 156, 12],
  ['norm', 95, 15],
  ['timeDistributed', 17, 8],
  ['ignoredByWrapper', 17, 17],
  ['stackedCells', 95, 6],
  ['nested', 31, 6],
  ['sharedWithFrozen', 71, 35],
  ['oneWeight', 75, 20],
  ['freeNorm', 26, 16],
] as const)('%s: of %i parameters %i train', (name, params, trainable) => {
  test('every style, the training memory and the json count the weights that train', () => {
    const model = models[name]!();
    const { totals, facts } = of(model, { style: 'json' });
    expect([totals.params, totals.trainable]).toEqual([params, trainable]);
    expect(sizeOf(model.trainableWeights)).toBe(trainable);
    expect(totals.training.gradientsBytes).toBe(4 * trainable);
    expect(facts.root.total.trainable).toBe(trainable);
    for (const style of ['table', 'torchinfo'] as const) expect(trainableLine(model, style)).toBe(`${trainable}`);
  });

  test('a step of fit changes exactly the weights that count as trainable', async () => {
    const model = models[name]!();
    compile(model);
    const record = trace(model, [{ shape: [2, ...inputOf(model)] }]);
    const changed = await changedByFit(model);
    const listed = new Set(model.trainableWeights);
    // a moving average is no gradient step
    expect(changed.filter((weight) => !listed.has(weight) && !/moving/.test(weight.originalName))).toEqual([]);
    expect(changed.length).toBeGreaterThan(0);
    expect(record.modules.flatMap(({ parameters }) => parameters).some((p) => 'changedByFit' in p)).toBe(false);
  });

  test('a model.json gives the same counts', async () => {
    const model = await throughJson(models[name]!());
    const { totals } = of(model);
    expect([totals.params, totals.trainable]).toEqual([model.countParams(), sizeOf(model.trainableWeights)]);
    if (!unsaved.includes(name)) expect([totals.params, totals.trainable]).toEqual([params, trainable]);
  });
});

test('a wrapper that tf.js trains in spite of its flag has a note', async () => {
  const note = (name: string) =>
    `tf.js trains ${name} in spite of trainable: false, which it heeds only if it is set afterwards`;
  expect(of(frozen.ignoredByWrapper()).notes).toEqual([note('td (TimeDistributed)')]);
  expect(of(frozen.recurrent()).notes).toEqual([]);
  expect(of(await throughJson(frozen.recurrent())).notes).toEqual([note('both (Bidirectional)')]);
});

test('torchsummary counts only the weights of a layer that train', () => {
  expect(trainableLine(frozen.freeNorm(), 'torchsummary')).toBe('16');
  expect(trainableLine(frozen.flagged(), 'torchsummary')).toBe('15');
});

test('less memory is needed to train a frozen layer, and a larger batch fits', () => {
  const budget = (model: Model) => of(model, { style: 'json', memoryBudgetBytes: 4000 }).totals.budget!.trainingBatch!;
  expect(budget(frozen.flagged())).toBeGreaterThan(budget(frozen.free()));
});

describe('where fit and model.trainableWeights disagree, a note names the layers', () => {
  const frozenFirst = (): tfl.Sequential => {
    const base = tfl.sequential({
      name: 'base',
      layers: [layers.dense({ units: 5, inputShape: [4], name: 'a' }), layers.dense({ units: 5, name: 'b' })],
    });
    base.trainable = false;
    const model = tfl.sequential();
    model.add(base);
    model.add(layers.dense({ units: 2, name: 'head' }));
    return model;
  };
  const lstm = (): tfl.Sequential =>
    tfl.sequential({
      layers: [
        layers.lstm({ units: 3, inputShape: [4, 2], recurrentInitializer: 'glorotUniform', name: 'lstm' }),
        layers.dense({ units: 2, name: 'head' }),
      ],
    });
  const changes = (names: string): string =>
    `fit() changes ${names} too, which model.trainableWeights does not list: freeze layers, not a weight alone or a model that a Sequential begins with, and compile afterwards`;
  const waits = (names: string): string =>
    `fit() does not change ${names} before the model is compiled again, though model.trainableWeights lists it`;

  test.each([
    ['a frozen model that a Sequential begins with', () => frozenFirst(), changes('base.a, base.b')],
    [
      'the same, compiled',
      () => {
        const model = frozenFirst();
        compile(model);
        return model;
      },
      changes('base.a, base.b'),
    ],
    [
      'a weight of a Sequential',
      () => {
        const model = frozen.free();
        model.weights[0]!.trainable = false;
        return model;
      },
      changes('a'),
    ],
    [
      'a recurrent layer frozen after compile',
      () => {
        const model = lstm();
        compile(model);
        model.layers[0]!.trainable = false;
        return model;
      },
      changes('lstm.cell'),
    ],
    [
      'a layer freed after compile',
      () => {
        const model = frozen.flagged();
        compile(model);
        model.layers[0]!.trainable = true;
        return model;
      },
      waits('a'),
    ],
  ] as const)('of %s', async (_, make, note) => {
    const model = make();
    expect(of(model).notes).toEqual([note]);
    const record = trace(model, [{ shape: [2, ...inputOf(model)] }]);
    const parameters = record.modules.flatMap((module) => module.parameters);
    const fits = parameters.filter((p) => p.changedByFit ?? p.requiresGrad).reduce((sum, { size }) => sum + size, 0);
    if (!model.optimizer) compile(model);
    expect(sizeOf(await changedByFit(model))).toBe(fits);
  });
});

test('a frozen Sequential trains nothing, nor do the models in it', () => {
  const inner = tfl.sequential({ layers: [layers.dense({ units: 5, inputShape: [5] })] });
  const model = tfl.sequential({ layers: [layers.dense({ units: 5, inputShape: [4] }), inner] });
  model.trainable = false;
  expect([of(model).totals.trainable, of(model).notes]).toEqual([0, []]);
  compile(model);
  expect(
    (model as unknown as { model: { collectedTrainableWeights: unknown } }).model.collectedTrainableWeights,
  ).toEqual([]);
});

test('a trace that builds a Sequential leaves the flags of its weights', () => {
  const model = frozen.free();
  const { weights } = model;
  weights[0]!.trainable = false;
  expect(model.built).toBe(false);
  trace(model, [{ shape: [2, 11] }]);
  expect([model.built, ...weights.map(({ trainable }) => trainable)]).toEqual([true, false, true, true]);
});

describe('layers that a custom layer holds', () => {
  class Holds extends tfl.layers.Layer {
    readonly inner = layers.dense({ units: 3, name: 'inner' });
    readonly relu = layers.reLU();
    override call(x: tf.Tensor | tf.Tensor[]): tf.Tensor {
      return this.relu.apply(this.inner.apply([x].flat()[0]!)) as tf.Tensor;
    }
    override computeOutputShape(shape: tfl.Shape): tfl.Shape {
      return [...(shape as number[]).slice(0, -1), 3];
    }
    static get className(): string {
      return 'Holds';
    }
  }
  class Lists extends Holds {
    override build(shape: tfl.Shape): void {
      this.inner.build(shape);
      super.build(shape);
    }
    override get trainableWeights() {
      return this.inner.trainableWeights;
    }
    static override get className(): string {
      return 'Lists';
    }
  }
  const around = (...held: tfl.layers.Layer[]): tfl.Sequential =>
    tfl.sequential({
      layers: [layers.inputLayer({ inputShape: [3] }), ...held, layers.dense({ units: 2, name: 'head' })],
    });

  test('are in the table, with a note that tf.js neither trains nor saves them', async () => {
    const model = around(new Holds({ name: 'holds' }));
    const { totals, notes } = of(model, { style: 'json' });
    expect([totals.params, totals.trainable]).toEqual([12 + 8, 8]);
    expect(notes).toEqual([
      'tf.js neither trains nor saves the weights of holds.inner: held by a custom layer that does not list them among its own',
    ]);
    const inner = (model.layers[1] as Holds).inner.getWeights().map((weight) => weight.arraySync());
    compile(model);
    expect(sizeOf(await changedByFit(model))).toBe(8);
    expect((model.layers[1] as Holds).inner.getWeights().map((weight) => weight.arraySync())).toEqual(inner);
  });

  test('have no note if the custom layer lists their weights', async () => {
    const model = around(new Lists({ name: 'lists' }));
    const { totals, notes } = of(model);
    expect([totals.params, totals.trainable, notes]).toEqual([20, 20, []]);
    compile(model);
    expect(sizeOf(await changedByFit(model))).toBe(20);
  });

  test('are named in the note up to five', () => {
    const model = around(...[1, 2, 3, 4, 5, 6, 7].map((i) => new Holds({ name: `h${i}` })));
    expect(of(model).notes[0]).toContain('h4.inner, h5.inner and 2 more layers: held');
  });
});
