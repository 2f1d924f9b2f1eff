// The columns of the styles table, markdown, csv and html.

import { choice } from '../choice.ts';
import { gflopsOf, median, shareOf, spreadOf } from '../cost/quantiles.ts';
import { UserError } from '../errors.ts';
import { type Dtype, type Shape, shapeText } from '../tensors.ts';
import { bytesText, grouped, msText, percentText } from '../text/numberText.ts';
import { type Settings, settingText } from '../trace/settings.ts';
import type { DisplayLine } from './displayLines.ts';
import type { Amounts } from './moduleTree.ts';
import { type Statistics, sparkline } from './statistics.ts';

/** A value before it is formatted; undefined where it is unknown or zero. */
export type Cell = string | number | undefined;

export interface Column {
  readonly title: string;
  readonly unit: keyof typeof formats;
  /** A noun phrase for help and docs. */
  readonly describe: string;
  /** Whether the model has to be run and timed for it. */
  readonly measured?: true;
  readonly value: (line: DisplayLine, totals: Amounts | undefined) => Cell;
}

const bar = (share: number): string => {
  const eighths = Math.round(share * 64);
  return '█'.repeat(eighths >> 3) + (eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1] : '');
};

/** Texts of cells, by the unit of their column. */
export const formats = {
  text: (value: Cell) => `${value ?? '--'}`,
  count: (value: Cell) => (value === undefined ? '--' : grouped(Number(value))),
  bytes: (value: Cell) => (value === undefined ? '--' : bytesText(Number(value))),
  share: (value: Cell) => (value === undefined ? '--' : percentText(Number(value)).padStart(6)),
  bar: (value: Cell) =>
    value === undefined ? '--' : `${percentText(Number(value)).padStart(6)} ${bar(Number(value))}`,
  number: (value: Cell) => (value === undefined ? '--' : `${Number(Number(value).toPrecision(4))}`),
  ratio: (value: Cell) => (value === undefined ? '--' : Number(value).toFixed(2)),
  ms: (value: Cell) => (value === undefined ? '--' : msText(Number(value))),
} satisfies Record<string, (value: Cell) => string>;

const shapes = (all: readonly Shape[]): Cell => (all.length === 0 ? undefined : all.map(shapeText).join(' '));

// style json alone holds null settings and the initializers of weights
function settingsText(settings: Settings): Cell {
  const shown = Object.entries(settings).filter(([name, value]) => value !== null && !/[iI]nitializer$/.test(name));
  return shown.length === 0 ? undefined : shown.map(([name, value]) => `${name} ${settingText(value)}`).join(', ');
}

const own = (value: number): Cell => (value === 0 ? undefined : value);
const share = (part: number, whole: number | undefined): Cell =>
  whole === undefined || whole === 0 || part === 0 ? undefined : part / whole;
/** A count of parameters or bytes, undefined where it is unknown or 0. */
const state = ({ amounts, known }: DisplayLine, count: (amounts: Amounts) => number): Cell =>
  known.state ? own(count(amounts)) : undefined;
const macs = ({ amounts, unknownKernels, known }: DisplayLine): number | undefined =>
  unknownKernels.length > 0 || !known.macs ? undefined : amounts.macs;
const allBytes = ({ stateBytes }: Amounts): number => Object.values(stateBytes).reduce((sum, bytes) => sum + bytes, 0);
const bytesOf =
  (dtype: Dtype) =>
  ({ amounts, known }: DisplayLine): Cell =>
    known.state ? amounts.stateBytes[dtype] : undefined;
const flops = (line: DisplayLine): number | undefined => {
  const count = macs(line);
  return count === undefined ? undefined : 2 * count;
};

function intensity(line: DisplayLine): Cell {
  const work = flops(line);
  const moved = line.inputBytes + line.activationBytes + allBytes(line.amounts);
  return work === undefined || work === 0 || moved === 0 ? undefined : work / moved;
}

function gflops(line: DisplayLine): Cell {
  const count = macs(line);
  const { ms } = line.amounts;
  return count === undefined || !ms ? undefined : gflopsOf(count, ms);
}

function timeShare({ amounts: { ms } }: DisplayLine, totals: Amounts | undefined): Cell {
  return ms && totals?.ms && shareOf(ms, totals.ms);
}

function spread({ amounts: { ms } }: DisplayLine): Cell {
  if (!ms) return undefined;
  const { lowerQuartile, upperQuartile } = spreadOf(ms);
  return upperQuartile - lowerQuartile;
}

function trainable({ amounts: { params, trainable }, known }: DisplayLine): Cell {
  if (params === 0 || !known.state) return undefined;
  return trainable === params ? 'yes' : trainable === 0 ? 'no' : 'partly';
}

const statistic =
  (name: Exclude<keyof Statistics, 'histogram'>) =>
  ({ layer }: DisplayLine): Cell =>
    layer.statistics?.[name];

/** Each column by its name: help, docs and `--columns` are made from this table. */
export const columns = {
  name: {
    title: 'Layer',
    unit: 'text',
    describe: 'name of the layer, indented by its depth',
    value: ({ name }) => name,
  },
  path: { title: 'Path', unit: 'text', describe: 'path of the layer from the model', value: ({ layer }) => layer.path },
  type: {
    title: 'Type',
    unit: 'text',
    describe: 'class of the layer',
    value: ({ layer, times }) => (times > 1 ? `${times} x ` : '') + layer.type,
  },
  input: {
    title: 'Input shape',
    unit: 'text',
    describe: 'shapes of its inputs, batch first',
    value: ({ layer }) => shapes(layer.inputs),
  },
  output: {
    title: 'Output shape',
    unit: 'text',
    describe: 'shapes of its outputs, batch first',
    value: ({ layer }) => (layer.failed ? '✗ fails here' : shapes(layer.outputs)),
  },
  dtype: { title: 'Dtype', unit: 'text', describe: 'data type of its first output', value: ({ layer }) => layer.dtype },
  params: {
    title: 'Params',
    unit: 'count',
    describe: 'parameters of its own',
    value: (line) => state(line, ({ params }) => params),
  },
  total_params: {
    title: 'Params below',
    unit: 'count',
    describe: 'parameters with those of the layers in it',
    value: ({ totalParams, layer }) => (layer.partialBelow ? undefined : own(totalParams)),
  },
  params_share: {
    title: 'Params share',
    unit: 'bar',
    describe: 'its share of the model’s parameters',
    value: ({ amounts }, totals) => share(amounts.params, totals?.params),
  },
  trainable: {
    title: 'Trainable',
    unit: 'text',
    describe: 'whether its parameters are trained: yes, no or partly',
    value: trainable,
  },
  trainable_params: {
    title: 'Trainable params',
    unit: 'count',
    describe: 'parameters of its own that are trained',
    value: (line) => state(line, ({ trainable }) => trainable),
  },
  buffers: {
    title: 'Buffers',
    unit: 'count',
    describe: 'values of its own that are state and not trained',
    value: (line) => state(line, ({ buffers }) => buffers),
  },
  shared: {
    title: 'Counted at',
    unit: 'text',
    describe: 'path of the layer that counts its parameters, where they are shared',
    value: ({ layer }) => layer.sharedWith,
  },
  bytes: {
    title: 'Bytes',
    unit: 'bytes',
    describe: 'bytes of its parameters and buffers',
    value: (line) => state(line, allBytes),
  },
  bytes_float32: { title: 'float32', unit: 'bytes', describe: 'bytes of them in float32', value: bytesOf('float32') },
  bytes_int32: { title: 'int32', unit: 'bytes', describe: 'bytes of them in int32', value: bytesOf('int32') },
  bytes_bool: { title: 'bool', unit: 'bytes', describe: 'bytes of them in bool', value: bytesOf('bool') },
  kernel: {
    title: 'Kernel',
    unit: 'text',
    describe: 'window of a convolution or a pooling',
    value: ({ layer }) => layer.kernelSize && `[${[layer.kernelSize].flat().join(', ')}]`,
  },
  settings: {
    title: 'Settings',
    unit: 'text',
    describe: 'what it was built with',
    value: ({ settings }) => settings && settingsText(settings),
  },
  macs: { title: 'MACs', unit: 'count', describe: 'multiply-adds of its own', value: macs },
  macs_share: {
    title: 'MACs share',
    unit: 'bar',
    describe: 'its share of the model’s multiply-adds',
    value: (line, totals) => share(macs(line) ?? 0, totals?.macs),
  },
  flops: {
    title: 'FLOPs',
    unit: 'count',
    describe: 'floating-point operations, two for each multiply-add',
    value: flops,
  },
  activation: {
    title: 'Activations',
    unit: 'bytes',
    describe: 'bytes of its outputs',
    value: ({ activationBytes }) => own(activationBytes),
  },
  intensity: {
    title: 'FLOPs/byte',
    unit: 'ratio',
    describe: 'floating-point operations for each byte that it reads or writes',
    value: intensity,
  },
  latency: {
    title: 'Latency',
    unit: 'ms',
    describe: 'median milliseconds of its own',
    measured: true,
    value: ({ amounts: { ms } }) => ms && median(ms),
  },
  spread: {
    title: 'Spread',
    unit: 'ms',
    describe: 'milliseconds between the quartiles of its latency',
    measured: true,
    value: spread,
  },
  total_latency: {
    title: 'Latency below',
    unit: 'ms',
    describe: 'median milliseconds with the layers in it',
    measured: true,
    value: ({ totalMs }) => totalMs && median(totalMs),
  },
  share: {
    title: 'Share of time',
    unit: 'bar',
    describe: 'its share of the model’s time',
    measured: true,
    value: timeShare,
  },
  gflops: {
    title: 'GFLOP/s',
    unit: 'ratio',
    describe: 'billions of floating-point operations a second',
    measured: true,
    value: gflops,
  },
  memory: {
    title: 'Memory',
    unit: 'bytes',
    describe: 'most bytes of activations while it ran, measured',
    measured: true,
    value: ({ peak }) => peak?.measured,
  },
  memory_estimated: {
    title: 'Estimated',
    unit: 'bytes',
    describe: 'most bytes of activations while it ran, estimated from last uses',
    measured: true,
    value: ({ peak }) => peak?.estimated,
  },
  mean: {
    title: 'Mean',
    unit: 'number',
    describe: 'mean of a parameter’s values (with weights)',
    value: statistic('mean'),
  },
  std: {
    title: 'Std',
    unit: 'number',
    describe: 'standard deviation of a parameter’s values (with weights)',
    value: statistic('std'),
  },
  min: {
    title: 'Min',
    unit: 'number',
    describe: 'smallest of a parameter’s values (with weights)',
    value: statistic('min'),
  },
  max: {
    title: 'Max',
    unit: 'number',
    describe: 'largest of a parameter’s values (with weights)',
    value: statistic('max'),
  },
  norm: {
    title: 'Norm',
    unit: 'number',
    describe: 'Euclidean norm of a parameter (with weights)',
    value: statistic('norm'),
  },
  zeros: {
    title: 'Zeros',
    unit: 'count',
    describe: 'zeros among a parameter’s values (with weights)',
    value: statistic('zeros'),
  },
  nan: {
    title: 'NaN',
    unit: 'count',
    describe: 'NaNs among a parameter’s values (with weights)',
    value: statistic('nan'),
  },
  infinite: {
    title: 'Infinite',
    unit: 'count',
    describe: 'infinities among a parameter’s values (with weights)',
    value: statistic('infinite'),
  },
  histogram: {
    title: 'Histogram',
    unit: 'text',
    describe: 'distribution of a parameter’s values, a bar for each bin (with weights)',
    value: ({ layer }) => layer.statistics && sparkline(layer.statistics.histogram),
  },
} satisfies Record<string, Column>;
/** A name of `columns`. */
export type ColumnName = keyof typeof columns;

/** Names of the columns that the styles table, markdown, csv and html can show. */
export const columnNames = Object.keys(columns) as readonly ColumnName[];

/** Columns of a table of layers, unless others are named. */
export const defaultColumns: readonly ColumnName[] = ['name', 'type', 'output', 'params', 'macs'];

/** Columns of a table of parameters with statistics of their weights, unless others are named. */
export const statisticsColumns: readonly ColumnName[] = [
  'name',
  'type',
  'output',
  'params',
  'mean',
  'std',
  'min',
  'max',
  'zeros',
  'nan',
  'histogram',
];

/** Whether one of these names is a column for which the model has to be run and timed; unknown names are not. */
export const someMeasured = (names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(columns, name) && 'measured' in columns[name as ColumnName]);

/** @throws UserError for a name that is no column, and for an empty list */
export function columnsOf(names: readonly string[]): [ColumnName, Column][] {
  if (names.length === 0) throw new UserError(`no column is named (one of ${columnNames.join(', ')})`);
  return names.map((word) => {
    const name = choice('column', word, columnNames);
    return [name, columns[name]];
  });
}
