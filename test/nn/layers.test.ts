// Each layer against PyTorch: output, gradients, running statistics (golden/reference/layers/make.py).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { backends, use } from '../backends.ts';

// every layer is built as Linear is: what it takes by place, then its options
interface Case {
  readonly layer: 'Linear';
  readonly arguments: [number, number];
  readonly options: object;
  readonly training: boolean;
}

const golden = new URL('../golden/reference/layers/', import.meta.url);
const cases: Readonly<Record<string, Case>> = JSON.parse(readFileSync(new URL('layers.json', golden), 'utf8'));
const stored = await viz.loadSafetensors(fileURLToPath(new URL('layers.safetensors', golden)));

/** What is stored under `<name>/<part>`, by the rest of the key. */
const part = (name: string, prefix: string): Map<string, nn.StoredArray> =>
  new Map(
    [...stored]
      .filter(([key]) => key.startsWith(`${name}/${prefix}`))
      .map(([key, value]) => [key.slice(name.length + 1 + prefix.length), value]),
  );

function build(name: string): nn.Module {
  const { layer, arguments: given, options, training } = cases[name]!;
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the golden names the layer
  const made: nn.Module = new nn[layer](...given, ...(Object.keys(options).length > 0 ? [options] : []));
  made.loadStateDict(part(name, 'before.'));
  return made.train(training);
}

function expectClose(what: string, actual: tf.Tensor, expected: nn.StoredArray, tolerance: number): void {
  expect({ what, shape: actual.shape }).toEqual({ what, shape: expected.shape });
  const values = actual.dataSync();
  const largest = Math.max(...Array.from(expected.values, (value, i) => Math.abs(value - values[i]!)));
  expect(largest, what).toBeLessThan(tolerance);
}

const tensorOf = ({ shape, values }: nn.StoredArray): tf.Tensor =>
  tf.tensor(values, [...shape], values instanceof Int32Array ? 'int32' : 'float32');

describe.each(backends)('on %s', (backend) => {
  beforeAll(async () => {
    await use(backend);
  });

  test.each(Object.keys(cases))('%s computes what PyTorch does', (name) => {
    const layer = build(name);
    // the parameters' own tensors, so that what is left over afterwards is a leak
    for (const [, parameter] of layer.stateDict()) parameter.value;
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const input = tensorOf(stored.get(`${name}/input`)!);
      if (cases[name]!.training) layer.apply(input);
      expectClose('output', layer.apply(input), stored.get(`${name}/output`)!, 1e-5);
    });
    const state = layer.stateDict();
    for (const [key, value] of part(name, 'after.')) expectClose(key, state.get(key)!.value, value, 1e-5);
    expect(tf.memory().numTensors).toBe(before);
    layer.dispose();
  });

  test.each(Object.keys(cases))('%s has PyTorch’s gradients', (name) => {
    const layer = build(name);
    const expected = part(name, 'gradient.');
    const input = tf.variable(tensorOf(stored.get(`${name}/input`)!));
    const probe = tensorOf(stored.get(`${name}/probe`)!);
    const variables = new Map([...layer.namedParameters()].map(([key, { value }]) => [key, value as tf.Variable]));
    if (expected.has('input')) variables.set('input', input);
    expect([...variables.keys()].sort()).toEqual([...expected.keys()].sort());
    if (variables.size === 0) return;
    if (cases[name]!.training) layer.apply(input);
    const loss = (): tf.Scalar => tf.sum(tf.mul(layer.apply(input), probe));
    const { grads } = tf.variableGrads(loss, [...variables.values()]);
    for (const [key, variable] of variables) expectClose(key, grads[variable.name]!, expected.get(key)!, 1e-4);
  });
});
