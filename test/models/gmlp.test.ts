import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { loadSafetensors } from '../../src/index.ts';
import { functional, gMLPForImageClassification } from '../../src/nn.ts';
import { backends, use } from '../backends.ts';

const tiny = fileURLToPath(new URL('../golden/reference/tiny/', import.meta.url));
const { config } = JSON.parse(readFileSync(`${tiny}case.json`, 'utf8'));

function build() {
  return new gMLPForImageClassification({
    imageSize: config.image_size,
    patchSize: config.patch_size,
    inChannels: config.in_channels,
    numClasses: config.num_classes,
    dModel: config.d_model,
    dFfn: config.d_ffn,
    seqLen: config.seq_len,
    numLayers: config.num_layers,
  });
}

test.each(backends)('every activation is PyTorch’s within 1e-5 on %s', async (backend) => {
  await use(backend);
  const model = build().eval();
  model.loadStateDict(await loadSafetensors(`${tiny}weights.safetensors`));
  const golden = await loadSafetensors(`${tiny}forward.safetensors`);
  const expected = new Map([...golden].filter(([name]) => name.startsWith('activation.')));
  const seen = new Set<string>();
  const close = (name: string, tensor: tf.Tensor): void => {
    const { shape, values } = golden.get(name)!;
    expect([name, tensor.shape]).toEqual([name, shape]);
    const worst = [...tensor.dataSync()].reduce((max, value, i) => Math.max(max, Math.abs(value - values[i]!)), 0);
    expect(worst, name).toBeLessThan(1e-5);
  };
  for (const [path, module] of model.namedModules())
    module.registerForwardHook((_, __, output) => {
      const name = `activation.${path}`;
      if (!expected.has(name)) return;
      seen.add(name);
      close(name, output as tf.Tensor);
    });
  const { shape, values } = golden.get('input')!;
  tf.tidy(() => close('output', model.apply(tf.tensor(values, [...shape]))));
  expect([...seen].sort()).toEqual([...expected.keys()].sort());
  model.dispose();
});

test.each(backends)('every gradient of the mean cross entropy is PyTorch’s within 1e-4 on %s', async (backend) => {
  await use(backend);
  const model = build();
  model.loadStateDict(await loadSafetensors(`${tiny}weights.safetensors`));
  const golden = await loadSafetensors(`${tiny}gradients.safetensors`);
  const { shape, values } = (await loadSafetensors(`${tiny}forward.safetensors`)).get('input')!;
  const labels = tf.oneHot(tf.tensor1d(golden.get('labels')!.values as Int32Array, 'int32'), config.num_classes);
  const loss = (): tf.Scalar => {
    const logProbabilities = functional.logSoftmax(model.apply(tf.tensor(values, [...shape])), 1);
    return tf.neg(tf.mean(tf.sum(tf.mul(logProbabilities, labels), 1)));
  };
  const variables = new Map([...model.namedParameters()].map(([name, { value }]) => [name, value as tf.Variable]));
  const { value, grads } = tf.variableGrads(loss, [...variables.values()]);
  expect(Math.abs(value.dataSync()[0]! - golden.get('loss')!.values[0]!)).toBeLessThan(1e-5);
  expect([...variables.keys()].map((name) => `gradient.${name}`).sort()).toEqual(
    [...golden.keys()].filter((name) => name.startsWith('gradient.')).sort(),
  );
  for (const [name, variable] of variables) {
    const expected = golden.get(`gradient.${name}`)!.values;
    const actual = grads[variable.name]!.dataSync();
    expect(Math.max(...Array.from(actual, (g, i) => Math.abs(g - expected[i]!))), name).toBeLessThan(1e-4);
  }
  model.dispose();
});

test('a state dict that does not fit changes nothing and lists all that is wrong', async () => {
  await use(backends[0]!);
  const model = build();
  const state = new Map(await loadSafetensors(`${tiny}weights.safetensors`));
  state.delete('patcher.bias');
  state.set('more', { shape: [1], values: new Float32Array(1) });
  state.set('classifier.bias', { shape: [2], values: new Float32Array(2) });
  const before = tf.memory().numTensors;
  expect(() => model.loadStateDict(state)).toThrow(
    'state dict does not fit: missing patcher.bias; unexpected more; classifier.bias has shape [2], expected [10]',
  );
  expect(tf.memory().numTensors).toBe(before);
});
