// `summary`, the call that torchsummary's users know. In: a model and its input sizes. Out: rows, totals, text.
import { largestBatch } from '../cost/budget.ts';
import { latencyOf } from '../cost/latency.ts';
import type { Convention } from '../cost/macs.ts';
import { distinctParameters, inferencePeakBytes, sizeBytes } from '../cost/memory.ts';
import { type Engine, type Optimizer, trainingMemory } from '../cost/training.ts';
import { UserError } from '../errors.ts';
import { expectCountable } from '../nn/parameter.ts';
import { type Profile, type ProfileOptions, profile, profileAsync } from '../timing/profileModel.ts';
import type { Timing } from '../timing/timing.ts';
import type { Weights } from '../trace/modelWeights.ts';
import type { ModuleCall, Trace } from '../trace/trace.ts';
import { type InputSpec, modulesOf, type Traceable, trace, traceAsync } from '../trace/traceModel.ts';
import { measuredColumns } from './columns.ts';
import { defaultStyle } from './defaultStyle.ts';
import { layersNotes } from './layersNotes.ts';
import { layersOf, parameterCount } from './moduleTree.ts';
import { csv } from './styles/csv.ts';
import { html } from './styles/html.ts';
import { markdown } from './styles/markdown.ts';
import { json } from './styles/summaryJson.ts';
import { table } from './styles/table.ts';
import { infoLayers } from './styles/torchinfo/layerInfo.ts';
import { infoColumnsOf, type TorchinfoOptions, torchinfo } from './styles/torchinfo/torchinfo.ts';
import { torchsummaryNotes, unrunNotes } from './styles/torchsummary/notes.ts';
import { type Row, rows } from './styles/torchsummary/rows.ts';
import { torchsummary } from './styles/torchsummary/torchsummary.ts';
import type { Budget, Facts, FailedFacts, Totals } from './tableModel.ts';

export const styleNames = ['torchsummary', 'torchinfo', 'table', 'markdown', 'csv', 'json', 'html'] as const;
export type Style = (typeof styleNames)[number];

export type Size = readonly number[];
export interface SummaryOptions extends Omit<TorchinfoOptions, 'columns'>, Pick<ProfileOptions, 'runs' | 'warmup'> {
  /** the batch to trace with, 1; style torchsummary alone takes -1, its default, which traces with 2 and prints -1 */
  readonly batchSize?: number;
  /** torchsummary for a Module, table for any other model */
  readonly style?: Style;
  readonly dtypes?: readonly NonNullable<InputSpec['dtype']>[];
  /** on which backend of tf.js the model computes; without it on none, see `trace` */
  readonly backend?: string | undefined;
  /** torchinfo's names for its style, `columnNames` for ours; those that are measured take the time on `backend` */
  readonly columns?: readonly string[];
  /** a list by this column in the index of a tree */
  readonly sort?: string;
  /** torchinfo's `batch_dim`: where the batch stands among the axes; null for input sizes that are whole */
  readonly batchDim?: number | null;
  /** one line for equal blocks; true unless given */
  readonly fold?: boolean;
  readonly filter?: string;
  /** columns of the terminal that a table must fit */
  readonly width?: number;
  readonly convention?: Convention;
  /** whose rules say what a training step keeps; tfjs unless given */
  readonly engine?: Engine;
  /** adam unless given */
  readonly optimizer?: Optimizer;
  /** the model's, by path: a line for each parameter with statistics of them, and no folding */
  readonly weights?: Weights;
  /** asks for the largest batch that fits */
  readonly memoryBudgetBytes?: number;
}

interface Subject {
  readonly trace: Trace;
  readonly rows: readonly Row[];
  readonly sizes: readonly Size[] | null;
  readonly batchSize: number;
  readonly facts: Facts;
}
type Renderer = (subject: Subject, options: SummaryOptions) => string;

const styles = {
  torchsummary: ({ rows, sizes, batchSize }) => torchsummary(rows, sizes!, batchSize),
  torchinfo: ({ trace, sizes }, { columns, batchDim, ...options }) => {
    const layers = infoLayers(trace, { input: sizes !== null, batchAxis: batchDim ?? undefined });
    const inputBytes =
      sizes === null ? undefined : trace.inputs.reduce((sum, value) => sum + storageBytes(trace, value), 0);
    return torchinfo(layers, inputBytes, { ...options, ...(columns && { columns: infoColumnsOf(columns) }) });
  },
  table: ({ facts }, options) => table(facts, options),
  markdown: ({ facts }, options) => markdown(facts, options),
  csv: ({ facts }, options) => csv(facts, options),
  json: ({ facts }, { weights }) => json(facts, weights),
  html: ({ facts }, options) => html(facts, options),
} satisfies Record<Style, Renderer>;

export interface Summary {
  /** torchsummary's */
  readonly rows: readonly Row[];
  readonly facts: Facts;
  readonly totals: Totals;
  /** what the table cannot show, for stderr */
  readonly notes: readonly string[];
  toString(): string;
  readonly [display: symbol]: () => unknown;
}

/**
 * Traces one forward pass and tabulates it.
 * @param inputSize without the batch: [channels, height, width], or one such list per input; null tabulates the
 * modules of a model that is not run (not in torchsummary's style)
 * Columns that are measured also run it, see `profile`.
 * @throws UserError for a bad size, batch size, style or column, for more than 2^53 parameters, and whatever the model
 * throws
 */
export function summary(
  model: Traceable,
  inputSize: Size | readonly Size[] | null,
  options: SummaryOptions = {},
): Summary {
  const styled = withStyle(model, options);
  const plan = planOf(model, inputSize, styled);
  return summarized(plan, plan.run(), styled);
}

/**
 * As `summary`, also for a tf.GraphModel that runs only asynchronously, on the backend that is named.
 * @throws what `summary` throws
 */
export async function summaryAsync(
  model: Traceable,
  inputSize: Size | readonly Size[] | null,
  options: SummaryOptions = {},
): Promise<Summary> {
  const styled = withStyle(model, options);
  const plan = planOf(model, inputSize, styled);
  const { inputs } = plan;
  if (inputs === undefined) return summarized(plan, plan.run(), styled);
  const timed = isMeasured(styled)
    ? await profileAsync(model, inputs, styled)
    : { trace: await traceAsync(model, inputs, styled) };
  return summarized(plan, timed, styled);
}

interface StyledOptions extends SummaryOptions {
  readonly style: Style;
}

const withStyle = (model: Traceable, options: SummaryOptions): StyledOptions => ({
  ...options,
  style: options.style ?? defaultStyle(model),
});

/** What is traced, and how it is printed. */
interface Plan {
  readonly sizes: readonly Size[] | null;
  readonly batchSize: number;
  /** undefined where the model is not run */
  readonly inputs: readonly InputSpec[] | undefined;
  at(batch: number): Trace;
  run(): Timed;
}

function planOf(model: Traceable, inputSize: Size | readonly Size[] | null, options: StyledOptions): Plan {
  const { style, dtypes = [], batchDim = 0, memoryBudgetBytes } = options;
  if (!Object.hasOwn(styles, style)) throw new UserError(`unknown style: ${style} (one of ${styleNames.join(', ')})`);
  const { batchSize = style === 'torchsummary' ? -1 : 1 } = options;
  if (batchSize === -1 && style !== 'torchsummary')
    throw new UserError(
      `style ${style} needs a batch size of at least 1, got -1, which style torchsummary alone shows`,
    );
  const sizes = inputSize === null ? null : checkedSizes(inputSize, batchSize);
  if (sizes === null && style === 'torchsummary') throw new UserError('style torchsummary needs an input size');
  if (batchDim === null && (style === 'torchsummary' || memoryBudgetBytes !== undefined))
    throw new UserError(
      `${style === 'torchsummary' ? 'style torchsummary' : 'a memory budget'} needs a batch: the input sizes are whole`,
    );
  const inputsAt = (batch: number): InputSpec[] =>
    (sizes ?? []).map((size, i) => {
      const dtype = dtypes[i];
      return { shape: withBatch(size, batch, batchDim), ...(dtype && { dtype }) };
    });
  const at = (batch: number): Trace =>
    sizes === null ? { ...notRun, modules: modulesOf(model) } : trace(model, inputsAt(batch), options);
  // the reference's batch of 2, which batch norm can train on
  const shown = batchSize === -1 ? 2 : batchSize;
  const measured = isMeasured(options);
  if (sizes === null && measured) throw new UserError('a model without an input is not run: no time can be taken');
  const run = (): Timed => (measured ? profile(model, inputsAt(shown), options) : { trace: at(shown) });
  return { sizes, batchSize, inputs: sizes === null ? undefined : inputsAt(shown), at, run };
}

function summarized({ sizes, batchSize, at }: Plan, { trace: record, timing }: Timed, options: StyledOptions): Summary {
  const { style } = options;
  const found = rows(record);
  const count = Math.max(
    parameterCount(record),
    sumOf(found, ({ params }) => params),
  );
  expectCountable(count);
  const notes = [
    ...(style === 'torchsummary' ? torchsummaryNotes(record, found) : conventionNotes(record, options)),
    ...layersNotes(record),
    ...unrunNotes(record),
  ];
  const known = factsOf(record, notes, options, timing);
  const budget = options.memoryBudgetBytes === undefined ? {} : { budget: budgetOf(at, options) };
  const facts = { ...known, totals: { ...known.totals, ...budget } };
  const subject = { trace: record, rows: found, sizes, batchSize, facts };
  const text = (): string => styles[style](subject, options);
  return {
    rows: found,
    facts,
    totals: facts.totals,
    notes: facts.notes,
    toString: text,
    // a REPL asks the first, a Deno or Bun notebook kernel the second
    [Symbol.for('nodejs.util.inspect.custom')]: text,
    [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': text(), 'text/html': html(facts, options) }),
  };
}

type Timed = Pick<Profile, 'trace'> & Partial<Pick<Profile, 'timing'>>;

const references: readonly Style[] = ['torchsummary', 'torchinfo'];
function isMeasured({ style, columns = [], sort }: StyledOptions): boolean {
  const named: readonly string[] = [...columns, ...(sort === undefined ? [] : [sort])];
  return !references.includes(style) && measuredColumns.some((name) => named.includes(name));
}

/**
 * A trace in one of our own styles, such as that of a forward pass that failed. @param options with the `timing` of a
 * `profile` the columns that are measured have values
 * @throws UserError for an unknown style or column, and for a reference's style, which needs the model
 */
export function tabulate(record: Trace, options: SummaryOptions & { readonly timing?: Timing } = {}): string {
  const { style = 'table', weights, timing } = options;
  const own = { table, markdown, csv, html, json: (facts: Facts | FailedFacts) => json(facts, weights) };
  if (!Object.hasOwn(own, style))
    throw new UserError(`unknown style for a trace: ${style} (one of ${Object.keys(own).join(', ')})`);
  const facts = record.failed === undefined ? factsOf(record, [], options, timing) : failedFacts(record, options);
  return own[style as keyof typeof own](facts, options);
}

// of what ran until then every total would pass for the model's
function failedFacts(record: Trace, { convention }: SummaryOptions): FailedFacts {
  const { module } = record.calls[record.failed!] as ModuleCall;
  const { path, type } = record.modules[module]!;
  const notes = [`the forward pass failed in ${path || type}: there are no totals`];
  return { root: layersOf(record, convention), totals: undefined, notes };
}

const notRun = { source: 'module', values: [], calls: [], returned: [], inputs: [], outputs: [] } as const;

function withBatch(size: Size, batch: number, axis: number | null): readonly number[] {
  if (axis === null) return size;
  if (axis < 0 || axis > size.length || !Number.isInteger(axis))
    throw new UserError(`batch dimension must be 0 to ${size.length}, got ${axis}`);
  return size.toSpliced(axis, 0, batch);
}

function budgetOf(at: (batch: number) => Trace, options: SummaryOptions): Budget {
  const { memoryBudgetBytes: bytes = 0, engine = 'tfjs', optimizer = 'adam' } = options;
  return {
    bytes,
    inferenceBatch: largestBatch((batch) => stateBytes(at(batch)) + inferencePeakBytes(at(batch)), bytes),
    trainingBatch: largestBatch((batch) => trainingMemory(at(batch), engine, optimizer).totalBytes, bytes),
  };
}

// fvcore counts PyTorch's operations, which only models of src/nn name
const conventionNotes = ({ source }: Trace, { convention }: SummaryOptions): string[] =>
  convention === 'fvcore' && source !== 'module'
    ? [
        'fvcore’s counts of normalisation and pooling are for a Module: here products and convolutions alone are counted',
      ]
    : [];

const stateBytes = (record: Trace): number => sumOf(distinctParameters(record), sizeBytes);

function factsOf(record: Trace, notes: readonly string[], options: SummaryOptions, timing?: Timing): Facts {
  const { convention, engine = 'tfjs', optimizer = 'adam' } = options;
  const root = layersOf(record, convention, timing);
  const inferencePeak = inferencePeakBytes(record);
  const training = trainingMemory(record, engine, optimizer);
  const latency = timing && { latency: latencyOf(record, timing) };
  return { root, totals: { ...root.total, inferencePeakBytes: inferencePeak, training, ...latency }, notes };
}

function checkedSizes(inputSize: Size | readonly Size[], batchSize: number): readonly Size[] {
  if (batchSize !== -1 && !isCount(batchSize))
    throw new UserError(`batch size must be -1 or a whole number of at least 1, got ${batchSize}`);
  const sizes = (Array.isArray(inputSize[0]) ? inputSize : [inputSize]) as readonly Size[];
  for (const size of sizes)
    if (!size.every(isCount))
      throw new UserError(`input sizes must be whole numbers of at least 1, got [${size.join(', ')}]`);
  return sizes;
}

// Python's storage object takes 64 bytes of its own, which torchinfo counts
const storageBytes = (record: Trace, value: number): number => sizeBytes(record.values[value]!) + 64;
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
