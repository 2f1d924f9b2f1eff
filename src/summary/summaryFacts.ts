// The facts that the styles table, markdown, csv, json and html print.
import type { OpenAxes } from '../axes/explainAxes.ts';
import { openMacsText, openShapeTexts, openSizes, type ShownBatch } from '../axes/openTexts.ts';
import { largestBatchSteps } from '../cost/largestBatch.ts';
import { latencyOf } from '../cost/latency.ts';
import { distinctParameters, inferencePeakBytes, sizeBytes } from '../cost/memory.ts';
import { type TrainingMemory, trainingMemory } from '../cost/training.ts';
import type { Timing } from '../timing/timing.ts';
import { type Awaitable, chain, type Steps } from '../trace/awaitable.ts';
import type { ModuleCall, Trace } from '../trace/trace.ts';
import { layersOf } from './moduleTree.ts';
import type { StyleOptions } from './style.ts';
import type { Budget, Facts, FailedFacts } from './tableModel.ts';

/** Open axes of a model, and the batch of its table. */
interface ShownAxes {
  readonly axes: OpenAxes;
  readonly batch: ShownBatch;
}

/**
 * Gathers the rows and totals of a trace.
 * @param budget the largest batches in a memory budget, where one was given
 * @param axes the open axes, where the model leaves others than the batch open
 */
export function factsOf(
  trace: Trace,
  notes: readonly string[],
  options: StyleOptions,
  timing?: Timing,
  budget?: Budget,
  axes?: ShownAxes,
): Facts {
  const root = layersOf(trace, options.convention, timing, axes && openShapeTexts(axes.axes, trace, axes.batch));
  const totals = {
    ...root.total,
    inferencePeakBytes: inferencePeakBytes(trace),
    training: trainingOf(trace, options),
    ...(timing && { latency: latencyOf(trace, timing) }),
    ...(axes && { openMacs: openMacsText(axes.axes, axes.batch) ?? null }),
    ...(budget && { budget }),
  };
  return { root, totals, notes, ...(axes && { axes: openSizes(axes.axes, axes.batch) }) };
}

/** Facts of a forward pass that failed, without totals: those of the calls that ended are not the model's. */
export function failedFacts(trace: Trace, { convention }: StyleOptions): FailedFacts {
  const { module } = trace.calls[trace.failed!] as ModuleCall;
  const { path, type } = trace.modules[module]!;
  const notes = [`the forward pass failed in ${path || type}: there are no totals`];
  return { root: layersOf(trace, convention), totals: undefined, notes };
}

/**
 * Finds the largest batches whose inference and whose training step fit into `bytes`.
 * @param traceAt traces the model with a batch of this size
 */
export function* budgetOf(
  traceAt: (batchSize: number) => Awaitable<Trace>,
  bytes: number,
  options: StyleOptions,
): Steps<Budget> {
  const inferenceBytes = (trace: Trace): number => stateBytes(trace) + inferencePeakBytes(trace);
  const trainingBytes = (trace: Trace): number => trainingOf(trace, options).totalBytes;
  const largest = (bytesOf: (trace: Trace) => number) =>
    largestBatchSteps((batchSize) => chain(traceAt(batchSize), bytesOf), bytes);
  const inferenceBatch = yield* largest(inferenceBytes);
  const trainingBatch = yield* largest(trainingBytes);
  return { bytes, inferenceBatch, ...(Number.isFinite(trainingBatch) && { trainingBatch }) };
}

const trainingOf = (trace: Trace, { engine = 'tfjs', optimizer = 'adam' }: StyleOptions): TrainingMemory =>
  trainingMemory(trace, engine, optimizer);

const stateBytes = (trace: Trace): number =>
  distinctParameters(trace).reduce((sum, parameter) => sum + sizeBytes(parameter), 0);

/** A note where fvcore's counts of normalization and pooling are asked of a model whose operations have no names. */
export const conventionNotes = ({ hasOps }: Trace, { convention }: StyleOptions): string[] =>
  convention === 'fvcore' && !hasOps
    ? [
        'fvcore’s counts of normalisation and pooling are for a Module: here products and convolutions alone are counted',
      ]
    : [];
