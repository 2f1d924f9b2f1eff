// The columns of our own styles, a table of plain values. In: a line and the totals. Out: a value, and its text.
import { gflopsOf, median, shareOf, spreadOf } from '../cost/quantiles.ts';
import { UserError } from '../errors.ts';
import type { Dtype } from '../tensors.ts';
import { bytesText, grouped, msText } from '../text/numberText.ts';
import { type Settings, settingText } from '../trace/settings.ts';
import type { Line } from './displayLines.ts';
import type { Amounts } from './moduleTree.ts';
import { type Statistics, sparkline } from './statistics.ts';

export type Cell = string | number | undefined;

export interface Column {
  readonly title: string;
  readonly unit: keyof typeof formats;
  /** undefined where nothing is known or there is nothing to say */
  readonly value: (line: Line, totals: Amounts | undefined) => Cell;
}

const bar = (share: number): string => {
  const eighths = Math.round(share * 64);
  return '█'.repeat(eighths >> 3) + (eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1] : '');
};

/** How a cell's value reads in a table for people. */
export const formats = {
  text: (value: Cell) => `${value ?? '--'}`,
  count: (value: Cell) => (value === undefined ? '--' : grouped(Number(value))),
  bytes: (value: Cell) => (value === undefined ? '--' : bytesText(Number(value))),
  share: (value: Cell) => (value === undefined ? '--' : `${(Number(value) * 100).toFixed(1)}%`.padStart(6)),
  bar: (value: Cell) =>
    value === undefined ? '--' : `${`${(Number(value) * 100).toFixed(1)}%`.padStart(6)} ${bar(Number(value))}`,
  number: (value: Cell) => (value === undefined ? '--' : `${Number(Number(value).toPrecision(4))}`),
  ratio: (value: Cell) => (value === undefined ? '--' : Number(value).toFixed(2)),
  ms: (value: Cell) => (value === undefined ? '--' : msText(Number(value))),
} satisfies Record<string, (value: Cell) => string>;

const shapes = (all: readonly (readonly number[])[]): Cell =>
  all.length === 0 ? undefined : all.map((shape) => `[${shape.join(', ')}]`).join(' ');
// the json also has null settings, and how weights are drawn
function settingsText(settings: Settings): Cell {
  const shown = Object.entries(settings).filter(([name, value]) => value !== null && !/[iI]nitializer$/.test(name));
  return shown.length === 0 ? undefined : shown.map(([name, value]) => `${name} ${settingText(value)}`).join(', ');
}

const own = (value: number): Cell => (value === 0 ? undefined : value);
const share = (part: number, whole: number | undefined): Cell =>
  whole === undefined || whole === 0 || part === 0 ? undefined : part / whole;
/** A count of parameters or bytes, where it is known and not 0. */
const state = ({ amounts, known }: Line, count: (amounts: Amounts) => number): Cell =>
  known.state ? own(count(amounts)) : undefined;
const macs = ({ amounts, unknownKernels, known }: Line): number | undefined =>
  unknownKernels.length > 0 || !known.macs ? undefined : amounts.macs;
const allBytes = ({ stateBytes }: Amounts): number => Object.values(stateBytes).reduce((sum, bytes) => sum + bytes, 0);
const bytesOf =
  (dtype: Dtype) =>
  ({ amounts, known }: Line): Cell =>
    known.state ? amounts.stateBytes[dtype] : undefined;
const flops = (line: Line): number | undefined => {
  const count = macs(line);
  return count === undefined ? undefined : 2 * count;
};

function intensity(line: Line): Cell {
  const work = flops(line);
  const moved = line.inputBytes + line.activationBytes + allBytes(line.amounts);
  return work === undefined || work === 0 || moved === 0 ? undefined : work / moved;
}

function gflops(line: Line): Cell {
  const count = macs(line);
  const { ms } = line.amounts;
  return count === undefined || !ms ? undefined : gflopsOf(count, ms);
}

function timeShare({ amounts: { ms } }: Line, totals: Amounts | undefined): Cell {
  return ms && totals?.ms && shareOf(ms, totals.ms);
}

function spread({ amounts: { ms } }: Line): Cell {
  if (!ms) return undefined;
  const { lowerQuartile, upperQuartile } = spreadOf(ms);
  return upperQuartile - lowerQuartile;
}

function trainable({ amounts: { params, trainable }, known }: Line): Cell {
  if (params === 0 || !known.state) return undefined;
  return trainable === params ? 'yes' : trainable === 0 ? 'no' : 'partly';
}

const statistic =
  (name: Exclude<keyof Statistics, 'histogram'>) =>
  ({ layer }: Line): Cell =>
    layer.statistics?.[name];

const columns = {
  name: { title: 'Layer', unit: 'text', value: ({ name }) => name },
  path: { title: 'Path', unit: 'text', value: ({ layer }) => layer.path },
  type: { title: 'Type', unit: 'text', value: ({ layer, times }) => (times > 1 ? `${times} x ` : '') + layer.type },
  input: { title: 'Input shape', unit: 'text', value: ({ layer }) => shapes(layer.inputs) },
  output: {
    title: 'Output shape',
    unit: 'text',
    value: ({ layer }) => (layer.failed ? '✗ fails here' : shapes(layer.outputs)),
  },
  dtype: { title: 'Dtype', unit: 'text', value: ({ layer }) => layer.dtype },
  params: { title: 'Params', unit: 'count', value: (line) => state(line, ({ params }) => params) },
  total_params: {
    title: 'Params below',
    unit: 'count',
    value: ({ totalParams, layer }) => (layer.partialBelow ? undefined : own(totalParams)),
  },
  params_share: {
    title: 'Params share',
    unit: 'bar',
    value: ({ amounts }, totals) => share(amounts.params, totals?.params),
  },
  trainable: { title: 'Trainable', unit: 'text', value: trainable },
  trainable_params: {
    title: 'Trainable params',
    unit: 'count',
    value: (line) => state(line, ({ trainable }) => trainable),
  },
  buffers: { title: 'Buffers', unit: 'count', value: (line) => state(line, ({ buffers }) => buffers) },
  shared: { title: 'Counted at', unit: 'text', value: ({ layer }) => layer.sharedWith },
  bytes: { title: 'Bytes', unit: 'bytes', value: (line) => state(line, allBytes) },
  bytes_float32: { title: 'float32', unit: 'bytes', value: bytesOf('float32') },
  bytes_int32: { title: 'int32', unit: 'bytes', value: bytesOf('int32') },
  bytes_bool: { title: 'bool', unit: 'bytes', value: bytesOf('bool') },
  kernel: {
    title: 'Kernel',
    unit: 'text',
    value: ({ layer }) => layer.kernelSize && `[${[layer.kernelSize].flat().join(', ')}]`,
  },
  settings: { title: 'Settings', unit: 'text', value: ({ settings }) => settings && settingsText(settings) },
  macs: { title: 'MACs', unit: 'count', value: macs },
  macs_share: { title: 'MACs share', unit: 'bar', value: (line, totals) => share(macs(line) ?? 0, totals?.macs) },
  flops: { title: 'FLOPs', unit: 'count', value: flops },
  activation: { title: 'Activations', unit: 'bytes', value: ({ activationBytes }) => own(activationBytes) },
  intensity: { title: 'FLOPs/byte', unit: 'ratio', value: intensity },
  latency: { title: 'Latency', unit: 'ms', value: ({ amounts: { ms } }) => ms && median(ms) },
  spread: { title: 'Spread', unit: 'ms', value: spread },
  total_latency: { title: 'Latency below', unit: 'ms', value: ({ totalMs }) => totalMs && median(totalMs) },
  share: { title: 'Share of time', unit: 'bar', value: timeShare },
  gflops: { title: 'GFLOP/s', unit: 'ratio', value: gflops },
  memory: { title: 'Memory', unit: 'bytes', value: ({ peak }) => peak?.measured },
  memory_estimated: { title: 'Estimated', unit: 'bytes', value: ({ peak }) => peak?.estimated },
  mean: { title: 'Mean', unit: 'number', value: statistic('mean') },
  std: { title: 'Std', unit: 'number', value: statistic('std') },
  min: { title: 'Min', unit: 'number', value: statistic('min') },
  max: { title: 'Max', unit: 'number', value: statistic('max') },
  norm: { title: 'Norm', unit: 'number', value: statistic('norm') },
  zeros: { title: 'Zeros', unit: 'count', value: statistic('zeros') },
  nan: { title: 'NaN', unit: 'count', value: statistic('nan') },
  infinite: { title: 'Infinite', unit: 'count', value: statistic('infinite') },
  histogram: {
    title: 'Histogram',
    unit: 'text',
    value: ({ layer }) => layer.statistics && sparkline(layer.statistics.histogram),
  },
} satisfies Record<string, Column>;
export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as readonly ColumnName[];
export const defaultColumns: readonly ColumnName[] = ['name', 'type', 'output', 'params', 'macs'];
/** where numbers are given */
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

/** what needs the time to be taken */
export const measuredColumns: readonly ColumnName[] = [
  'latency',
  'spread',
  'total_latency',
  'share',
  'gflops',
  'memory',
  'memory_estimated',
];

/** @throws UserError for a name that is no column. */
export function columnsOf(names: readonly string[]): [ColumnName, Column][] {
  if (names.length === 0) throw new UserError(`no column is named (one of ${columnNames.join(', ')})`);
  return names.map((name) => {
    if (!Object.hasOwn(columns, name))
      throw new UserError(`unknown column: ${name} (one of ${columnNames.join(', ')})`);
    return [name as ColumnName, columns[name as ColumnName]];
  });
}
