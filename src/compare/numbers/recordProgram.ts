// The inputs of a comparison as tensors, and the record of a model's pass on them as a program.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import type { ModelAdapter } from '../../trace/adapter.ts';
import { enterBackend } from '../../trace/backend/engine.ts';
import { readWeights } from '../../trace/modelWeights.ts';
import type { Trace } from '../../trace/trace.ts';
import type { InputValues } from './givenInputs.ts';
import { type Program, programOf, type Runner, type Source } from './program.ts';

/** An input whose values are a tensor. */
export interface GivenInput extends InputValues {
  readonly source: tf.Tensor;
}

/**
 * Runs `body` with all inputs as tensors. Drawn and stored elements are uploaded to the backend of `runner`, and disposed
 * afterwards.
 */
export async function withInputs<T>(
  inputs: readonly InputValues[],
  runner: Runner,
  body: (given: readonly GivenInput[]) => Promise<T>,
): Promise<T> {
  const uploaded: tf.Tensor[] = [];
  const tensorOf = (source: Source): tf.Tensor => {
    if (source instanceof tf.Tensor) return source;
    const tensor = tf.keep(runner.upload(source));
    uploaded.push(tensor);
    return tensor;
  };
  try {
    return await body(inputs.map((input) => ({ ...input, source: tensorOf(input.source) })));
  } finally {
    tf.dispose(uploaded);
  }
}

/** The inputs in the order of another model with the same names. A single input may have another name, as after a conversion. */
export function inputsFor({ inputs: own }: ModelAdapter, given: readonly GivenInput[]): readonly GivenInput[] {
  if (own?.length !== given.length) return given;
  const named = own.flatMap(({ name }) => given.filter((one) => name !== undefined && one.name === name));
  if (named.length === given.length) return named;
  return given.length === 1 ? [{ ...given[0]!, name: own[0]!.name }] : given;
}

/**
 * Records the model's pass on these inputs: on shapes, or on the backend of `runner` where the pass depends on values.
 * @throws what `adapter.trace` throws
 */
export async function programFor(
  adapter: ModelAdapter,
  given: readonly GivenInput[],
  runner: Runner,
): Promise<Program> {
  const trace = (await shapeTrace(adapter, given)) ?? (await computedTrace(adapter, given, runner));
  const leave = enterBackend(runner.name);
  try {
    const weights = adapter.weightTensors();
    // initializes the weights that are initialized when they are first read, so that no kernel has to
    if (adapter.undrawnCount() > 0) readWeights(adapter);
    return programOf(
      trace,
      weights,
      given.map(({ source }) => source),
    );
  } finally {
    leave();
  }
}

/** Records a pass on shapes; undefined where that needs values, or is not the whole pass. */
async function shapeTrace(adapter: ModelAdapter, given: readonly GivenInput[]): Promise<Trace | undefined> {
  if (adapter.waitsFor !== undefined) return undefined;
  const specs = adapter.fit(
    given.map(({ source: { shape, dtype }, name }) => ({ shape, dtype, ...(name !== undefined && { name }) })),
  );
  let trace: Trace;
  try {
    trace = await adapter.trace(specs, {});
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error && error.cause instanceof UserError)) throw error;
    return undefined;
  }
  if (trace.graph?.notRun) return undefined;
  return isWhole(trace) ? trace : undefined;
}

/** Whether each value that a kernel reads is an input, a parameter, a constant, or an output of a kernel before it. */
function isWhole(trace: Trace): boolean {
  const made = new Set(trace.inputs);
  return trace.calls.every((call) => {
    if (call.level !== 'kernel') return true;
    const known = Object.values(call.inputs)
      .flat()
      .every((value) => {
        const { parameter, constant } = trace.values[value]!;
        return parameter !== undefined || constant !== undefined || made.has(value);
      });
    for (const value of call.outputs) made.add(value);
    return known;
  });
}

async function computedTrace(adapter: ModelAdapter, given: readonly GivenInput[], runner: Runner): Promise<Trace> {
  const tensors = given.map(({ source, name }) => {
    const copy = runner.tensorOf(source, true);
    return name === undefined ? copy : Object.assign(copy, { name });
  });
  try {
    return await adapter.trace(adapter.fit(tensors), { backend: runner.name });
  } finally {
    tf.dispose(tensors);
  }
}
