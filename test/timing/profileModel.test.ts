// The same forward pass again and again under the clock: its calls are the trace's, and nothing is left behind.
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { type Profile, profile, profileAsync, trace, traceAsync } from '../../src/index.ts';
import { createGMLP, Sequential } from '../../src/nn.ts';
import { small } from '../fixtures/convertedModels.ts';
import { converterModel } from '../fixtures/converterModels.ts';
import { modelOf } from '../fixtures/converting.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
  await tf.setBackend('cpu');
});

const state = () => [tf.getBackend(), tf.memory().numTensors, tf.memory().numBytes, tf.engine().backendNames()];

/** What is wrong with the times of a profile: a call outside of the one around it, or before its elder. */
function disorder({ trace: { calls }, timing: { runs } }: Profile): string[] {
  return runs.flatMap(({ begins, ends, bytesBefore, bytesAfter }, run) =>
    calls.flatMap(({ parent }, index) => {
      const wrong: string[] = [];
      const [begin, end] = [begins[index]!, ends[index]!];
      if (!(end >= begin)) wrong.push(`${run}: ${index} ends before it begins`);
      if (index > 0 && begin < begins[index - 1]!) wrong.push(`${run}: ${index} begins before ${index - 1}`);
      if (parent >= 0 && (begin < begins[parent]! || end > ends[parent]!))
        wrong.push(`${run}: ${index} leaves ${parent}`);
      if (!(bytesBefore[index]! >= 0 && bytesAfter[index]! >= 0))
        wrong.push(`${run}: ${index} holds less than nothing`);
      return wrong;
    }),
  );
}

test.each(Object.keys(zoo))('the timed calls of %s nest, and the model is as before', (name) => {
  const model = zoo[name]!();
  const inputs = inputsOf(model);
  // weights that nobody read are drawn
  trace(model, inputs, { backend: 'cpu' });
  const before = state();
  const made = profile(model, inputs, { runs: 2, warmup: 0 });
  expect(state()).toEqual(before);
  expect(made.trace.calls).toEqual(trace(model, inputs).calls);
  expect(made.timing.runs.map(({ begins, ends }) => [begins.length, ends.length])).toEqual(
    [0, 1].map(() => [made.trace.calls.length, made.trace.calls.length]),
  );
  expect(disorder(made)).toEqual([]);
});

test('a profile of a converted model gives each kernel’s own time, scope by scope', async () => {
  const model = await modelOf(small);
  const before = state();
  const made = profile(model, [{ shape: [2, 4, 4, 3] }], { runs: 2, warmup: 1 });
  expect(state()).toEqual(before);
  expect(disorder(made)).toEqual([]);
  const { calls } = made.trace;
  for (const { begins, ends } of made.timing.runs) {
    const took = calls.map((_, index) => ends[index]! - begins[index]!);
    const kernels = took.filter((_, index) => calls[index]!.level === 'kernel');
    expect(kernels.length).toBeGreaterThan(10);
    expect(kernels.every((ms) => ms > 0)).toBe(true);
    expect(kernels.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(took[0]!);
    // a scope's time is that of the kernels in it
    const [, scope] = [...calls.keys()].filter((index) => calls[index]!.level === 'module');
    const inner = calls.flatMap((call, index) =>
      call.level === 'kernel' && isIn(calls, index, scope!) ? [took[index]!] : [],
    );
    expect(took[scope!]).toBeCloseTo(
      inner.reduce((sum, ms) => sum + ms, 0),
      6,
    );
  }
});

test.each(['flowV1', 'flowFunctions', 'words'])(
  'profileAsync times %s, which runs only asynchronously',
  async (name) => {
    const model = await converterModel(name);
    const specs = [name === 'words' ? { shape: [4] } : { shape: [4, 3] }];
    // fills the tables
    await traceAsync(model, specs, { backend: 'cpu' });
    const before = state();
    const made = await profileAsync(model, specs, { runs: 2, warmup: 1 });
    expect(state()).toEqual(before);
    expect(disorder(made)).toEqual([]);
    const { calls } = made.trace;
    expect(calls.filter(({ level }) => level === 'kernel').length).toBeGreaterThan(5);
    expect(made.timing.bareMs).toHaveLength(2);
    for (const { begins, ends } of made.timing.runs)
      expect(calls.every(({ level }, index) => level !== 'kernel' || ends[index]! > begins[index]!)).toBe(true);
    expect(() => profile(model, specs)).toThrow('this graph model runs asynchronously');
  },
);

test('profileAsync times a model that runs synchronously', async () => {
  const { trace: record } = await profileAsync(await modelOf(small), [{ shape: [1, 4, 4, 3] }], { runs: 1, warmup: 0 });
  expect(record.graph).toBeDefined();
});

const isIn = (calls: Profile['trace']['calls'], index: number, outer: number): boolean =>
  index !== -1 && (index === outer || isIn(calls, calls[index]!.parent, outer));

test.each(['cpu', 'wasm'])('a profile of gMLP on %s runs it in evaluation mode', (backend) => {
  const { model, inputSize } = createGMLP('gmlp', { imageSize: 32, dModel: 8, dFfn: 16 });
  model.train();
  const made = profile(model, [{ shape: [2, ...inputSize] }], { backend, runs: 3, warmup: 1 });
  expect(disorder(made)).toEqual([]);
  expect({ ...made.timing, runs: made.timing.runs.length, bareMs: made.timing.bareMs.length }).toEqual({
    backend,
    warmup: 1,
    runs: 3,
    bareMs: 3,
    synchronised: false,
  });
  expect(made.timing.runs.map(({ beginMs }) => beginMs)).toEqual(
    made.timing.runs.map(({ beginMs }) => beginMs).toSorted((a, b) => a - b),
  );
  expect([...model.namedModules()].every(([, module]) => module.training)).toBe(true);
  expect(tf.getBackend()).toBe('cpu');
});

test('the bytes of a profile are those of inputs and of tensors made since, whoever holds the input', () => {
  const model = (x: tf.Tensor) => tf.tidy(() => tf.concat([tf.relu(x), tf.neg(x)]));
  const given = tf.ones([4, 8]);
  for (const input of [given, { shape: [4, 8] }]) {
    const { trace: traced, timing } = profile(model, [input], { runs: 1, warmup: 0 });
    const [run] = timing.runs;
    const kernels = traced.calls.map((call, index) => [
      call.level === 'kernel' ? call.kernel : 'function',
      run!.bytesBefore[index],
      run!.bytesAfter[index],
    ]);
    expect(kernels).toEqual([
      ['function', 128, 384],
      ['Relu', 128, 256],
      ['Neg', 256, 384],
      ['Concat', 384, 640],
    ]);
  }
  given.dispose();
});

// computes when it is asked for the numbers
class Lazy extends MathBackendCPU {
  readonly waiting = new WeakSet<object>();
  override readSync(dataId: object) {
    const until = performance.now() + (this.waiting.delete(dataId) ? 30 : 0);
    while (performance.now() < until);
    return super.readSync(dataId);
  }
}

test('a profile waits for an asynchronous backend after each kernel or at the end', async () => {
  tf.registerBackend('lazy', () => new Lazy());
  const cpu = tf.getKernelsForBackend('cpu').find(({ kernelName }) => kernelName === 'Tanh')!;
  const kernelFunc: tf.KernelFunc = ({ inputs, backend }) => {
    const { shape, dtype } = inputs.x as tf.TensorInfo;
    const info = (backend as Lazy).makeTensorInfo(shape, dtype, new Float32Array(4));
    (backend as Lazy).waiting.add(info.dataId);
    return info;
  };
  tf.registerKernel({ ...cpu, backendName: 'lazy', kernelFunc });
  const input = tf.ones([4]);
  await tf.setBackend('lazy');
  const timed = (synchronise?: boolean) => {
    const { timing } = profile(tf.tanh, [input], { backend: 'lazy', runs: 1, warmup: 0, synchronise });
    const [{ begins, ends, readMs }] = timing.runs as [(typeof timing.runs)[0]];
    return { ...timing, kernel: ends[1]! - begins[1]! >= 30, read: readMs >= 30, bare: timing.bareMs[0]! >= 30 };
  };
  expect(timed()).toMatchObject({ synchronised: true, kernel: true, read: false, bare: true });
  expect(timed(false)).toMatchObject({ synchronised: false, kernel: false, read: true, bare: true });
  tf.unregisterKernel('Tanh', 'lazy');
  tf.removeBackend('lazy');
  await tf.setBackend('cpu');
});

test('profile refuses a model that runs other kernels in another pass', () => {
  let calls = 0;
  const fickle = (x: tf.Tensor) => (calls++ < 2 ? tf.relu(x) : tf.neg(tf.abs(x)));
  const before = state();
  expect(() => profile(fickle, [{ shape: [2] }], { warmup: 0 })).toThrow(
    'the model ran different kernels in two passes: after fickle came Relu first, then Abs',
  );
  const growing = (x: tf.Tensor) => (calls++ % 2 ? x : tf.relu(x));
  expect(() => profile(growing, [{ shape: [2] }], { runs: 3, warmup: 0 })).toThrow(
    /^the model ran different kernels in two passes: after growing came (Relu first, then the end|the end first, then Relu)$/,
  );
  expect(state()).toEqual(before);
});

test.each([
  [{ runs: 0 }, 'runs must be a whole number of at least 1, got 0'],
  [{ runs: 1.5 }, 'runs must be a whole number of at least 1, got 1.5'],
  [{ warmup: -1 }, 'warmup must be a whole number of at least 0, got -1'],
  [
    { backend: 'webgl' },
    "the backend webgl is not registered (cpu and wasm are): import its package first, or in Node await useBackend('webgl')",
  ],
])('bad options %j', (options, clause) => {
  expect(() => profile(new Sequential(), [{ shape: [2] }], options)).toThrow(clause);
});
