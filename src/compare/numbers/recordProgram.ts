// The inputs of a comparison as tensors, and the record of a model's pass on them as a program.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import type { ModelAdapter } from '../../trace/adapter.ts';
import { enterBackend } from '../../trace/backend/engine.ts';
import { readWeights } from '../../trace/modelWeights.ts';
import type { Trace } from '../../trace/trace.ts';
import type { InputValues } from './givenInputs.ts';
import { type Program, programOf, type Runner, type Source } from './program.ts';

/** An input as a tensor. */
export interface GivenInput extends InputValues {
  readonly source: tf.Tensor;
}

/** Runs `body` with inputs whose values are tensors: those that are elements yet become tensors of the reference's backend. */
export async function withInputs<T>(
  made: readonly InputValues[],
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
    return await body(made.map((input) => ({ ...input, source: tensorOf(input.source) })));
  } finally {
    tf.dispose(uploaded);
  }
}

/** The inputs in the order of another model that has the same names; a single input may have another name, as after a conversion. */
export function inputsFor({ inputs: own }: ModelAdapter, made: readonly GivenInput[]): readonly GivenInput[] {
  if (own?.length !== made.length) return made;
  const named = own.flatMap(({ name }) => made.filter((one) => name !== undefined && one.name === name));
  if (named.length === made.length) return named;
  return made.length === 1 ? [{ ...made[0]!, name: own[0]!.name }] : made;
}

/** The record of the model's pass on these inputs: on shapes, or on a backend where the pass depends on values. */
export async function programFor(
  adapter: ModelAdapter,
  given: readonly GivenInput[],
  runner: Runner,
): Promise<Program> {
  const trace = (await shapeTrace(adapter, given)) ?? (await computedTrace(adapter, given, runner));
  const leave = enterBackend(runner.name);
  try {
    const weights = adapter.weightTensors();
    // what is drawn at the first read is drawn here, outside of the comparison
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

/** Undefined where the pass on shapes alone is not the whole pass. */
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

/** Whether the record says where every value that a kernel reads is from. */
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
