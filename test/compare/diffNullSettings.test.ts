// A setting that is null is one that is absent: tf.js writes the one into a file and has the other in code.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import { lines, savedOf } from './diffCase.ts';

const { layers } = tfl;
beforeAll(async () => {
  await tf.setBackend('cpu');
});

const built = (rate = 0.2): tfl.LayersModel =>
  tfl.sequential({
    layers: [
      layers.lstm({ units: 3, inputShape: [4, 2], recurrentInitializer: 'zeros', name: 'memory' }),
      layers.dropout({ rate, name: 'drop' }),
      layers.dense({ units: 2, name: 'head' }),
    ],
  });

async function reloaded(model: tfl.LayersModel): Promise<tfl.LayersModel> {
  let saved: tf.io.ModelArtifacts | undefined;
  const handler = tf.io.withSaveHandler(async (artifacts) => {
    saved = artifacts;
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
  });
  await model.save(handler);
  return tfl.loadLayersModel(tf.io.fromMemory(saved!));
}

describe('a saved model and the code that saved it', () => {
  test.each([0, 1])('do not differ, whichever comes first: %i', async (first) => {
    const code = built();
    const sides = [code, await reloaded(code)].map((model) => savedOf(model, [4, 2]));
    const settings = sides.map(({ layers: [, memory] }) => memory!.settings!);
    // the two sides that tf.js makes
    expect(JSON.stringify(settings[0])).not.toBe(JSON.stringify(settings[1]));
    const result = viz.diffSummaries(sides[first]!, sides[1 - first]!);
    expect(result.layers).toEqual([]);
    expect(viz.renderDiff(result, 'json')).toContain('"layers": []');
    expect(lines(result)).toEqual(['no difference']);
    const { agrees } = await viz.compareModels(code, await reloaded(code));
    expect(agrees).toBe(true);
  });

  test('do not differ where one side is a summary from a file of JSON', async () => {
    const code = built();
    const file = viz.parseSummaryData(JSON.stringify(savedOf(await reloaded(code), [4, 2])), 'before.json');
    expect(viz.diffSummaries(file, savedOf(code, [4, 2])).layers).toEqual([]);
    expect(viz.diffSummaries(savedOf(code, [4, 2]), file).layers).toEqual([]);
  });

  test('a setting with another value differs beside those that are null', async () => {
    const result = viz.diffSummaries(savedOf(await reloaded(built(0.5)), [4, 2]), savedOf(built(), [4, 2]));
    expect(lines(result)).toEqual(['~ drop (Dropout)', '    rate: 0.5 -> 0.2']);
  });
});
