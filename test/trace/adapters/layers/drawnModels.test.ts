// Models of tf.layers that fast-check draws: what is counted, listed and compared is what tf.js says of them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { diffSummaries, type SummaryData, summary, summaryData, type Trace, trace } from '../../../../src/index.ts';
import { built, drawProgram, numbersFor, type Program, setFlag, withInsertion } from '../../../fixtures/drawnModels.ts';
import { type Draw, int } from '../../../kernels/generated/draw.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const runs = Number(process.env.DRAWN_RUNS ?? 60);
const seed = Number(process.env.DRAWN_SEED ?? 16);

/** Checks programs; an error names the program. */
function holds(check: (program: Program, draw: Draw) => void): void {
  const checked = (draw: Draw): void => {
    const program = drawProgram(draw);
    try {
      tf.tidy(() => check(program, draw));
    } catch (error) {
      throw new Error(`${JSON.stringify(program)}: ${(error as Error).message}`, { cause: error });
    } finally {
      tf.disposeVariables();
    }
  };
  fc.assert(fc.property(fc.gen(), checked), { numRuns: runs, seed, endOnFailure: true });
}

const sizeOf = (weights: readonly { readonly shape: readonly (number | null)[] }[]): number =>
  weights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape as number[]), 0);
const saved = (model: tfl.LayersModel): SummaryData => summaryData(summary(model).facts);
/** Total parameters and those that train, as tf.js counts them. */
const counted = (model: tfl.LayersModel) => [sizeOf(model.weights), sizeOf(model.trainableWeights)];
const totalsOf = (model: tfl.LayersModel) => {
  const { params, trainable } = saved(model).totals;
  return [params, trainable];
};

test('parameters that train are those of model.trainableWeights, also after a flag is changed between two traces', () => {
  holds((program, draw) => {
    const model = built(program);
    expect(totalsOf(model)).toEqual(counted(model));
    setFlag(model, { layer: int(draw, 0, program.steps.length - 1), inside: false, value: int(draw, 0, 1) === 1 });
    expect(totalsOf(model)).toEqual(counted(model));
  });
});

test('each module has a path of its own, and each weight belongs to one module', () => {
  holds((program) => {
    const model = built(program);
    const { modules } = trace(model);
    expect(new Set(modules.map(({ path }) => path)).size).toBe(modules.length);
    expect(modules.flatMap(({ parameters }) => parameters)).toHaveLength(model.weights.length);
  });
});

/** The shapes of the record, without numbers. */
const shapesOf = ({ values, calls, outputs }: Trace) => ({
  values: values.map(({ shape, dtype }) => [shape, dtype]),
  calls: calls.map((call) => ({ ...call, settings: undefined })),
  outputs,
});

test('a trace on shapes is the one on the cpu backend, and the model computes as before', () => {
  holds((program) => {
    const model = built(program);
    const x = numbersFor(program);
    const before = [...(model.predict(x) as tf.Tensor).dataSync()];
    const shape = x.shape;
    expect(shapesOf(trace(model, shape))).toEqual(shapesOf(trace(model, shape, { backend: 'cpu' })));
    expect([...(model.predict(x) as tf.Tensor).dataSync()]).toEqual(before);
  });
});

test('a model does not differ from one of the same program', () => {
  holds((program) => {
    const [a, b] = [saved(built(program)), saved(built(program))];
    expect(diffSummaries(a, b)).toMatchObject({ equal: true, layers: [] });
  });
});

test('one inserted layer is one added layer, and no other change', () => {
  holds((program, draw) => {
    const at = int(draw, 0, program.steps.length);
    const [a, b] = [saved(built(program)), saved(built(withInsertion(program, at)))];
    const forwards = diffSummaries(a, b);
    expect(forwards.layers.map(({ kind, type }) => [kind, type])).toEqual([['added', 'Dropout']]);
    expect(diffSummaries(b, a).layers.map(({ kind, type }) => [kind, type])).toEqual([['removed', 'Dropout']]);
  });
});
