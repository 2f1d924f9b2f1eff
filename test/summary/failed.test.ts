// Tables of a forward pass that failed: nothing in them passes for a total of the model.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { parseSummaryData } from '../../src/summary/styles/summaryJson.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

class Block extends nn.Module {
  first = new nn.Linear(6, 4);
  second = new nn.Linear(5, 2);
  third = new nn.Linear(2, 3);
  override forward(x: tf.Tensor): tf.Tensor {
    return this.third.apply(this.second.apply(this.first.apply(x)));
  }
}

function failed(model: viz.Traceable, shape: number[]): viz.Trace {
  try {
    viz.trace(model, [{ shape }]);
  } catch (error) {
    if (error instanceof viz.ForwardError) return error.trace;
    throw error;
  }
  throw new Error('the model did not fail');
}

const record = () => failed(new nn.Sequential(new nn.Linear(6, 6), new Block()), [2, 6]);
const note = 'the forward pass failed in 1.second: there are no totals';
const rows = (options: viz.SummaryOptions): string[] =>
  viz
    .tabulate(record(), { style: 'csv', ...options })
    .trim()
    .split('\r\n')
    .slice(1);

test('table, markdown and html print no totals, and say so', () => {
  const table = viz.tabulate(record()).trimEnd().split('\n');
  expect(table.slice(table.findIndex((line) => line.startsWith('└')) + 1)).toEqual([`note: ${note}`]);
  expect(viz.tabulate(record(), { style: 'markdown' }).split('\n\n')[1]).toBe(`- note: ${note}\n`);
  const html = viz.tabulate(record(), { style: 'html' });
  expect(/<ul>\s*(.*?)\s*<\/ul>/s.exec(html)![1]).toBe(`<li>note: ${note}</li>`);
});

test('the totals of the json are null, as are the multiply-adds of each layer that did not return', () => {
  const text = viz.tabulate(record(), { style: 'json' });
  const { totals, notes, layers } = JSON.parse(text);
  expect([totals, notes]).toEqual([null, [note]]);
  expect(layers.map(({ path, macs, params }: viz.LayerData) => [path, macs, params])).toEqual([
    ['', null, 0],
    ['0', 72, 42],
    ['1', null, 0],
    ['1.first', 48, 28],
    ['1.second', null, 12],
    ['1.third', null, 9],
  ]);
  expect(() => parseSummaryData(text, 'failed.json')).toThrow(
    'failed.json is of a forward pass that failed, and has no totals',
  );
});

test('a line that stands for layers below it holds no count of a part of them', () => {
  const columns = ['path', 'params', 'total_params', 'trainable', 'bytes', 'bytes_float32', 'macs', 'flops'];
  expect(rows({ columns, depth: 0 })).toEqual([',,,,,,,']);
  expect(rows({ columns, depth: 1 })).toEqual([
    ',,,,,,,',
    '0,42,42,yes,168,168,72,144',
    '1,,,,,,,',
    '1.third,9,9,yes,36,36,,',
  ]);
});

test('a share of an unknown total is empty', () => {
  const columns = ['path', 'params_share', 'macs_share', 'share'];
  expect(rows({ columns, filter: 'linear' })).toEqual(['0,,,', '1.first,,,', '1.second,,,', '1.third,,,']);
});

test('a layer of tf.layers that was not reached has no weights yet, and there is no total without them', () => {
  class Odd extends tfl.layers.Layer {
    override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
      return tf.matMul([input].flat()[0]!, tf.zeros([7, 7]));
    }
    static get className(): string {
      return 'Odd';
    }
  }
  const model = tfl.sequential({
    layers: [tfl.layers.dense({ units: 4, inputShape: [3], name: 'first' }), new Odd({ name: 'odd' })],
  });
  const { totals, notes } = JSON.parse(viz.tabulate(failed(model, [2, 3]), { style: 'json' }));
  expect([totals, notes]).toEqual([null, ['the forward pass failed in odd: there are no totals']]);
});
