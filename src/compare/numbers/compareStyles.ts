// A comparison as a table or as JSON.

import { choice } from '../../choice.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import { box } from '../../text/box.ts';
import { grouped } from '../../text/numberText.ts';
import { printable } from '../../text/printable.ts';
import type { ComparedCall, Comparison } from './comparison.ts';
import type { Difference } from './difference.ts';

/** How much of a comparison a table shows. */
export interface CompareTableOptions {
  /** Columns of the terminal; as wide as the cells unless given. */
  readonly width?: number | undefined;
  /** Whether lines are dim and titles bold; false unless given. */
  readonly colours?: boolean | undefined;
  /** Rows for layers, or for ops or kernels in them; layers unless given. */
  readonly level?: CompareLevel | undefined;
}

const styles = { table: tableText, json: jsonText } satisfies Record<
  string,
  (comparison: Comparison, options: CompareTableOptions) => string
>;

/** The levels of rows. */
export const compareLevels = ['layers', 'ops', 'kernels'] as const;
/** The level of a table's rows. */
export type CompareLevel = (typeof compareLevels)[number];

/**
 * A style of a comparison.
 * @useDeclaredType
 */
export type CompareStyle = keyof typeof styles;
/** The styles of a comparison. */
export const compareStyles = Object.keys(styles) as readonly CompareStyle[];

const optionNames: OptionNames<CompareTableOptions> = { width: true, colours: true, level: true };

/** Writes a comparison, with a newline at the end. @throws UserError for an unknown style, level or option */
export function renderComparison(
  comparison: Comparison,
  style: CompareStyle = 'table',
  options: CompareTableOptions = {},
): string {
  expectOptions(options, optionNames);
  if (options.level !== undefined) choice('level', options.level, compareLevels);
  return styles[choice('style', style, compareStyles)](comparison, options);
}

// JSON has no infinities
function jsonText(comparison: Comparison): string {
  const plain = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value;
  return `${JSON.stringify(comparison, plain, 2)}\n`;
}

const columns = [
  { title: 'Layer', cut: 'middle' },
  { title: 'Type' },
  { title: 'Error', align: 'right' },
  { title: 'Of its inputs', align: 'right' },
  { title: 'Made here', align: 'right' },
  { title: 'Max absolute', align: 'right' },
  { title: 'Max relative', align: 'right' },
  { title: 'ULPs', align: 'right' },
  { title: 'Cosine', align: 'right' },
] as const;

function tableText(comparison: Comparison, { level = 'layers', ...options }: CompareTableOptions): string {
  const { calls, tolerance } = comparison;
  const rows = calls.filter((call) => isShown(comparison, call, level)).map((call) => rowOf(call, tolerance));
  const { lines, notes } = box(columns, rows, { ...options, dropOrder: [6, 7, 5, 8, 1, 3, 4] });
  return `${[...lines, ...conclusion(comparison), ...notes.map((note) => `note: ${note}`)].join('\n')}\n`;
}

const levels = { layers: 'module', ops: 'op', kernels: 'kernel' } as const;

/** A layer without layers in it that were compared, or the model itself; ops and kernels of their own level. */
function isShown({ calls }: Comparison, call: ComparedCall, level: CompareLevel): boolean {
  if (call.outputs.length === 0 && call.failure === undefined) return false;
  return call.level === levels[level] || (call.level === 'module' && call === calls[0]);
}

/** Whether a difference is worse than another: by its form, by elements that are not finite, by unequal ones, by size. */
function isWorse(one: Difference, other: Difference): boolean {
  const ranks = ({ mismatch, notFinite, unequal, maxAbsolute }: Difference): number[] => [
    mismatch === undefined ? 0 : 1,
    notFinite,
    unequal,
    maxAbsolute,
  ];
  const [a, b] = [ranks(one), ranks(other)];
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
}

function rowOf(call: ComparedCall, tolerance: number): string[] {
  const { level, layer, name, error, inputError, madeError, failure, outputs } = call;
  const worst = outputs.reduce<Difference | undefined>(
    (found, { carried }) => (found && !isWorse(carried, found) ? found : carried),
    undefined,
  );
  const what = [
    printable(level === 'module' ? layer : `${layer}: ${name}`),
    printable(level === 'module' ? name : level),
    ...[error, inputError, madeError].map((one) => errorText(one, tolerance)),
  ];
  if (failure !== undefined || !worst) return [...what, '--', '--', '--', '--'];
  if (worst.mismatch !== undefined) return [...what, printable(worst.mismatch), '--', '--', '--'];
  const unequal = worst.unequal > 0 ? `${grouped(worst.unequal)} unequal` : worst.maxAbsolute.toExponential(1);
  return [
    ...what,
    worst.notFinite > 0 ? `${grouped(worst.notFinite)} not finite` : unequal,
    worst.maxRelative.toExponential(1),
    grouped(worst.maxUlps),
    worst.cosine.toFixed(6),
  ];
}

/** An error in parts of the scale, marked where it is beyond the tolerance. */
const errorText = (error: number, tolerance: number): string => {
  const text = error === 0 ? '0' : Number.isFinite(error) ? error.toExponential(1) : 'wrong';
  return error > tolerance ? `${text} !` : text;
};

/** Lines under the table. */
function conclusion(comparison: Comparison): string[] {
  const { tested, reference, tolerance, inputs, agrees, calls, firstLayer, firstKernel } = comparison;
  const { firstParameters, compared, values, notes } = comparison;
  const from = inputs.map(({ dtype, shape, from }) => `${dtype} [${shape.join(', ')}] (${from})`).join(', ');
  return [
    `${tested} against ${reference}, ${grouped(compared)} of ${grouped(values)} values, tolerance ${tolerance}`,
    `input: ${from || 'none'}`,
    ...(agrees ? ['all within the tolerance'] : []),
    ...(firstLayer === null ? [] : [layerLine(calls[firstLayer]!, tolerance)]),
    ...(firstKernel === null ? [] : [kernelLine(calls[firstKernel]!, firstParameters)]),
    ...notes,
  ].map((line) => printable(line));
}

function layerLine({ layer, name, error, inputError, madeError }: ComparedCall, tolerance: number): string {
  const what = isWrong(error) ? wrongElements : `error ${shortText(error)}`;
  const origin = madeError > tolerance ? `made here, ${remade(madeError)}` : 'amplified, its inputs differ';
  return `first layer beyond it: ${layer} (${name}), ${what}, ${fedText(error, inputError)}: ${origin}`;
}

/** The error of the inputs, after that of the output. */
function fedText(error: number, inputError: number): string {
  if (isWrong(inputError)) return isWrong(error) ? 'in its inputs too' : `its inputs have ${wrongElements}`;
  return isWrong(error) ? `error of its inputs ${shortText(inputError)}` : `of its inputs ${shortText(inputError)}`;
}

const remade = (madeError: number): string =>
  isWrong(madeError) ? "from the reference's inputs too" : `${shortText(madeError)} on the reference's inputs`;

function kernelLine({ layer, name, madeError, failure, outputs }: ComparedCall, parameters: readonly string[]): string {
  if (failure === undefined && parameters.length > 0) {
    const which = parameters.length === 1 ? 'its parameter' : 'its parameters';
    const verb = parameters.length === 1 ? 'differs' : 'differ';
    return `first cause: in ${layer}, ${which} ${parameters.join(' and ')} ${verb} (read by ${name})`;
  }
  const mismatch = outputs.find(({ made }) => made?.mismatch !== undefined)?.made?.mismatch;
  const error = isWrong(madeError) ? `it gives ${wrongElements}` : shortText(madeError);
  const found = failure === undefined ? (mismatch ?? error) : `it fails, ${failure}`;
  return `first kernel that is wrong on the reference's inputs: ${name} in ${layer}, ${found}`;
}

/** An error that is no number: elements that are not finite on one side, whole numbers or texts that differ, other shapes. */
const isWrong = (error: number): boolean => !Number.isFinite(error);
const wrongElements = 'wrong elements';
const shortText = (error: number): string => (error === 0 ? '0' : error.toExponential(1));
