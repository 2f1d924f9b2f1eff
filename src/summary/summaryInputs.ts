// Checks the arguments of `summary` before the model is run.

import { atBase, explainOpenAxes, hasOpenAxes, type OpenAxes } from '../axes/explainAxes.ts';
import { got } from '../checks.ts';
import { choice, choices } from '../choice.ts';
import { UserError } from '../errors.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import { dtypes, shapeText } from '../tensors.ts';
import type { ModelAdapter } from '../trace/adapter.ts';
import { adapterOf } from '../trace/adapters.ts';
import {
  axesText,
  type GivenInput,
  type InputSpec,
  type ModelInputs,
  type OpenInput,
  readInputs,
  splitArguments,
} from '../trace/inputs.ts';
import { closedInputs, type JoinedInput, joinInputs } from '../trace/joinInputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import { someMeasured } from './columns.ts';
import { defaultStyle } from './defaultStyle.ts';
import { type Size, type StyleOptions, styleOptionNames } from './style.ts';
import { type StyleName, styleNames, styleOf } from './styles.ts';

/** Options of `summary` and `summaryAsync`. */
export interface SummaryOptions extends StyleOptions {
  /** The batch to trace with, 1 unless given; style torchsummary alone takes -1, its default, traces with 2 and prints -1. */
  readonly batchSize?: number | undefined;
  /** torchsummary for a Module, table for any other model unless given. */
  readonly style?: StyleName | undefined;
  /** Data types of the inputs in order, float32 where none is given. */
  readonly dtypes?: readonly NonNullable<InputSpec['dtype']>[] | undefined;
  /** The backend of tf.js that computes the model; shapes alone are traced without one, see `trace`. */
  readonly backend?: string | undefined;
}

/** Names of the options of `summary`. */
export const summaryOptionNames: OptionNames<SummaryOptions> = {
  ...styleOptionNames,
  batchSize: true,
  style: true,
  dtypes: true,
  backend: true,
};

/** The input of a summary: null for a model that is not run; a list of numbers is a shape without the batch. */
export type SummaryInput = ModelInputs | null;

/** A summary that can be run. */
export interface SummaryInputs {
  readonly adapter: ModelAdapter;
  readonly style: StyleName;
  readonly options: SummaryOptions;
  /** Without the batch; null where the model is not run. */
  readonly sizes: readonly Size[] | null;
  /** -1 for a batch that stays open. */
  readonly batchSize: number;
  /** Whether the inputs were given with a batch of their own. */
  readonly hasOwnBatch: boolean;
  /** Whether a column needs the model's time. */
  readonly isMeasured: boolean;
  /** Where the model leaves axes beyond the batch open. */
  readonly axes?: OpenAxes;
  /** The inputs with a batch of this size. */
  inputsAt(batchSize: number): readonly InputSpec[];
}

/**
 * The arguments of `summary`, checked.
 * @throws UserError for an unknown style or option, inputs that nobody knows or that are not the model's, and a style whose
 * needs the inputs do not meet
 */
export function summaryInputs(
  model: Traceable,
  first: SummaryInput | SummaryOptions | undefined,
  second: SummaryOptions | undefined,
): SummaryInputs {
  const { inputs, options = {} } = splitArguments<SummaryInput, SummaryOptions>(first, second);
  expectOptions(options, summaryOptionNames);
  const adapter = adapterOf(model);
  const style = choice('style', options.style ?? defaultStyle(model), styleNames);
  const { needs } = styleOf(style);
  const isMeasured = needsTiming(style, options);
  expectBatchSize(options.batchSize, style);
  const asked = { adapter, style, options, isMeasured };
  if (inputs === null) {
    if (needs !== 'modules') throw new UserError(`style ${style} needs an input size`);
    if (isMeasured) throw new UserError('a model without an input is not run: no time can be taken');
    return { ...asked, sizes: null, batchSize: options.batchSize ?? 1, hasOwnBatch: false, inputsAt: () => [] };
  }
  const batchDim = options.batchDim === undefined ? 0 : options.batchDim;
  if (batchDim === null) expectBatch(style, options, 'the input sizes are whole');
  // [] is the size of a number, but for a model that takes nothing
  const forms = Array.isArray(inputs) && inputs.length === 0 && adapter.inputs?.length !== 0 ? [[]] : inputs;
  const given = forms === undefined ? undefined : readInputs(forms).map((input) => withOpenBatch(input, batchDim));
  if (given) expectWithoutBatch(given, adapter.inputs);
  const joined = joinInputs(
    withDtypes(given, options),
    adapter.inputs,
    'summary(model, [224, 224, 3]), without the batch',
  );
  if (!hasOpenAxes(joined)) return { ...asked, ...batched(joined, asked, batchDim) };
  const axes = explainOpenAxes(adapter, joined);
  return { ...asked, ...batched(atBase(axes, joined), asked, batchDim), axes };
}

/** A list of numbers alone is a size without the batch, unless its first axis is open. */
function withOpenBatch(input: GivenInput, batchDim: number | null): GivenInput {
  const { shape, isShape } = input;
  if (!isShape || shape[0] === null) return input;
  if (!shape.every((dim) => dim !== null && isCount(dim)))
    throw new UserError(`input sizes must be whole numbers of at least 1, got ${axesText(shape)}`);
  return batchDim === null ? input : { ...input, shape: [null, ...shape] };
}

/** @throws UserError for a size that was given with the batch of an input that the model declares */
function expectWithoutBatch(given: readonly GivenInput[], own: readonly OpenInput[] | undefined): void {
  for (const [i, { shape, isShape, name }] of given.entries()) {
    const declared = own?.find((input) => name !== undefined && input.name === name) ?? own?.[i];
    const size = shape.slice(1);
    if (!isShape || shape[0] !== null || !declared || size.length !== declared.shape.length) continue;
    const fits = declared.shape.every((dim, axis) => axis === 0 || dim === null || dim === size[axis]);
    if (fits) throw withBatchError(size as Size);
  }
}

/** The error for a size that holds the batch. */
export const withBatchError = (size: Size): UserError =>
  new UserError(
    `the input size ${shapeText(size)} was given with the batch: give ${shapeText(size.slice(1))}, or { shape: ${shapeText(size)} }`,
  );

function withDtypes(
  given: readonly GivenInput[] | undefined,
  options: SummaryOptions,
): readonly GivenInput[] | undefined {
  const stated = choices('dtype', options.dtypes ?? [], dtypes);
  return given?.map((input, i) => ({ ...input, ...(input.dtype === undefined && stated[i] && { dtype: stated[i] }) }));
}

type Batched = Pick<SummaryInputs, 'sizes' | 'batchSize' | 'hasOwnBatch' | 'inputsAt'>;

/** Splits the batch from the other axes; an input whose axes do not begin with the one batch of all is whole. */
function batched(
  inputs: readonly JoinedInput[],
  { style, options }: Pick<SummaryInputs, 'style' | 'options'>,
  batchDim: number | null,
): Batched {
  const asked = options.batchSize;
  const batches = [...new Set(inputs.map(({ shape }) => shape[0]))];
  const [batch] = batches;
  if (batchDim === null || batches.length !== 1 || batch === undefined) {
    if (batchDim !== null && inputs.some(({ shape }) => shape[0] !== null)) {
      const found = batches.map((size) => size ?? (size === null ? 'one that is open' : 'none')).join(' and ');
      expectBatch(style, options, `the first axes of the inputs are ${found || 'none'}`);
      if (asked === -1) throw new UserError('a batch size of -1 needs one batch, the first axis of every input');
    }
    const inputsAt = (size: number): readonly InputSpec[] => closedInputs(inputs, size);
    const size = asked ?? 1;
    return {
      sizes: inputsAt(shownBatch(size)).map(({ shape }) => shape),
      batchSize: size,
      hasOwnBatch: false,
      inputsAt,
    };
  }
  if (batch !== null && asked !== undefined && asked !== batch && asked !== -1)
    throw new UserError(`a batch size of ${asked} was asked for, and the inputs have ${batch}: leave one of them out`);
  const sizes = closedInputs(inputs, 1).map(({ shape }) => shape.slice(1));
  const batchSize = asked ?? batch ?? (styleOf(style).needs === 'batch' ? -1 : 1);
  const inputsAt = (size: number): readonly InputSpec[] =>
    closedInputs(inputs, size).map((closed, i) =>
      // a tensor has numbers for its own batch alone
      inputs[i]!.tensor && size === batch && batchDim === 0
        ? closed
        : { ...specFields(closed), shape: withBatch(sizes[i]!, size, batchDim) },
    );
  return { sizes, batchSize, hasOwnBatch: batch !== null, inputsAt };
}

const specFields = ({ name, dtype }: InputSpec): Omit<InputSpec, 'shape'> => ({
  ...(name !== undefined && { name }),
  ...(dtype && { dtype }),
});

/** The batch to trace with; 2 for one that stays open, as in torchsummary, since batch normalization cannot train on 1. */
export const shownBatch = (batchSize: number): number => (batchSize === -1 ? 2 : batchSize);

function needsTiming(style: StyleName, { columns = [], sort }: StyleOptions): boolean {
  if (styleOf(style).copies !== undefined) return false;
  return someMeasured([...columns, ...(sort === undefined ? [] : [sort])]);
}

function withBatch(size: Size, batch: number, axis: number): readonly number[] {
  if (axis < 0 || axis > size.length || !Number.isInteger(axis))
    throw new UserError(`batch dimension must be 0 to ${size.length}, got ${axis}`);
  return size.toSpliced(axis, 0, batch);
}

/** @throws UserError where the style or a memory budget needs a batch, with the reason why there is none */
function expectBatch(style: StyleName, { memoryBudgetBytes }: SummaryOptions, reason: string): void {
  const needsBatch = styleOf(style).needs === 'batch';
  if (needsBatch || memoryBudgetBytes !== undefined)
    throw new UserError(
      `${needsBatch ? `style ${style}` : 'a memory budget'} needs a batch: ${reason}${needsBatch ? ', and style table needs none' : ''}`,
    );
}

function expectBatchSize(batchSize: number | undefined, style: StyleName): void {
  if (batchSize === undefined) return;
  if (batchSize === -1 && styleOf(style).needs !== 'batch')
    throw new UserError(
      `style ${style} needs a batch size of at least 1, got -1, which style torchsummary alone shows`,
    );
  if (batchSize !== -1 && !isCount(batchSize))
    throw new UserError(`batch size must be -1 or a whole number of at least 1, got ${got(batchSize)}`);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
