// A table before it is drawn: the columns, lines, totals and notes of the styles table, markdown, csv and html.
import type { OpenSize } from '../axes/openTexts.ts';
import type { Latency } from '../cost/latency.ts';
import type { TrainingMemory } from '../cost/training.ts';
import type { Weights } from '../trace/adapter.ts';
import type { Amounts } from './amounts.ts';
import type { Cell, Column } from './column.ts';
import { type ColumnName, columnsOf, defaultColumns, statisticsColumns } from './columns.ts';
import { allUnknown, type DisplayLine, displayLines, type LineOptions, listed } from './displayLines.ts';
import type { Layer } from './moduleTree.ts';
import { withParameters } from './withParameters.ts';

/** Amounts of the whole model. */
export interface Totals extends Amounts {
  /** The most bytes that an inference holds at one time, without the parameters. */
  readonly inferencePeakBytes: number;
  readonly training: TrainingMemory;
  /** With open axes: multiply-adds as an expression of them, null where nothing explains them. */
  readonly openMacs?: string | null;
  readonly budget?: Budget;
  /** Where the model was timed. */
  readonly latency?: Latency;
}

/** The largest batches that fit into a memory budget, 0 if none does. */
export interface Budget {
  readonly bytes: number;
  readonly inferenceBatch: number;
  /** Absent where no training step grows with the batch, as of a converted model, which is not trained. */
  readonly trainingBatch?: number;
}

/** A forward pass as the styles table, markdown, csv, json and html print it. */
export interface Facts {
  readonly root: Layer;
  readonly totals: Totals;
  readonly notes: readonly string[];
  /** Where the model leaves axes beyond the batch open: the sizes that the numbers are for. */
  readonly axes?: readonly OpenSize[];
}

/** A forward pass that failed: no total of the calls that ended is the model's. */
export interface FailedFacts extends Omit<Facts, 'totals'> {
  readonly totals: undefined;
}

export interface TableOptions extends LineOptions {
  readonly columns?: readonly string[] | undefined;
  /** Lists the layers by this column instead of drawing a tree: numbers from the largest, words from A. */
  readonly sort?: string | undefined;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
  /** Whether style table has colours of a terminal. */
  readonly colours?: boolean | undefined;
  /** Adds a line for each parameter with statistics of its values; nothing is folded then. */
  readonly weights?: Weights | undefined;
}

/** Options that every style with a table of layers takes. */
export const layerTableOptions = [
  'columns',
  'sort',
  'depth',
  'filter',
  'fold',
  'weights',
  'convention',
  'engine',
  'optimizer',
  'runs',
  'warmup',
] as const;

/** A table before it is drawn. */
export interface TableModel {
  readonly columns: readonly (readonly [ColumnName, Column])[];
  readonly lines: readonly DisplayLine[];
  readonly footer: readonly (readonly [
    string,
    number | string,
    'count' | 'bytes' | 'ms' | 'share' | 'ratio' | 'text',
  ])[];
  readonly notes: readonly string[];
}

/** @throws UserError for an unknown column */
export function tableModel({ root, totals, notes }: Facts | FailedFacts, options: TableOptions): TableModel {
  const { weights } = options;
  const unknown = allUnknown(root);
  const drawn = weights
    ? displayLines(withParameters(root, weights), { ...options, fold: false })
    : displayLines(root, options);
  const lines = options.sort === undefined ? drawn : sorted(drawn, columnsOf([options.sort])[0]![1], totals);
  const missed = lines.length === 0 ? [`no layer’s path or type holds ${options.filter}`] : [];
  return {
    columns: columnsOf(options.columns ?? (weights ? statisticsColumns : defaultColumns)),
    lines,
    footer: totals ? footerOf(totals) : [],
    notes: [
      ...notes,
      ...missed,
      ...(totals ? unmeasured('multiply-adds', unknown) : []),
      ...(totals ? unmeasured(`what ${totals.training.engine} keeps`, totals.training.kept.unknown) : []),
    ],
  };
}

type FooterLine = TableModel['footer'][number];
function footerOf(totals: Totals): FooterLine[] {
  const stateBytes = Object.values(totals.stateBytes).reduce((sum, bytes) => sum + bytes, 0);
  const { kept, gradientsBytes } = totals.training;
  // a converted model is not trained
  const trains = kept.bytes > 0 || gradientsBytes > 0;
  return [
    ['Params', totals.params, 'count'],
    ['Trainable params', totals.trainable, 'count'],
    ...nonTrainable(totals),
    ['Buffers', totals.buffers, 'count'],
    ['MACs', totals.macs, 'count'],
    ['Params and buffers', stateBytes, 'bytes'],
    ['Inference, at its peak', stateBytes + totals.inferencePeakBytes, 'bytes'],
    ...(trains ? trainingLines(totals.training) : []),
    ...(totals.budget ? budgetLines(totals.budget) : []),
    ...(totals.latency ? latencyLines(totals.latency) : []),
  ];
}

/** The parameters that no training step changes, such as the statistics of a batch normalisation; no line where all train. */
const nonTrainable = ({ params, trainable }: Totals): FooterLine[] =>
  params === trainable ? [] : [['Non-trainable params', params - trainable, 'count']];

const trainingLines = ({ engine, optimizer, kept, totalBytes }: TrainingMemory): FooterLine[] => [
  [`Kept for backward (${engine})`, kept.bytes, 'bytes'],
  [`Training step (${engine}, ${optimizer})`, totalBytes, 'bytes'],
];
const budgetLines = ({ bytes, inferenceBatch, trainingBatch }: Budget): FooterLine[] => [
  ['Memory budget', bytes, 'bytes'],
  ['Largest batch, inference', inferenceBatch, 'count'],
  ...(trainingBatch === undefined ? [] : ([['Largest batch, training', trainingBatch, 'count']] as const)),
];

const latencyLines = ({ backend, runs, spread, peak, ...overhead }: Latency): FooterLine[] => [
  [`Latency (${backend}, median of ${runs})`, spread.median, 'ms'],
  ['Between its quartiles', spread.upperQuartile - spread.lowerQuartile, 'ms'],
  overheadLine(overhead),
  ['Activations at their peak, measured', peak.measured, 'bytes'],
  ['Activations at their peak, estimated', peak.estimated, 'bytes'],
];

/** What instrumentation adds to the latency, or that the machine is too noisy to tell. */
export const overheadLine = ({
  overhead,
  overheadIsClear,
}: Pick<Latency, 'overhead' | 'overheadIsClear'>): FooterLine =>
  overheadIsClear
    ? ['Instrumentation overhead', overhead, 'share']
    : ['Instrumentation overhead', 'the machine is too noisy to tell', 'text'];

/** The lines as a list: numbers from the largest, words from A, lines without a value last. */
export function sorted(lines: readonly DisplayLine[], { value }: Column, totals: Amounts | undefined): DisplayLine[] {
  const keyed = lines.map((line) => [value(line, totals), listed(line)] as const);
  const order = ([a]: readonly [Cell, DisplayLine], [b]: readonly [Cell, DisplayLine]): number => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return typeof a === 'number' && typeof b === 'number' ? b - a : `${a}`.localeCompare(`${b}`, 'en');
  };
  return keyed.sort(order).map(([, line]) => line);
}

const unmeasured = (what: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`not known, and not in the total: ${what} of ${names.join(', ')}`];

/** A name, indented by the depth of its line. */
export const indented = (line: DisplayLine, text: string): string => '  '.repeat(line.depth) + text;
