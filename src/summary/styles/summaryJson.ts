// Style json: the summary as data, for programs and for `gmlp-viz diff`.
import type { TrainingMemory } from '../../cost/training.ts';
import { UserError } from '../../errors.ts';
import type { Dtype } from '../../tensors.ts';
import type { Weights } from '../../trace/modelWeights.ts';
import type { Settings } from '../../trace/settings.ts';
import type { ParameterInfo } from '../../trace/trace.ts';
import type { Layer } from '../moduleTree.ts';
import { type Statistics, statisticsOf } from '../statistics.ts';
import type { Style } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import type { Budget, Facts, FailedFacts } from '../tableModel.ts';

export const jsonStyle: Style = {
  describe: 'data for programs and for gmlp-viz diff, by docs/summary.schema.json',
  needs: 'modules',
  takes: ['convention', 'weights', 'engine', 'optimizer', 'memoryBudgetBytes'],
  notes: conventionNotes,
  render: ({ facts }, { weights }) => `${JSON.stringify(summaryData(facts(), weights), null, 2)}\n`,
};

const schema = 'gmlp-viz.summary';
const schemaVersion = 1;

/** A module call; `params`, `macs` and `bytes` are its own, without its children's, and add up to the totals. */
export interface LayerData {
  /** path of properties from the root; '' for the root */
  readonly path: string;
  readonly type: string;
  /** levels below the root */
  readonly depth: number;
  readonly called: boolean;
  /** where a forward pass that did not end stopped */
  readonly failed: boolean;
  /** with the batch */
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
  readonly dtype: string | null;
  readonly kernelSize: number | readonly number[] | null;
  /** What it was built with; null where it does not say, absent in files of releases that did not record it. */
  readonly settings?: Settings | null;
  /** What it does outside of the layers that it calls, a statement an op; absent as `settings` is. */
  readonly program?: string;
  readonly params: number;
  readonly trainable: number;
  readonly buffers: number;
  /** of parameters and buffers, by dtype */
  readonly bytes: Readonly<Record<string, number>>;
  /** where its parameters are counted, if not here */
  readonly sharedWith: string | null;
  /** null where a kernel has no rule, which `unknownKernels` names, and where a pass that failed did not end the call */
  readonly macs: number | null;
  readonly unknownKernels: readonly string[];
  readonly activationBytes: number;
  readonly parameters: readonly ParameterData[];
}

export interface ParameterData {
  /** of the property, such as `weight` */
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly trainable: boolean;
  readonly buffer: boolean;
  /** the first path of one that comes again here */
  readonly sharedWith: string | null;
  /** where numbers were given; what is undefined is left out */
  readonly statistics?: Statistics;
}

export interface SummaryData {
  readonly schema: typeof schema;
  readonly version: typeof schemaVersion;
  readonly totals: {
    readonly params: number;
    readonly trainable: number;
    readonly buffers: number;
    readonly bytes: Readonly<Record<string, number>>;
    readonly macs: number;
    /** twice the MACs */
    readonly flops: number;
    /** beside parameters and buffers */
    readonly inferencePeakBytes: number;
    readonly training: TrainingMemory;
    readonly budget?: Budget;
  };
  readonly layers: readonly LayerData[];
  readonly notes: readonly string[];
}

/** Of a forward pass that failed. */
export interface FailedSummaryData extends Omit<SummaryData, 'totals'> {
  readonly totals: null;
}

export function summaryData(facts: Facts, weights?: Weights): SummaryData;
export function summaryData(facts: Facts | FailedFacts, weights?: Weights): SummaryData | FailedSummaryData;
export function summaryData(
  { root, totals, notes }: Facts | FailedFacts,
  weights: Weights = new Map(),
): SummaryData | FailedSummaryData {
  const layers = [...flattened(root, 0, weights)];
  if (totals === undefined) return { schema, version: schemaVersion, totals: null, layers, notes };
  const { params, trainable, buffers, stateBytes, macs, inferencePeakBytes, training, budget } = totals;
  return {
    schema,
    version: schemaVersion,
    totals: {
      params,
      trainable,
      buffers,
      bytes: stateBytes,
      macs,
      flops: 2 * macs,
      inferencePeakBytes,
      training,
      ...(budget && { budget }),
    },
    layers,
    notes,
  };
}

function* flattened(layer: Layer, depth: number, weights: Weights): Generator<LayerData> {
  const {
    path,
    type,
    called,
    failed,
    partial,
    inputs,
    outputs,
    dtype,
    kernelSize,
    settings,
    program,
    own,
    unknownKernels,
    sharedWith,
    activationBytes,
  } = layer;
  yield {
    path,
    type,
    depth,
    called,
    failed,
    inputs,
    outputs,
    dtype: dtype ?? null,
    kernelSize: kernelSize ?? null,
    settings: settings ?? null,
    program: program(),
    params: own.params,
    trainable: own.trainable,
    buffers: own.buffers,
    bytes: own.stateBytes,
    sharedWith: sharedWith ?? null,
    macs: unknownKernels.length > 0 || partial ? null : own.macs,
    unknownKernels,
    activationBytes,
    parameters: layer.parameters.map((parameter) => savedParameter(parameter, path, weights)),
  };
  for (const child of layer.children) yield* flattened(child, depth + 1, weights);
}

function savedParameter(parameter: ParameterInfo, owner: string, weights: Weights): ParameterData {
  const { name, shape, dtype = 'float32', requiresGrad, buffer, sharedWith } = parameter;
  const stored = weights.get(sharedWith ?? (owner === '' ? name : `${owner}.${name}`));
  return {
    name,
    shape,
    dtype,
    trainable: requiresGrad && !buffer,
    buffer,
    sharedWith: sharedWith ?? null,
    ...(stored && { statistics: statisticsOf(stored.values) }),
  };
}

/** @throws UserError for text that is no JSON, no summary, or of a version that this release does not read. */
export function parseSummaryData(text: string, source: string): SummaryData {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError(`${source} is no JSON`);
  }
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== schema)
    throw new UserError(`${source} is no summary: expected "schema": "${schema}"`);
  const { version, layers, totals } = value as Partial<SummaryData>;
  if (version !== schemaVersion)
    throw new UserError(`${source} has schema version ${version}, expected ${schemaVersion}`);
  if (totals === null) throw new UserError(`${source} is of a forward pass that failed, and has no totals`);
  if (!Array.isArray(layers) || layers.length === 0 || typeof totals !== 'object')
    throw new UserError(`${source} lacks layers or totals`);
  return value as SummaryData;
}
