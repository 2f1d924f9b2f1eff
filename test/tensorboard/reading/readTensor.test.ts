// Tensors that say more of themselves than they hold.
import { expect, test } from 'vitest';
import { readEvents } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { readTensor } from '../../../src/tensorboard/reading/readTensor.ts';
import { recordsOf } from '../events.ts';

const { DT_DOUBLE, DT_COMPLEX64, DT_INT64, DT_STRING } = tensorboard.DataType;
const shaped = (...sizes: number[]) => ({ tensorShape: { dim: sizes.map((size) => ({ size })) } });

test('a tensor that lists fewer elements than its shape is filled with its last element, complex or not', () => {
  const { values } = readTensor({ dtype: DT_DOUBLE, ...shaped(2, 3), doubleVal: [1, 2] });
  expect(values).toEqual(Float64Array.of(1, 2, 2, 2, 2, 2));
  expect(readTensor({ dtype: DT_INT64, ...shaped(3) }).values).toEqual(new BigInt64Array(3));
  const complex = readTensor({ dtype: DT_COMPLEX64, ...shaped(3), scomplexVal: [1, 2, 3, 4] });
  expect(complex.values).toEqual(Float32Array.of(1, 2, 3, 4, 3, 4));
});

test('a thousand tensors of 16 million numbers in 60 kB take memory when they are asked for', async () => {
  const messages: Uint8Array[] = [];
  const count = 2 ** 24;
  for (let step = 0; step < 1000; step++) {
    const tensor = { dtype: DT_DOUBLE, ...shaped(count), doubleVal: [step] };
    messages.push(tensorboard.Event.encode({ step, summary: { value: [{ tag: 't', tensor }] } }).finish());
  }
  const before = process.memoryUsage();
  const events = [];
  for await (const event of readEvents(recordsOf(messages))) events.push(event);
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  expect(arrayBuffers + heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(64 * 2 ** 20);
  const { tensor } = events[7]!.values[0]!;
  const numbers = tensor!.values as Float64Array;
  expect([numbers.length, numbers[0], numbers[count - 1]]).toEqual([count, 7, 7]);
  // a loop over `values` finds the same array
  expect(tensor!.values).toBe(numbers);
});

test.each([
  [{ dtype: DT_DOUBLE, ...shaped(2 ** 40), doubleVal: [1] }, 'a tensor of 1099511627776 numbers holds 1'],
  [{ dtype: DT_DOUBLE, ...shaped(-1), doubleVal: [1] }, 'a tensor of -1 numbers holds 1'],
  [{ dtype: DT_DOUBLE, ...shaped(1), doubleVal: [1, 2] }, 'a tensor of 1 numbers holds 2'],
])('%j is refused', (tensor, clause) => {
  expect(() => readTensor(tensor)).toThrow(clause);
});

test.each(['audio', 'histograms', 'images', 'text'])(
  '%s whose tensor has no shape are read as a tensor',
  async (plugin) => {
    const strings = { dtype: DT_STRING, ...shaped(2 ** 31, 2), stringVal: [new Uint8Array(1), new Uint8Array(1)] };
    const numbers = { dtype: DT_DOUBLE, ...shaped(2 ** 22, 3), doubleVal: [1] };
    const tensor = plugin === 'histograms' ? numbers : strings;
    const value = { tag: 't', metadata: { pluginData: { pluginName: plugin } }, tensor };
    const message = tensorboard.Event.encode({ summary: { value: [value] } }).finish();
    for await (const { values } of readEvents(recordsOf([message])))
      expect(values[0]!.tensor!.shape).toEqual(tensor.tensorShape.dim.map(({ size }) => size));
  },
);
