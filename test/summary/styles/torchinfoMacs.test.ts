// Mult-adds of style torchinfo for models that are no Modules: those of the table, as a note says.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { summary, type Traceable } from '../../../src/index.ts';
import { Linear } from '../../../src/nn.ts';
import { converterModel } from '../../fixtures/converterModels.ts';

const { layers } = tfl;
beforeAll(async () => {
  await tf.setBackend('cpu');
});

const sequential = (...all: tfl.layers.Layer[]): tfl.Sequential => tfl.sequential({ layers: all as never });

const conv = () =>
  sequential(
    layers.conv2d({ filters: 8, kernelSize: 3, inputShape: [16, 16, 3] }),
    layers.depthwiseConv2d({ kernelSize: 3 }),
    layers.flatten(),
    layers.dense({ units: 10 }),
  );
const lstm = () => sequential(layers.lstm({ units: 3, inputShape: [4, 2], recurrentInitializer: 'zeros' }));
const both = () =>
  sequential(
    layers.bidirectional({
      layer: layers.gru({ units: 3, recurrentInitializer: 'zeros', returnSequences: true }) as never,
      mergeMode: 'concat',
      inputShape: [4, 2],
    } as never),
    layers.timeDistributed({ layer: layers.dense({ units: 5 }) }),
  );

function sharedDense(): tfl.LayersModel {
  const [a, b] = [tfl.input({ shape: [16] }), tfl.input({ shape: [16] })];
  const dense = layers.dense({ units: 7 });
  const outputs = layers.add().apply([dense.apply(a), dense.apply(b)] as never);
  return tfl.model({ inputs: [a, b], outputs: outputs as never });
}

/** The total as the table prints it, such as `M): 0.06`. */
const totalOf = (text: string): string => /Total mult-adds \((.*)\n/.exec(text)![1]!;

const cases: [string, () => Traceable | Promise<Traceable>, number[] | number[][], number][] = [
  // 14·14·8·27, 12·12·8·9, 1152·10
  ['a model of convolutions', conv, [16, 16, 3], 42336 + 10368 + 11520],
  // at each of 4 steps 12·2 from the input and 12·3 from the state
  ['an LSTM', lstm, [4, 2], 4 * 60],
  // both ways 4·(9·2 + 9·3), and 4·6·5
  ['layers in wrappers', both, [4, 2], 2 * 4 * 45 + 120],
  ['a Dense that is called twice', sharedDense, [[16], [16]], 2 * 16 * 7],
  ['a function', () => (x: tf.Tensor) => tf.matMul(x as tf.Tensor2D, tf.ones([5, 6])), [5], 30],
];

test.each(cases)('of %s', async (_, make, size, macs) => {
  const model = await make();
  const options = { columns: ['mult_adds'], style: 'torchinfo', depth: 9, batchSize: 1 } as const;
  const info = summary(model, size as number[], options);
  expect(summary(model, size as number[], { style: 'table', batchSize: 1 }).totals.macs).toBe(macs);
  expect(totalOf(`${info}`)).toBe(`M): ${(macs / 1e6).toFixed(2)}`);
  expect(sumOfRows(`${info}`)).toBe(macs);
  expect(info.notes.filter((note) => note.includes('mult-adds'))).toEqual([
    'torchinfo’s rule for mult-adds is PyTorch’s: here each layer counts those of its own, as --style table does',
  ]);
});

/** The sum of the one column, by the table's rows. */
const sumOfRows = (text: string): number =>
  text
    .split('\n')
    .slice(3)
    .filter((line) => !line.includes(' params: ') && / [\d,]+$/.test(line) && !line.startsWith('Total'))
    .reduce((sum, line) => sum + Number(/[\d,]+$/.exec(line)![0].replaceAll(',', '')), 0);

test('of a converted model, whose scopes hold kernels and scopes', async () => {
  const model = await converterModel('net');
  const table = summary(model, [8, 8, 3], { style: 'table', batchSize: 1 });
  const info = summary(model, [8, 8, 3], { style: 'torchinfo', columns: ['mult_adds'], depth: 9, batchSize: 1 });
  expect(table.totals.macs).toBeGreaterThan(1000);
  expect(sumOfRows(`${info}`)).toBe(table.totals.macs);
  expect(totalOf(`${info}`)).toBe(`M): ${(table.totals.macs / 1e6).toFixed(2)}`);
});

test('a row at the limit of the depth counts the layers in it', () => {
  const nested = tfl.sequential({ layers: [conv() as unknown as tfl.layers.Layer] });
  const text = `${summary(nested, [16, 16, 3], { style: 'torchinfo', columns: ['mult_adds'], depth: 1, batchSize: 1 })}`;
  expect(sumOfRows(text)).toBe(42336 + 10368 + 11520);
});

test('a Module keeps torchinfo’s rule without a note, and so does a model that is not run', () => {
  expect(summary(new Linear(16, 7), [16], { style: 'torchinfo' }).notes).toEqual([]);
  expect(`${summary(new Linear(16, 7), [16], { style: 'torchinfo', columns: ['mult_adds'] })}`).toMatch(/ 119\n/);
});
