// The columns of the styles table, markdown, csv and html.
import { choices } from '../choice.ts';
import { median } from '../cost/quantiles.ts';
import { UserError } from '../errors.ts';
import { sparkline } from '../weights/statistics.ts';
import type { Column } from './column.ts';
import * as values from './columnValues.ts';

/** Each column by its name: help, docs and `--columns` are made from this table. */
export const columns = {
  name: {
    title: 'Layer',
    unit: 'text',
    isName: true,
    describe: 'name of the layer, indented by its depth',
    value: ({ name }) => name,
  },
  path: {
    title: 'Path',
    unit: 'text',
    isName: true,
    describe: 'path of the layer from the model',
    value: ({ layer }) => layer.path,
  },
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
    value: ({ layer }) => values.shapes(layer.inputs, layer.open?.inputs),
  },
  output: {
    title: 'Output shape',
    unit: 'text',
    describe: 'shapes of its outputs, batch first',
    value: ({ layer }) => (layer.failed ? '✗ fails here' : values.shapes(layer.outputs, layer.open?.outputs)),
  },
  sources: {
    title: 'Connected to',
    unit: 'text',
    isName: true,
    describe: 'paths of the layers beside it whose outputs it takes; input for what the layer around it is given',
    value: ({ layer }) => layer.sources().join(', ') || undefined,
  },
  dtype: { title: 'Dtype', unit: 'text', describe: 'data type of its first output', value: ({ layer }) => layer.dtype },
  params: {
    title: 'Params',
    unit: 'count',
    describe: 'parameters of its own',
    value: (line) => values.state(line, ({ params }) => params),
  },
  total_params: {
    title: 'Params below',
    unit: 'count',
    describe: 'parameters with those of the layers in it',
    value: ({ totalParams, layer }) => (layer.partialBelow ? undefined : values.own(totalParams)),
  },
  params_share: {
    title: 'Params share',
    unit: 'bar',
    describe: 'its share of the model’s parameters',
    value: ({ amounts }, totals) => values.share(amounts.params, totals?.params),
  },
  trainable: {
    title: 'Trainable',
    unit: 'text',
    describe: 'whether its parameters are trained: yes, no or partly',
    value: values.trainable,
  },
  trainable_params: {
    title: 'Trainable params',
    unit: 'count',
    describe: 'parameters of its own that are trained',
    value: (line) => values.state(line, ({ trainable }) => trainable),
  },
  buffers: {
    title: 'Buffers',
    unit: 'count',
    describe: 'values of its own that are state and not trained',
    value: (line) => values.state(line, ({ buffers }) => buffers),
  },
  shared: {
    title: 'Counted at',
    unit: 'text',
    describe: 'path of the layer that counts its parameters, or of the first parameter that it shares',
    value: ({ layer }) => layer.sharedWith,
  },
  bytes: {
    title: 'Bytes',
    unit: 'bytes',
    describe: 'bytes of its parameters and buffers',
    value: (line) => values.state(line, values.allBytes),
  },
  bytes_float32: {
    title: 'float32',
    unit: 'bytes',
    describe: 'bytes of them in float32',
    value: values.bytesOf('float32'),
  },
  bytes_int32: { title: 'int32', unit: 'bytes', describe: 'bytes of them in int32', value: values.bytesOf('int32') },
  bytes_bool: { title: 'bool', unit: 'bytes', describe: 'bytes of them in bool', value: values.bytesOf('bool') },
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
    value: ({ settings }) => settings && values.settingsText(settings),
  },
  macs: {
    title: 'MACs',
    unit: 'count',
    describe: 'multiply-adds of its own: of products and convolutions, not of elementwise ops and sums',
    value: values.macs,
  },
  macs_share: {
    title: 'MACs share',
    unit: 'bar',
    describe: 'its share of the model’s multiply-adds',
    value: (line, totals) => values.share(values.macs(line) ?? 0, totals?.macs),
  },
  flops: {
    title: 'FLOPs',
    unit: 'count',
    describe: 'floating-point operations, two for each multiply-add',
    value: values.flops,
  },
  activation: {
    title: 'Activations',
    unit: 'bytes',
    describe: 'bytes of its outputs',
    value: ({ activationBytes }) => values.own(activationBytes),
  },
  intensity: {
    title: 'FLOPs/byte',
    unit: 'ratio',
    describe: 'floating-point operations for each byte that it reads or writes',
    value: values.intensity,
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
    value: values.spread,
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
    value: values.timeShare,
  },
  gflops: {
    title: 'GFLOP/s',
    unit: 'ratio',
    describe: 'billions of floating-point operations a second',
    measured: true,
    value: values.gflops,
  },
  memory: {
    title: 'Memory',
    unit: 'bytes',
    describe: 'most bytes of activations while it ran, counted by tf.js',
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
    value: values.statistic('mean'),
  },
  std: {
    title: 'Std',
    unit: 'number',
    describe: 'standard deviation of a parameter’s values (with weights)',
    value: values.statistic('std'),
  },
  min: {
    title: 'Min',
    unit: 'number',
    describe: 'smallest of a parameter’s values (with weights)',
    value: values.statistic('min'),
  },
  max: {
    title: 'Max',
    unit: 'number',
    describe: 'largest of a parameter’s values (with weights)',
    value: values.statistic('max'),
  },
  norm: {
    title: 'Norm',
    unit: 'number',
    describe: 'Euclidean norm of a parameter (with weights)',
    value: values.statistic('norm'),
  },
  zeros: {
    title: 'Zeros',
    unit: 'count',
    describe: 'zeros among a parameter’s values (with weights)',
    value: values.statistic('zeros'),
  },
  nan: {
    title: 'NaN',
    unit: 'count',
    describe: 'NaNs among a parameter’s values (with weights)',
    value: values.statistic('nan'),
  },
  infinite: {
    title: 'Infinite',
    unit: 'count',
    describe: 'infinities among a parameter’s values (with weights)',
    value: values.statistic('infinite'),
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
  return choices('column', names, columnNames).map((name) => [name, columns[name]]);
}
