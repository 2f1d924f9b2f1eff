// Trainings of tf.layers on the cpu, and what the callback wrote of them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import * as otherCopy from 'tfjs-layers-again';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryStorage, pointsOf, readEvents, readGraph, tensorBoardCallback } from '../../src/index.ts';
import { tensorBoardCallback as handlersAlone } from '../../src/keras/tensorBoardCallback.ts';

const folder = mkdtempSync(join(tmpdir(), 'callback-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => tf.setBackend('cpu'));
const logdir = () => mkdtempSync(join(folder, 'logs-'));

function classifier(): layers.Sequential {
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 4, inputShape: [3], activation: 'relu', name: 'hidden' }),
      layers.layers.dense({ units: 2, activation: 'softmax', name: 'head' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

const part = (from: number, count: number) => ({
  xs: tf.tensor2d(
    Array.from({ length: 3 * count }, (_, i) => Math.sin(3 * from + i)),
    [count, 3],
  ),
  ys: tf.tensor2d(
    Array.from({ length: 2 * count }, (_, i) => (i + (i >> 1)) % 2),
    [count, 2],
  ),
});
const xs = () => part(0, 12).xs;
const ys = () => part(0, 12).ys;

/** Each tag of each run: the steps it was written at, and the numbers of scalars. */
async function written(path: string): Promise<{ steps: Record<string, number[]>; numbers: Record<string, number[]> }> {
  const steps: Record<string, number[]> = {};
  const numbers: Record<string, number[]> = {};
  for await (const points of pointsOf(path))
    for (const { run, step, value } of points) {
      const name = `${run} ${value.tag}`;
      steps[name] = [...(steps[name] ?? []), step];
      if (value.scalar !== undefined) numbers[name] = [...(numbers[name] ?? []), value.scalar];
    }
  return { steps, numbers };
}

test('fit writes epochs, batches, histograms, images and the graph under Keras’s names', async () => {
  const logs = logdir();
  const model = classifier();
  const [x, y] = [xs(), ys()];
  // the optimizer makes its moments in the first fit
  await model.fit(x, y, { epochs: 1, verbose: 0 });
  const before = tf.memory().numTensors;
  const callbacks = tensorBoardCallback(logs, { model, updateFreq: 2, histogramFreq: 2, writeImages: true });
  const { history } = await model.fit(x, y, {
    epochs: 3,
    batchSize: 4,
    validationSplit: 0.25,
    callbacks,
    shuffle: false,
    verbose: 0,
  });
  expect(tf.memory().numTensors).toBe(before);
  const epochs = [0, 1, 2];
  const weights = ['hidden/kernel', 'hidden/bias', 'head/kernel', 'head/bias'];
  const { steps, numbers } = await written(logs);
  expect(steps).toEqual({
    // the layers, for the Graphs page
    'train keras': [0],
    'train epoch_loss': epochs,
    'train epoch_accuracy': epochs,
    'train epoch_learning_rate': epochs,
    // 9 examples are 3 batches
    'train batch_loss': [2, 4, 6, 8],
    'train batch_accuracy': [2, 4, 6, 8],
    ...Object.fromEntries(
      weights.flatMap((name) => [
        [`train ${name}/histogram`, [0, 2]],
        [`train ${name}/image`, [0, 2]],
      ]),
    ),
    'validation epoch_loss': epochs,
    'validation epoch_accuracy': epochs,
    'validation evaluation_loss_vs_iterations': [3, 6, 9],
    'validation evaluation_accuracy_vs_iterations': [3, 6, 9],
  });
  expect(numbers['train epoch_loss']).toEqual(history.loss);
  expect(numbers['validation epoch_accuracy']).toEqual(history.val_acc);
  expect(numbers['train epoch_learning_rate']).toEqual(Array.from({ length: 3 }, () => Math.fround(0.01)));
  const graph = readFileSync(join(logs, 'train', readdirSync(join(logs, 'train'))[0]!));
  expect(graph.includes('Dense[hidden]/kernel')).toBe(true);
});

test('fitDataset takes it in a list with callbacks of tf.layers', async () => {
  const logs = logdir();
  const model = classifier();
  const dataset = { iterator: async () => new Batches() } as never;
  const stop = layers.callbacks.earlyStopping({ monitor: 'loss', patience: 5 });
  const board = tensorBoardCallback(logs, { Callback: layers.Callback, updateFreq: 'batch', histogramFreq: 1 });
  await model.fitDataset(dataset, { epochs: 2, callbacks: [board, stop], verbose: 0 });
  const { steps: found } = await written(logs);
  expect(found['train batch_loss']).toEqual([1, 2, 3, 4, 5, 6]);
  expect(found['train epoch_loss']).toEqual([0, 1]);
  expect(found['train hidden/kernel/histogram']).toEqual([0, 1]);
  expect(Object.keys(found).filter((name) => name.startsWith('validation'))).toEqual([]);
  expect(existsSync(join(logs, 'validation'))).toBe(false);
});

/** What fitDataset reads of a tf.data.Dataset: three batches an epoch, which fit disposes. */
class Batches {
  #left = 3;
  async next() {
    this.#left -= 1;
    return this.#left < 0 ? { value: undefined, done: true } : { value: part(4 * this.#left, 4), done: false };
  }
}

test('behind a callback of tf.layers it is given its model, and steps go on from fit to fit', async () => {
  const logs = logdir();
  const model = classifier();
  const board = tensorBoardCallback(logs, { updateFreq: 'batch' });
  const stop = layers.callbacks.earlyStopping({ monitor: 'loss', patience: 5 });
  for (const initialEpoch of [0, 1])
    await model.fit(xs(), ys(), {
      initialEpoch,
      epochs: initialEpoch + 1,
      batchSize: 6,
      callbacks: [stop, board as never],
      verbose: 0,
    });
  const { steps: found } = await written(logs);
  expect(found['train batch_loss']).toEqual([1, 2, 3, 4]);
  expect(found['train epoch_learning_rate']).toEqual([0, 1]);
  // one graph, though two files
  expect(readdirSync(join(logs, 'train'))).toHaveLength(2);
});

/** A layer whose output depends on the numbers of its input, which a trace on shapes has not. */
class Reading extends layers.layers.Layer {
  override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = [input].flat()[0]!;
    return tf.mul(x, x.dataSync()[0]!);
  }
  static get className(): string {
    return 'Reading';
  }
}

test('a graph that cannot be drawn is told in a text, and rejects fit where it was asked for', async () => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [new Reading({ inputShape: [3], name: 'reading' }), layers.layers.dense({ units: 1 })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const fit = (options: object) =>
    model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), {
      epochs: 1,
      callbacks: tensorBoardCallback(logs, { model, ...options }),
      verbose: 0,
    });
  const reason = 'reading (Reading) fails on [1, 3]';
  await expect(fit({ writeGraph: true })).rejects.toThrow(reason);
  await fit({});
  const texts = [];
  for await (const points of pointsOf(logs, { tag: 'graph/text_summary' }))
    texts.push(...points.map(({ value }) => value.text));
  expect(texts).toEqual([expect.stringContaining(`no graph: ${reason}`)]);
});

test('a model whose length is open has its graph', async () => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [
      layers.layers.simpleRNN({ units: 2, inputShape: [null, 3], name: 'rnn', recurrentInitializer: 'ones' }),
      layers.layers.dense({ units: 1, name: 'head' }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await model.fit(tf.zeros([2, 4, 3]), tf.zeros([2, 1]), {
    epochs: 1,
    callbacks: tensorBoardCallback(logs, { model, writeGraph: true }),
    verbose: 0,
  });
  const { nodes } = await readGraph(join(logs, 'train'));
  expect(nodes.filter(({ name }) => /head/.test(name))).not.toEqual([]);
});

test('embeddings for the Projector, and a graph of an embedding’s whole numbers', async () => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [
      layers.layers.embedding({ inputDim: 4, outputDim: 2, inputLength: 3, name: 'words' }),
      layers.layers.flatten({}),
      layers.layers.dense({ units: 1, name: 'head' }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const words = ['the', 'a', 'of', 'to'];
  await model.fit(tf.zeros([4, 3]), tf.zeros([4, 1]), {
    epochs: 3,
    callbacks: tensorBoardCallback(logs, { model, embeddingsFreq: 2, embeddingsMetadata: { words } }),
    verbose: 0,
  });
  expect(readFileSync(join(logs, 'train/00002/words/metadata.tsv'), 'utf8').trim().split('\n')).toEqual(words);
  const rows = readFileSync(join(logs, 'train/00002/words/tensors.tsv'), 'utf8').trim().split('\n');
  const trained = (model.layers[0]!.getWeights()[0]!.arraySync() as number[][]).map((row) => row.join('\t'));
  expect(rows).toEqual(trained);
  expect(readFileSync(join(logs, 'train/projector_config.pbtxt'), 'utf8').match(/tensor_name/g)).toHaveLength(2);
});

test('an error of the disk rejects fit, and no tensor is left', async () => {
  const model = classifier();
  const [x, y] = [xs(), ys()];
  await model.fit(x, y, { epochs: 1, verbose: 0 });
  const fit = (path: string, options: object) =>
    model.fit(x, y, { epochs: 1, verbose: 0, callbacks: tensorBoardCallback(path, options) });
  const before = tf.memory().numTensors;
  await expect(fit('/dev/null/logs', {})).rejects.toThrow('ENOTDIR');
  const logs = logdir();
  const removing = tensorBoardCallback(logs, { model });
  await expect(
    model.fit(x, y, {
      epochs: 2,
      verbose: 0,
      callbacks: { ...removing, onEpochBegin: async () => rmSync(join(logs, 'train'), { recursive: true }) },
    }),
  ).rejects.toThrow('was removed while it was written');
  expect(tf.memory().numTensors).toBe(before);
});

test('a storage other than the disk takes the files', async () => {
  const storage = memoryStorage();
  await classifier().fit(xs(), ys(), { epochs: 1, verbose: 0, callbacks: tensorBoardCallback('logs', { storage }) });
  expect([...storage.files().keys()].map((path) => path.replace(/\d{10}/, 'N'))).toEqual([
    'logs/train/events.out.tfevents.N.memory.0',
  ]);
});

test.each([
  [{ updateFreq: 0 }, 'updateFreq must be epoch, batch or a whole number of at least 1, got 0'],
  [{ updateFreq: 'step' as never }, 'updateFreq must be epoch, batch or a whole number of at least 1, got "step"'],
  [{ histogramFreq: -1 }, 'histogramFreq must be a whole number of epochs from 0, got -1'],
  [
    { histogramFrequency: 1 } as never,
    'unknown option: histogramFrequency (did you mean histogramFreq? one of model, updateFreq, histogramFreq, writeGraph, ',
  ],
  [{ log_dir: 'logs' } as never, 'unknown option: log_dir (one of model, '],
  [{ write_images: true } as never, 'unknown option: write_images (did you mean writeImages? one of model, '],
  [null as never, 'options must be an object such as { model }, got null'],
  ['x' as never, 'options must be an object such as { model }, got "x"'],
  [{ Callback: 3 } as never, 'Callback must be the class tf.Callback, got 3'],
  [{ embeddingsFreq: 0.5 }, 'embeddingsFreq must be a whole number of epochs from 0, got 0.5'],
  [{ writeImages: 'yes' as never }, 'writeImages must be true or false, got "yes"'],
  [{ writeGraph: 'no' as never }, 'writeGraph must be true or false, got "no"'],
  [{ writeStepsPerSecond: 1 as never }, 'writeStepsPerSecond must be true or false, got 1'],
  [{ maxQueue: -1 }, 'maxQueue must be a whole number of at least 1, got -1'],
  [{ flushSecs: Number.NaN }, 'flushSecs must be between 0 and 2147483 seconds, got NaN'],
  [{ filenameSuffix: '/../x' }, 'filenameSuffix must be a text without NUL and path separators, of at most 128 bytes, got "/../x"'],
  [{ model: 3 as never }, 'model must be a model of tf.layers, got 3'],
  [{ embeddingsMetadata: ['a'] as never }, 'embeddingsMetadata must be labels by the name of a layer, got ["a"]'],
  [{ storage: {} as never }, 'storage must be a storage such as memoryStorage(), got {}'],
])('%j is refused', (options, clause) => {
  expect(() => tensorBoardCallback('logs', options)).toThrow(clause);
});

test.each([{ histogramFreq: 1 }, { writeGraph: true }])(
  '%j without a model that fit tells rejects fit before anything is written',
  async (options) => {
    const [name] = Object.keys(options);
    const storage = memoryStorage();
    const callbacks = handlersAlone('logs', { ...options, storage });
    await expect(classifier().fit(xs(), ys(), { epochs: 1, verbose: 0, callbacks })).rejects.toThrow(
      `${name} needs the model: give { model }, or { Callback: tf.Callback }`,
    );
    expect(storage.files().size).toBe(0);
  },
);

test.each([
  [
    { model: true, embeddingsFreq: 1, embeddingsMetadata: { words: ['a'] } },
    'embeddingsMetadata names words, which is no Embedding layer (the model has none)',
  ],
])('%j rejects fit before anything is trained or written', async (options, clause) => {
  const logs = logdir();
  const model = classifier();
  const before = Array.from(model.getWeights()[0]!.dataSync());
  const callbacks = tensorBoardCallback(logs, { ...options, ...('model' in options && { model }) } as never);
  await expect(model.fit(xs(), ys(), { epochs: 1, verbose: 0, callbacks })).rejects.toThrow(clause);
  expect(Array.from(model.getWeights()[0]!.dataSync())).toEqual(before);
  expect(readdirSync(logs)).toEqual([]);
});

// of the package that is installed, and of another copy of it
const copies = {
  'the installed tf.layers': layers,
  'another copy of tf.layers': otherCopy as unknown as typeof layers,
};

test.each(Object.entries(copies))('in a list with earlyStopping of %s, first or last, both run', async (_, copy) => {
  for (const index of ['first', 'last']) {
    const logs = logdir();
    const model = copy.sequential({
      layers: [
        copy.layers.dense({ units: 2, inputShape: [3], activation: 'softmax', name: `${copy === layers}${index}` }),
      ],
    });
    model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy' });
    const stop = copy.callbacks.earlyStopping({ monitor: 'loss', minDelta: 100, patience: 1 });
    const board = tensorBoardCallback(logs, { model, updateFreq: 'batch' });
    const callbacks = index === 'first' ? [board, stop] : [stop, board];
    const { epoch } = await model.fit(xs(), ys(), { epochs: 9, batchSize: 6, verbose: 0, callbacks });
    // nothing is better by 100: it stops after the second epoch
    expect(epoch).toEqual([0, 1]);
    const { steps } = await written(logs);
    expect([steps['train epoch_loss'], steps['train batch_loss']]).toEqual([
      [0, 1],
      [1, 2, 3, 4],
    ]);
  }
});

test('in a list with a tf.CustomCallback of handlers, first or last, both run', async () => {
  for (const index of ['first', 'last']) {
    const logs = logdir();
    const ended: number[] = [];
    const handlers = new layers.CustomCallback({ onEpochEnd: (epoch) => void ended.push(epoch) });
    const board = tensorBoardCallback(logs) as never;
    const callbacks = index === 'first' ? [board, handlers] : [handlers, board];
    await classifier().fit(xs(), ys(), { epochs: 2, verbose: 0, callbacks });
    const { steps } = await written(logs);
    expect([ended, steps['train epoch_loss']]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  }
});

test('fit gives it the model when it stands first in a list, or alone', async () => {
  for (const others of [[], [layers.callbacks.earlyStopping({ monitor: 'loss', patience: 5 })]]) {
    const logs = logdir();
    const board = tensorBoardCallback(logs, { histogramFreq: 1 });
    const callbacks = others.length > 0 ? [board, ...others] : board;
    await classifier().fit(xs(), ys(), { epochs: 2, verbose: 0, callbacks });
    const { steps } = await written(logs);
    expect([steps['train epoch_learning_rate'], steps['train hidden/kernel/histogram']]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  }
});

test('the class of callbacks is found without a training, and leaves the model as it was', () => {
  const model = classifier();
  const before = tf.memory().numTensors;
  expect(tensorBoardCallback('logs', { model })).toBeInstanceOf(Object.getPrototypeOf(layers.Callback));
  expect('history' in model && model.history).toBeFalsy();
  expect(tf.memory().numTensors).toBe(before);
});

/** A layer with a weight of any numbers, of any shape and dtype. */
class Holder extends layers.layers.Layer {
  static className = 'Holder';
  constructor(
    readonly numbers: tf.Tensor,
    config: object = {},
  ) {
    super(config);
  }
  override build() {
    const { shape, dtype } = this.numbers;
    const weight = this.addWeight('held', shape, dtype as 'float32', layers.initializers.zeros(), undefined, false);
    weight.write(this.numbers);
    this.built = true;
  }
  override call(inputs: tf.Tensor | tf.Tensor[]) {
    return Array.isArray(inputs) ? inputs[0]! : inputs;
  }
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
test.each([
  ['NaN alone', () => tf.fill([2, 2], nan), 0, false],
  ['infinities alone', () => tf.tensor2d([infinity, -infinity], [1, 2]), 0, false],
  ['some of each', () => tf.tensor2d([1, nan, infinity, 3], [2, 2]), 2, false],
  ['nothing', () => tf.zeros([0, 3]), 0, true],
  ['beyond all default bins', () => tf.tensor1d([3e38, 1e38, -3e38]), 3, false],
  ['equal and large', () => tf.tensor1d([3e18, 3e18]), 2, false],
  ['whole numbers', () => tf.tensor2d([-1, 300, 2, 5], [2, 2], 'int32'), 4, false],
])('weights of %s do not end a training', async (_, numbers, counted, isEmpty) => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [new Holder(numbers(), { name: 'held', inputShape: [3] }), layers.layers.dense({ units: 2, name: 'head' })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const callbacks = tensorBoardCallback(logs, { model, histogramFreq: 1, writeImages: true });
  const { epoch } = await model.fit(xs(), ys(), { epochs: 2, verbose: 0, callbacks });
  expect(epoch).toEqual([0, 1]);
  const [name] = readdirSync(join(logs, 'train'));
  const tags: string[] = [];
  for await (const { values } of readEvents(join(logs, 'train', name!)))
    for (const { tag, histogram } of values) {
      tags.push(tag);
      if (!histogram) continue;
      const { min, max, bucket, bucketLimit } = histogram;
      expect([min, max, ...bucketLimit].filter((number) => !Number.isFinite(number))).toEqual([]);
      if (tag.startsWith('held')) expect(bucket.reduce((sum, count) => sum + count, 0)).toBe(counted);
    }
  expect(tags.filter((tag) => tag === 'held/held/histogram')).toHaveLength(2);
  expect(tags.includes('held/held/image')).toBe(!isEmpty);
  expect(tags.filter((tag) => tag === 'epoch_loss')).toHaveLength(2);
});

test('labels of another number than the layer has rows reject fit before anything is trained', async () => {
  const model = layers.sequential({
    layers: [
      layers.layers.embedding({ inputDim: 4, outputDim: 2, inputLength: 3, name: 'words' }),
      layers.layers.flatten({}),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const callbacks = tensorBoardCallback(logdir(), { model, embeddingsFreq: 1, embeddingsMetadata: { words: ['a'] } });
  await expect(model.fit(tf.zeros([4, 3]), tf.zeros([4, 6]), { epochs: 1, verbose: 0, callbacks })).rejects.toThrow(
    'the labels of words must be 4, one a row of the layer, got 1',
  );
});

test('a logdir that is no path is refused', () => {
  expect(() => tensorBoardCallback({ logdir: 'logs' } as never)).toThrow(
    `the first argument must be the folder, such as tensorBoardCallback('logs', { histogramFreq: 1 }), got {"logdir":"logs"}`,
  );
});

test('weights too great for bins have a histogram of one bin', async () => {
  const kernelInitializer = layers.initializers.constant({ value: 1e25 });
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 2, inputShape: [3], kernelInitializer, trainable: false, name: 'great' }),
      layers.layers.dense({ units: 2 }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const to = logdir();
  await model.fit(xs(), ys(), { verbose: 0, callbacks: tensorBoardCallback(to, { histogramFreq: 1 }) });
  const found: unknown[] = [];
  for await (const points of pointsOf(to))
    for (const { value } of points) if (value.tag === 'great/kernel/histogram') found.push(value.histogram);
  const great = Math.fround(1e25);
  expect(found).toEqual([
    expect.objectContaining({ min: great, max: great, num: 6, bucketLimit: [great], bucket: [6] }),
  ]);
});
