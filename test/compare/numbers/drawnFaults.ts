// Faults that a seeded generator draws: a model of the zoo, its weights and inputs, and a kernel, an attribute or a weight that
// is changed. The guilty kernel is found without a comparison: both runs call their kernels in turn, and the first output
// that differs names it.
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { zoo } from '../../fixtures/zoo.ts';

/** A drawn fault. */
export interface Fault {
  readonly about: string;
  readonly model: LayersModel;
  /** The model with a changed weight or setting; absent where the backend `faulty` has a changed kernel. */
  readonly changed?: LayersModel;
  readonly inputs: tf.Tensor[];
  /** Index of the first kernel of the pass whose output differs. */
  readonly guilty: number;
}

/** A backend of cpu's kernels, one of which may be wrong. */
export const faulty = 'faulty';

type Random = () => number;

/** Numbers in [0, 1): xorshift of 32 bits (Marsaglia, 2003), begun well away from a small seed. */
function generator(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Draws until a fault changes an output by a hundredth of its largest element. */
export async function drawFault(seed: number): Promise<Fault> {
  const random = generator(seed);
  for (;;) {
    leaveFaulty();
    const name = pick(random, Object.keys(zoo));
    const [model, twin] = [zoo[name]!(), zoo[name]!()];
    const inputs = model.inputs.map(({ shape, dtype }) => drawTensor(random, shape, dtype));
    for (const one of [model, twin]) one.apply(inputs);
    fill(random, model, twin);
    const right = await run(model, inputs, 'cpu');
    const same = await run(twin, inputs, 'cpu');
    const change = pick(random, [alterKernel, alterKernel, alterAttribute, changeWeight, changeWeight])(
      random,
      right,
      twin,
    );
    // a custom layer that hides its layers hides their weights, which then differ before the change
    if (change === undefined || right.some((call, i) => differs(call, same[i]))) continue;
    const wrong = await run(change.backend === 'cpu' ? twin : model, inputs, change.backend);
    const guilty = right.findIndex((call, i) => differs(call, wrong[i]));
    if (guilty === -1 || !isLarge(right[guilty]!, wrong[guilty])) continue;
    return {
      about: `${name}: ${change.about}`,
      model,
      inputs,
      guilty,
      ...(change.backend === 'cpu' && { changed: twin }),
    };
  }
}

function drawTensor(random: Random, shape: readonly (number | null)[], dtype: string): tf.Tensor {
  const sizes = shape.map((size) => size ?? 2);
  const values = Array.from({ length: tf.util.sizeFromShape(sizes) }, () =>
    dtype === 'int32' ? Math.floor(random() * 11) : random() * 2 - 1,
  );
  return tf.tensor(values, sizes, dtype as tf.DataType);
}

/** Writes the same drawn weights into two models. */
function fill(random: Random, model: LayersModel, twin: LayersModel): void {
  for (const [i, weight] of model.weights.entries()) {
    const isVariance = weight.originalName.includes('variance');
    const values = Float32Array.from({ length: tf.util.sizeFromShape(weight.shape as number[]) }, () =>
      isVariance ? 0.5 + random() : random() * 2 - 1,
    );
    for (const one of [weight, twin.weights[i]!]) one.write(tf.tensor(values.slice(), weight.shape as number[]));
  }
}

/** A kernel call of one pass, with its first output as it was when the kernel returned. */
interface Call {
  readonly kernel: string;
  readonly shape: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly values: ArrayLike<number>;
}

/** The kernels that a pass runs on a backend, up to one that throws. */
async function run(model: LayersModel, inputs: tf.Tensor[], backend: string): Promise<Call[]> {
  await tf.setBackend(backend);
  const calls: Call[] = [];
  const engine = tf.engine();
  const before = tf.getKernelsForBackend(backend);
  for (const config of before) {
    tf.unregisterKernel(config.kernelName, backend);
    tf.registerKernel({
      ...config,
      kernelFunc(call) {
        const outputs = config.kernelFunc(call);
        const { dataId, shape } = [outputs].flat()[0]!;
        const values = Array.from(engine.backend.readSync(dataId) as ArrayLike<number>);
        calls.push({ kernel: config.kernelName, shape: `${shape}`, attrs: { ...call.attrs }, values });
        return outputs;
      },
    });
  }
  await tf.setBackend(backend);
  try {
    tf.tidy(() => void model.apply(inputs));
  } catch {
    // a wrong shape stops a later kernel
  }
  for (const config of before) {
    tf.unregisterKernel(config.kernelName, backend);
    tf.registerKernel(config);
  }
  await tf.setBackend('cpu');
  return calls;
}

const differs = (a: Call, b: Call | undefined): boolean =>
  a.shape !== b?.shape || Array.from(a.values).some((value, i) => !Object.is(value + 0, b.values[i]! + 0));

function isLarge(a: Call, b: Call | undefined): boolean {
  if (a.shape !== b?.shape) return true;
  const largest = Math.max(...Array.from(a.values, Math.abs));
  return Array.from(a.values).some((value, i) => !(Math.abs(value - b.values[i]!) < 0.01 * largest));
}

/** What was changed, and the backend on which the changed side runs. */
interface Change {
  readonly about: string;
  readonly backend: string;
}

const alterations: Readonly<Record<string, (values: Float32Array) => void>> = {
  scaled: (values) => values.set(values.map((value) => value * 1.1)),
  'with another last element': (values) => values.set([values.at(-1)! * 2 + 0.5], values.length - 1),
  'with a NaN': (values) => values.set([Number.NaN]),
  reversed: (values) => void values.reverse(),
  'shifted by one element': (values) => values.set([...values.slice(1), values[0]!]),
  'without its sign': (values) => values.set(values.map(Math.abs)),
  zero: (values) => void values.fill(0),
};

/** Changes what a kernel gives of one shape. */
function alterKernel(random: Random, calls: readonly Call[]): Change {
  const { kernel, shape } = pick(random, calls);
  const how = pick(random, Object.keys(alterations));
  enterFaulty(kernel, (func) => (call) => {
    const outputs = func(call);
    const output = [outputs].flat()[0]!;
    const values = (call.backend as tf.KernelBackend).readSync(output.dataId);
    if (`${output.shape}` !== shape || !(values instanceof Float32Array)) return outputs;
    const altered = values.slice();
    alterations[how]!(altered);
    return (call.backend as unknown as { makeTensorInfo: MakeInfo }).makeTensorInfo(output.shape, 'float32', altered);
  });
  return { about: `${kernel} [${shape}] ${how}`, backend: faulty };
}
type MakeInfo = (shape: number[], dtype: string, values: Float32Array) => tf.TensorInfo;

/** Has a kernel read another axis, epsilon, slope or transposition than it is given. */
function alterAttribute(random: Random, calls: readonly Call[]): Change | undefined {
  const changes: Readonly<Record<string, (value: never) => unknown>> = {
    dim: (dim: number) => (dim === 0 ? 1 : 0),
    varianceEpsilon: (epsilon: number) => epsilon + 0.5,
    alpha: (alpha: number) => alpha + 0.3,
    perm: (perm: number[]) => perm.toReversed(),
    axis: (axis: number) => (axis === 0 ? 1 : axis - 1),
    keepDims: (keeps: boolean) => !keeps,
    transposeB: (transposes: boolean) => !transposes,
    pad: (pad: unknown) => (pad === 'same' ? 'valid' : 'same'),
    strides: (strides: unknown) => (Array.isArray(strides) ? strides.map((one) => one + 1) : 3),
  };
  const candidates = calls.flatMap(({ kernel, attrs }) =>
    Object.keys(attrs).flatMap((name) => (Object.hasOwn(changes, name) ? [[kernel, name] as const] : [])),
  );
  if (candidates.length === 0) return undefined;
  const [kernel, name] = pick(random, candidates);
  const { attrs } = calls.find((call) => call.kernel === kernel && Object.hasOwn(call.attrs, name))!;
  const value = changes[name]!(attrs[name] as never);
  enterFaulty(
    kernel,
    (func) => (call) => func({ ...call, attrs: { ...call.attrs, [name]: value } as tf.NamedAttrMap }),
  );
  return { about: `${kernel} with another ${name}`, backend: faulty };
}

/** Writes other values into one weight. */
function changeWeight(random: Random, _: readonly Call[], twin: LayersModel): Change | undefined {
  if (twin.weights.length === 0) return undefined;
  const weight = pick(random, twin.weights);
  const how = pick(random, ['shifted', 'scaled', 'transposed', 'with one other element'] as const);
  const value = weight.read();
  const { shape } = value;
  const next = tf.tidy(() => {
    if (how === 'shifted') return tf.add(value, 0.3);
    if (how === 'scaled') return tf.mul(value, 1.5);
    if (how === 'transposed') return tf.reshape(tf.transpose(value), shape);
    const values = value.dataSync().slice();
    values[Math.floor(random() * values.length)]! += 1;
    return tf.tensor(values, shape);
  });
  weight.write(next);
  return { about: `${weight.originalName} ${how}`, backend: 'cpu' };
}

/** Registers the backend `faulty` with cpu's kernels, one of which is replaced. */
function enterFaulty(kernel: string, replace: (func: tf.KernelFunc) => tf.KernelFunc): void {
  tf.registerBackend(faulty, () => tf.findBackendFactory('cpu')!() as tf.KernelBackend);
  for (const { kernelName, kernelFunc } of tf.getKernelsForBackend('cpu'))
    tf.registerKernel({
      kernelName,
      backendName: faulty,
      kernelFunc: kernelName === kernel ? replace(kernelFunc) : kernelFunc,
    });
  tf.findBackend(faulty);
}

/** Removes the backend `faulty`. */
export function leaveFaulty(): void {
  if (!tf.engine().backendNames().includes(faulty)) return;
  for (const { kernelName } of tf.getKernelsForBackend(faulty)) tf.unregisterKernel(kernelName, faulty);
  tf.removeBackend(faulty);
}
