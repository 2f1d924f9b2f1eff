// Style json: the summary as data, for programs and for `gmlp-viz diff`.
import type { OpenSize } from '../../axes/openTexts.ts';
import type { TrainingMemory } from '../../cost/training.ts';
import { UserError } from '../../errors.ts';
import type { Dtype } from '../../tensors.ts';
import type { Weights } from '../../trace/adapter.ts';
import type { Settings } from '../../trace/settings.ts';
import type { ParameterInfo } from '../../trace/trace.ts';
import { type Statistics, statisticsOf } from '../../weights/statistics.ts';
import type { Layer } from '../moduleTree.ts';
import type { Style } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import type { Budget, Facts, FailedFacts } from '../tableModel.ts';

export const jsonStyle: Style = {
  describe: 'data for programs and for gmlp-viz diff, by docs/summary.schema.json',
  needs: 'modules',
  takes: ['convention', 'weights', 'engine', 'optimizer', 'memoryBudgetBytes'],
  printsNotes: true,
  notes: conventionNotes,
  render: ({ facts }, { weights }) => `${JSON.stringify(summaryData(facts(), weights), null, 2)}\n`,
};

const schema = 'gmlp-viz.summary';
const schemaVersion = 1;

/** A module call; `params`, `macs` and `bytes` leave out the layers below, and add up to the totals. */
export interface LayerData {
  /** Names from the root, joined with dots; '' for the root. */
  readonly path: string;
  readonly type: string;
  /** Levels below the root. */
  readonly depth: number;
  readonly called: boolean;
  /** The forward pass failed in this call itself. */
  readonly failed: boolean;
  /** Shapes with the batch. */
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
  /**
   * The same shapes as expressions of `axes`, such as `2*h` or `(h+31)//32`, a floor division; null for a dim that nothing
   * explains. Absent where the model leaves no axis open beyond the batch, and for a model of more than 20,000 calls.
   */
  readonly openInputs?: readonly (readonly (string | null)[])[];
  readonly openOutputs?: readonly (readonly (string | null)[])[];
  readonly dtype: string | null;
  readonly kernelSize: number | readonly number[] | null;
  /** Settings that it was built with; null where it does not say, absent in files of releases that did not record them. */
  readonly settings?: Settings | null;
  /** Its ops outside of the layers that it calls, a statement for each; absent where `settings` is. */
  readonly program?: string;
  readonly params: number;
  readonly trainable: number;
  readonly buffers: number;
  /** Bytes of parameters and buffers, by dtype. */
  readonly bytes: Readonly<Record<string, number>>;
  /** The path of the layer that counts its parameters, if another one does. */
  readonly sharedWith: string | null;
  /** Null where a kernel has no rule (see `unknownKernels`), and where the call did not return. */
  readonly macs: number | null;
  readonly unknownKernels: readonly string[];
  readonly activationBytes: number;
  readonly parameters: readonly ParameterData[];
}

/** A parameter or buffer of a layer. */
export interface ParameterData {
  /** The property that holds it, such as `weight`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly trainable: boolean;
  readonly buffer: boolean;
  /** The first path of a parameter that is shared. */
  readonly sharedWith: string | null;
  /** Where weights were given; a statistic that is undefined is left out. */
  readonly statistics?: Statistics;
}

/** A summary as plain data, by docs/summary.schema.json. */
export interface SummaryData {
  readonly schema: typeof schema;
  readonly version: typeof schemaVersion;
  /** The name that its author gave the model, where it has one. */
  readonly name?: string;
  readonly totals: {
    readonly params: number;
    readonly trainable: number;
    readonly buffers: number;
    readonly bytes: Readonly<Record<string, number>>;
    readonly macs: number;
    /** As an expression of `axes`, such as `222544*h*w*n`; null where nothing explains it, absent without `axes`. */
    readonly openMacs?: string | null;
    /** Twice the multiply-adds. */
    readonly flops: number;
    /** Without parameters and buffers. */
    readonly inferencePeakBytes: number;
    readonly training: TrainingMemory;
    readonly budget?: Budget;
  };
  readonly layers: readonly LayerData[];
  /** Where the model leaves axes beyond the batch open: the sizes that the numbers are for. */
  readonly axes?: readonly OpenSize[];
  readonly notes: readonly string[];
}

/** A forward pass that failed, which has no totals. */
export interface FailedSummaryData extends Omit<SummaryData, 'totals'> {
  readonly totals: null;
}

/**
 * A summary as plain data, which JSON can hold.
 * @param weights adds statistics of the parameters that are in it, by path
 * @throws UserError for another value than facts, such as the summary itself
 */
export function summaryData(facts: Facts, weights?: Weights): SummaryData;
export function summaryData(facts: Facts | FailedFacts, weights?: Weights): SummaryData | FailedSummaryData;
export function summaryData(facts: Facts | FailedFacts, weights: Weights = new Map()): SummaryData | FailedSummaryData {
  if (facts?.root === undefined)
    throw new UserError('summaryData takes the facts of a summary: summaryData(summary(model).facts)');
  const { root, totals, notes, axes } = facts;
  const layers = [...flattened(root, 0, weights)];
  const name = root.modelName !== undefined && { name: root.modelName };
  if (totals === undefined) return { schema, version: schemaVersion, ...name, totals: null, layers, notes };
  const { params, trainable, buffers, stateBytes, macs, openMacs, inferencePeakBytes, training, budget } = totals;
  return {
    schema,
    version: schemaVersion,
    ...name,
    totals: {
      params,
      trainable,
      buffers,
      bytes: stateBytes,
      macs,
      ...(openMacs !== undefined && { openMacs }),
      flops: 2 * macs,
      inferencePeakBytes,
      training,
      ...(budget && { budget }),
    },
    layers,
    ...(axes && { axes }),
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
    open,
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
    ...(open && {
      openInputs: open.inputs.map(({ dims }) => dims),
      openOutputs: open.outputs.map(({ dims }) => dims),
    }),
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

/**
 * Reads the JSON of style json.
 * @param source a name of the text for errors, such as its path
 * @throws UserError for text that is no JSON or no summary, for another schema version, and for a pass that failed
 */
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
