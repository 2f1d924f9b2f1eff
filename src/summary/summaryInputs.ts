// Checks the arguments of `summary` before the model is run.
import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import { shapeText } from '../tensors.ts';
import type { Trace } from '../trace/trace.ts';
import { type InputSpec, modulesOf, type Traceable, trace } from '../trace/traceModel.ts';
import { someMeasured } from './columns.ts';
import { defaultStyle } from './defaultStyle.ts';
import type { Size, StyleOptions } from './style.ts';
import { type StyleName, styleNames, styleOf } from './styles.ts';

/** Options of `summary` and `summaryAsync`. */
export interface SummaryOptions extends StyleOptions {
  /** The batch to trace with, 1 unless given; style torchsummary alone takes -1, its default, traces with 2 and prints -1. */
  readonly batchSize?: number;
  /** torchsummary for a Module, table for any other model unless given. */
  readonly style?: StyleName;
  /** Data types of the inputs in order, float32 where none is given. */
  readonly dtypes?: readonly NonNullable<InputSpec['dtype']>[];
  /** The backend of tf.js that computes the model; shapes alone are traced without one, see `trace`. */
  readonly backend?: string | undefined;
}

/** A summary that can be run. */
export interface SummaryInputs {
  readonly style: StyleName;
  readonly sizes: readonly Size[] | null;
  readonly batchSize: number;
  /** Undefined where the model is not run. */
  readonly inputs: readonly InputSpec[] | undefined;
  /** Whether a column needs the model's time. */
  readonly isMeasured: boolean;
  /** Traces the model with a batch of this size. */
  traceAt(batchSize: number): Trace;
}

/** @throws UserError for an unknown style, a size that is no count, and a style whose needs the inputs do not meet */
export function summaryInputs(
  model: Traceable,
  inputSize: Size | readonly Size[] | null,
  options: SummaryOptions,
): SummaryInputs {
  const style = choice('style', options.style ?? defaultStyle(model), styleNames);
  const { needs } = styleOf(style);
  const { dtypes = [], batchDim = 0, memoryBudgetBytes } = options;
  const { batchSize = needs === 'batch' ? -1 : 1 } = options;
  if (batchSize === -1 && needs !== 'batch')
    throw new UserError(
      `style ${style} needs a batch size of at least 1, got -1, which style torchsummary alone shows`,
    );
  const sizes = inputSize === null ? null : checkedSizes(inputSize, batchSize);
  if (sizes === null && needs !== 'modules') throw new UserError(`style ${style} needs an input size`);
  if (batchDim === null && (needs === 'batch' || memoryBudgetBytes !== undefined))
    throw new UserError(
      `${needs === 'batch' ? `style ${style}` : 'a memory budget'} needs a batch: the input sizes are whole`,
    );
  const inputsAt = (batch: number): InputSpec[] =>
    (sizes ?? []).map((size, i) => {
      const dtype = dtypes[i];
      return { shape: withBatch(size, batch, batchDim), ...(dtype && { dtype }) };
    });
  const traceAt = (batch: number): Trace =>
    sizes === null ? { ...notRun, modules: modulesOf(model) } : trace(model, inputsAt(batch), options);
  const isMeasured = needsTiming(style, options);
  if (sizes === null && isMeasured) throw new UserError('a model without an input is not run: no time can be taken');
  const inputs = sizes === null ? undefined : inputsAt(shownBatch(batchSize));
  return { style, sizes, batchSize, inputs, isMeasured, traceAt };
}

/** The batch to trace with; 2 for one that stays open, as in torchsummary, since batch normalization cannot train on 1. */
export const shownBatch = (batchSize: number): number => (batchSize === -1 ? 2 : batchSize);

function needsTiming(style: StyleName, { columns = [], sort }: StyleOptions): boolean {
  if (styleOf(style).copies !== undefined) return false;
  return someMeasured([...columns, ...(sort === undefined ? [] : [sort])]);
}

const notRun = { source: 'module', values: [], calls: [], returned: [], inputs: [], outputs: [] } as const;

function withBatch(size: Size, batch: number, axis: number | null): readonly number[] {
  if (axis === null) return size;
  if (axis < 0 || axis > size.length || !Number.isInteger(axis))
    throw new UserError(`batch dimension must be 0 to ${size.length}, got ${axis}`);
  return size.toSpliced(axis, 0, batch);
}

function checkedSizes(inputSize: Size | readonly Size[], batchSize: number): readonly Size[] {
  if (batchSize !== -1 && !isCount(batchSize))
    throw new UserError(`batch size must be -1 or a whole number of at least 1, got ${batchSize}`);
  const sizes = (Array.isArray(inputSize[0]) ? inputSize : [inputSize]) as readonly Size[];
  for (const size of sizes)
    if (!size.every(isCount))
      throw new UserError(`input sizes must be whole numbers of at least 1, got ${shapeText(size)}`);
  return sizes;
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
