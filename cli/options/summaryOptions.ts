// The options that choose what a table shows. In: parsed options. Out: what `summary` takes.

import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { StyleOptions } from '../../src/summary/style.ts';
import type { StyleName } from '../../src/summary/styles.ts';
import type { SummaryOptions } from '../../src/summary/summaryInputs.ts';
import { wholeNumber } from './modelOptions.ts';
import { timingCounts, timingOptions } from './timingOptions.ts';

const text = (describe: string) => ({ describe, type: 'string', requiresArg: true }) as const;

export const summaryOptions = {
  style: {
    ...text('torchsummary, torchinfo, table, markdown, csv, json or html'),
    defaultDescription: 'torchsummary for a Module, table for other models',
  },
  columns: text('columns to show, with commas between; latency, share, gflops, memory and such are measured'),
  sort: text('a list by this column in the place of the tree'),
  ...timingOptions,
  depth: text('levels below the model to show'),
  filter: text('show layers whose path or type holds this text'),
  fold: { describe: 'one line for equal blocks; --no-fold for all', type: 'boolean', default: true },
  statistics: { describe: 'a line for each parameter, with statistics of --weights', type: 'boolean' },
  'flops-convention': text('what counts as a multiply-add: macs or fvcore'),
  engine: text('whose rules say what a training step keeps: tfjs or pytorch'),
  optimizer: text('sgd, momentum or adam'),
  'memory-budget': text('asks for the largest batch that fits, such as 16GB or 512MiB'),
  width: text('columns of the table (default: the terminal’s)'),
  'col-width': text('torchinfo: width of a column'),
  'row-settings': text('torchinfo: depth, var_names, ascii_only, hide_recursive_layers, or none'),
  'batch-dim': text('torchinfo: the axis of the batch'),
  verbose: text('torchinfo: 2 adds a row for each parameter'),
} as const;

type Arguments = Readonly<Record<string, unknown>>;

/** `--style`, where it is given. @throws UserError for an unknown word */
export const askedStyle = (argv: Arguments, styles: readonly StyleName[]): StyleName | undefined =>
  word(argv, 'style', styles);

/** @throws UserError for an unknown word, a value that is no number, and an option that the style does not take. */
export async function tableChoices(
  argv: Arguments,
  style: StyleName,
): Promise<SummaryOptions & { readonly style: StyleName }> {
  const [{ conventions }, { engines, optimizers }, { rowSettings }, { stylesTaking }] = await Promise.all([
    import('../../src/cost/macs.ts'),
    import('../../src/cost/training.ts'),
    import('../../src/summary/styles/torchinfo/torchinfoOptions.ts'),
    import('../../src/summary/styles.ts'),
  ]);
  expectTaken(argv, style, stylesTaking);
  const convention = word(argv, 'flops-convention', conventions);
  const engine = word(argv, 'engine', engines);
  const optimizer = word(argv, 'optimizer', Object.keys(optimizers) as (keyof typeof optimizers)[]);
  const settings = argv['row-settings'] === 'none' ? [] : words(argv, 'row-settings');
  const columns = words(argv, 'columns');
  const verbose = argv.verbose === undefined ? undefined : once(argv, 'verbose');
  if (verbose !== undefined && verbose !== '1' && verbose !== '2')
    throw new UserError(`--verbose must be 1 or 2, got ${verbose}`);
  const width = argv.width === undefined ? process.stdout.columns : wholeNumber(argv, 'width', 20);
  return {
    style,
    fold: argv.fold !== false,
    ...(columns && { columns }),
    ...(settings && { rowSettings: settings.map((name) => known('row setting', name, rowSettings)) }),
    ...(argv.filter !== undefined && { filter: once(argv, 'filter') }),
    ...(convention && { convention }),
    ...(engine && { engine }),
    ...(optimizer && { optimizer }),
    ...(verbose && { verbose: verbose === '2' ? 2 : 1 }),
    ...(width && { width }),
    ...(argv['memory-budget'] !== undefined && { memoryBudgetBytes: bytes(argv, 'memory-budget') }),
    ...(argv.sort !== undefined && { sort: once(argv, 'sort') }),
    ...timingCounts(argv),
    ...number(argv, 'depth', 'depth', 0),
    ...number(argv, 'col-width', 'colWidth', 1),
    ...number(argv, 'batch-dim', 'batchDim', 0),
  };
}

/** The option of `summary` that each option of the command sets, where not every style takes it. */
const styleOptions = {
  columns: 'columns',
  depth: 'depth',
  filter: 'filter',
  sort: 'sort',
  runs: 'runs',
  warmup: 'warmup',
  'flops-convention': 'convention',
  statistics: 'weights',
  engine: 'engine',
  optimizer: 'optimizer',
  'memory-budget': 'memoryBudgetBytes',
  width: 'width',
  'col-width': 'colWidth',
  'row-settings': 'rowSettings',
  'batch-dim': 'batchDim',
  verbose: 'verbose',
} satisfies Partial<Record<keyof typeof summaryOptions, keyof StyleOptions>>;

function expectTaken(
  argv: Arguments,
  style: StyleName,
  stylesTaking: (option: keyof StyleOptions) => readonly StyleName[],
): void {
  for (const [name, option] of Object.entries(styleOptions)) {
    const styles = stylesTaking(option);
    if (argv[name] !== undefined && !styles.includes(style))
      throw new UserError(`--${name} is for style ${styles.join(', ')}, not ${style}`);
  }
}

function number(argv: Arguments, name: string, key: keyof SummaryOptions, least: number): SummaryOptions {
  return argv[name] === undefined ? {} : { [key]: wholeNumber(argv, name, least) };
}

function once(argv: Arguments, name: string): string {
  if (Array.isArray(argv[name])) throw new UserError(`--${name} was given ${argv[name].length} times`);
  return `${argv[name]}`;
}

// 1 GB is 10^9 bytes, 1 GiB 2^30
const units = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

function bytes(argv: Arguments, name: string): number {
  const [, number, unit = 'B'] = /^(\d+(?:\.\d+)?)\s*([KMGT]?i?B)?$/i.exec(once(argv, name)) ?? [];
  const value = Number(number) * units[unit.toUpperCase() as keyof typeof units];
  if (!(value > 0)) throw new UserError(`--${name} must be a size such as 16GB or 512MiB, got ${argv[name]}`);
  return Math.floor(value);
}

function word<T extends string>(argv: Arguments, name: string, choices: readonly T[]): T | undefined {
  return argv[name] === undefined ? undefined : known(name.replace('-', ' '), once(argv, name), choices);
}

function known<T extends string>(what: string, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === name);
  if (!found) throw new UserError(unknownText(what, name, choices));
  return found;
}

function words(argv: Arguments, name: string): string[] | undefined {
  if (argv[name] === undefined) return undefined;
  return once(argv, name)
    .split(',')
    .filter((part) => part !== '');
}
