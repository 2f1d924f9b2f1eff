// Shapes at any size of the axes that a model leaves open, held against traces at sizes that had no part in them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { alignedValues } from '../../src/axes/alignCalls.ts';
import { explainOpenAxes, type OpenAxes, openShapesOf, withSizes } from '../../src/axes/explainAxes.ts';
import { valueAt } from '../../src/axes/expression.ts';
import { growthText, openMacs } from '../../src/axes/openMacs.ts';
import { openAxesNotes, openShapeTexts, statedSizes } from '../../src/axes/openTexts.ts';
import { macsOf, trace } from '../../src/index.ts';
import { adapterOf } from '../../src/trace/adapters.ts';
import { flat, type Trace } from '../../src/trace/trace.ts';
import { openModels } from '../fixtures/openModels.ts';

beforeAll(() => tf.setBackend('cpu').then(() => undefined));

type Model = Parameters<typeof trace>[0];

const explained = (model: Model): OpenAxes => {
  const adapter = adapterOf(model);
  return explainOpenAxes(adapter, adapter.inputs!);
};

/** A trace at these sizes of the symbols. */
function traceAt(model: Model, { inputs, symbols, fixed }: OpenAxes, sizes: readonly number[]): Trace {
  const all = [
    ...symbols.map((symbol, k) => [symbol, sizes[k]!] as const),
    ...fixed.map((one) => [one, one.base] as const),
  ];
  const axes = all.flatMap(([{ members }]) => members);
  const closed = withSizes(
    inputs,
    axes,
    all.flatMap(([{ members }, size]) => members.map(() => size)),
  );
  return trace(
    model,
    closed.map(({ shape, dtype }) => ({ shape, dtype })),
  );
}

const alone = { size: 1, isOpen: true };

/** The texts of the output's shape. */
function outputText(model: Model, axes: OpenAxes): string {
  const traced = traceAt(model, axes, statedSizes(axes, alone));
  const texts = openShapeTexts(axes, traced, alone)!;
  return flat(traced.outputs)
    .map((value) => texts.get(value)!.text)
    .join(' ');
}

describe.each(Object.entries(openModels))('%s', (name, { make, output }) => {
  let model: Model;
  let axes: OpenAxes;
  beforeAll(() => {
    model = make();
    axes = explained(model);
  });

  test(`the output is ${output}`, () => {
    expect(outputText(model, axes)).toBe(output);
  });

  test('no explained dim, and no count of multiply-adds, is wrong at other sizes', () => {
    const macs = openMacs(axes);
    // a table of 40 positions, and loops that are run step by step
    const most = name === 'positions' ? 20 : name === 'recurrent' || name === 'bothWays' ? 40 : 260;
    const steps = fc.tuple(...axes.symbols.map(({ isBatch }) => fc.nat(isBatch ? 3 : most)));
    let compared = 0;
    fc.assert(
      fc.property(steps, (r) => {
        const sizes = axes.symbols.map(({ base, step }, k) => base + step * r[k]!);
        const traced = traceAt(model, axes, sizes);
        for (const [key, { value }] of alignedValues(traced)) {
          const dims = traced.values[value]!.shape;
          const known = axes.explained.shapes.get(key);
          if (known?.length !== dims.length) continue;
          const found = known.map((dim, axis) => (dim ? valueAt(dim, sizes) : dims[axis]));
          expect(found).toEqual([...dims]);
          compared++;
        }
        if (macs) expect(valueAt(macs, sizes)).toBe(macsOf(traced).total);
      }),
      { numRuns: 20, seed: 1 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

test('a U-Net runs at multiples of 8, and a note says so', () => {
  const axes = explained(openModels.unet!.make());
  expect(axes.symbols.map(({ name, step }) => [name, step])).toEqual([
    ['n', 1],
    ['h', 8],
    ['w', 8],
  ]);
  expect(openAxesNotes(axes, alone)).toContain('h and w are multiples of 8');
});

test('inputs that are added up have one size, and a note names their axes', () => {
  const axes = explained(openModels.coupled!.make());
  expect(axes.symbols.map(({ name }) => name)).toEqual(['n', 't']);
  expect(openAxesNotes(axes, alone)).toContainEqual(
    expect.stringMatching(/^axis 1 of left\w* and axis 1 of right\w* have the same size, t$/),
  );
});

test('a table of 40 positions is not taken for one of any length', () => {
  const notes = openAxesNotes(explained(openModels.positions!.make()), alone);
  expect(notes).toContainEqual(expect.stringMatching(/^the largest sizes that ran were t (3\d|40)$/));
});

test.each([
  ['convolution', '135·h·w'],
  ['attention', '16·t² + 96·t'],
  ['recurrent', '132·t'],
])('multiply-adds of %s grow as %s', (name, growth) => {
  const axes = explained(openModels[name]!.make());
  expect(growthText(openMacs(axes)!, axes, 1)).toBe(growth);
});

test('a dim that no expression explains is null, and its stated size stays', () => {
  const model = openModels.unexplained!.make();
  const axes = explained(model);
  const traced = traceAt(model, axes, statedSizes(axes, alone));
  const [output] = flat(traced.outputs);
  expect(openShapesOf(axes, traced, statedSizes(axes, alone)).get(output!)![1]).toBeUndefined();
  expect(openShapeTexts(axes, traced, alone)!.get(output!)!.dims).toEqual(['n', null, '8']);
  expect(traced.values[output!]!.shape).toEqual([1, 4, 8]);
});

test('a model that runs at no size is refused with the reason of the first', () => {
  const adapter = adapterOf(openModels.convolution!.make());
  const refusing = {
    ...adapter,
    inputs: adapter.inputs,
    trace: () => {
      throw new Error('never');
    },
  };
  expect(() => explainOpenAxes(refusing, adapter.inputs!)).toThrow(
    /^the model ran at no size that was tried for the open axes of image\w* \[\?, \?, \?, 3\], where never: give its sizes, on the command line such as --input 1,32,32,3$/,
  );
});

test('inputs of which one must be twice as long as the other are refused with a line of sizes to give', () => {
  const [short, long] = ['short', 'long'].map((name) => tfl.input({ shape: [null, 3], name }));
  const halved = tfl.layers.averagePooling1d({ poolSize: 2 }).apply(long!) as tfl.SymbolicTensor;
  const joined = tfl.layers.concatenate({ axis: -1 }).apply([short!, halved]) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: [short!, long!], outputs: joined });
  expect(() => explained(model)).toThrow(
    /^the model ran at no size that was tried for the open axes of short\w* \[\?, \?, 3\] and long\w* \[\?, \?, 3\], where .+: give its sizes, on the command line such as --input short\w*:1,\d+,3 --input long\w*:1,\d+,3$/,
  );
  const { values, outputs } = trace(model, [
    [1, 8, 3],
    [1, 16, 3],
  ]);
  expect(values[flat(outputs)[0]!]!.shape).toEqual([1, 8, 6]);
});

test('a model of too many calls has sizes at which it runs, and no expressions', () => {
  const x = tfl.input({ shape: [null, 2], name: 'long' });
  const layer = new Repeated();
  const model = tfl.model({ inputs: x, outputs: layer.apply(x) as tfl.SymbolicTensor });
  const axes = explained(model);
  expect(axes.symbols).toEqual([]);
  const traced = trace(model, [1, 16, 2]);
  expect(openShapeTexts(axes, traced, alone)).toBeUndefined();
  expect(openAxesNotes(axes, alone)).toContain(
    'shapes at other sizes are not explained for a model of more than 20000 calls',
  );
});

/** A layer of more kernels than are explained. */
class Repeated extends tfl.layers.Layer {
  override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
    let x = [input].flat()[0]!;
    for (let i = 0; i < 20_001; i++) x = tf.neg(x);
    return x;
  }
  static get className(): string {
    return 'Repeated';
  }
}
