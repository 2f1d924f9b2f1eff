// The options that choose what a table shows.
import { choice as chosen } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { Style, SummaryOptions } from '../../src/summary/summary.ts';
import { bytes, choice, count, flag, list, named, text, type Values, withDefault } from './schema.ts';
import { timingCounts, timingOptions } from './timingOptions.ts';

type RowSettings = NonNullable<SummaryOptions['rowSettings']>;

const rowSettingNames = async () => (await import('../../src/summary/styles/torchinfo/torchinfo.ts')).rowSettings;

/** Options of `summary`, except for those of the model. */
export const summaryOptions = {
  style: {
    ...choice('style', 'how the table is written', async () =>
      named((await import('../../src/summary/summary.ts')).styleNames),
    ),
    defaultText: 'torchsummary for a Module, table for other models',
  },
  columns: list(
    'columns to show, with commas between; latency, share, gflops, memory and such are measured',
    async () => {
      const [{ columnNames }, { infoColumns }] = await Promise.all([
        import('../../src/summary/columns.ts'),
        import('../../src/summary/styles/torchinfo/torchinfo.ts'),
      ]);
      return named([...new Set<string>([...columnNames, ...infoColumns])]);
    },
  ),
  sort: {
    ...text('a list by this column in the place of the tree'),
    choices: async () => named((await import('../../src/summary/columns.ts')).columnNames),
  },
  ...timingOptions,
  depth: count('levels below the model to show', 0),
  filter: text('show layers whose path or type holds this text'),
  fold: withDefault(flag('one line for equal blocks; --no-fold for all'), true),
  statistics: flag('a line for each parameter, with statistics of --weights'),
  'flops-convention': choice('flops convention', 'what counts as a multiply-add', async () =>
    named((await import('../../src/cost/macs.ts')).conventions),
  ),
  engine: choice('engine', 'whose rules say what a training step keeps', async () =>
    named((await import('../../src/cost/training.ts')).engines),
  ),
  optimizer: choice('optimizer', 'whose state a training step keeps', async () => {
    const { optimizers } = await import('../../src/cost/training.ts');
    return named(Object.keys(optimizers) as (keyof typeof optimizers)[]);
  }),
  'memory-budget': bytes('asks for the largest batch that fits, such as 16GB or 512MiB'),
  width: count('columns of the table (default: the terminal’s)', 20),
  'col-width': count('torchinfo: width of a column', 1),
  'row-settings': {
    describe: 'torchinfo: what a row shows, with commas between, or none',
    isList: true as const,
    choices: async () => named([...(await rowSettingNames()), 'none']),
    async parse(typed: string): Promise<RowSettings> {
      const names = typed === 'none' ? [] : typed.split(',').filter((name) => name !== '');
      const known = await rowSettingNames();
      return names.map((name) => chosen('row setting', name, known));
    },
  },
  'batch-dim': count('torchinfo: the axis of the batch', 0),
  verbose: {
    describe: 'torchinfo: 2 adds a row for each parameter',
    choices: async () => named(['1', '2']),
    parse(typed: string): 1 | 2 {
      if (typed !== '1' && typed !== '2') throw new UserError(`--verbose must be 1 or 2, got ${typed}`);
      return typed === '2' ? 2 : 1;
    },
  },
};

type SummaryValues = Values<typeof summaryOptions>;

/**
 * The options of `summary`, for a table in this style.
 * @param terminalWidth columns of the terminal
 * @throws UserError for an option that the style does not take
 */
export function tableChoices(
  values: SummaryValues,
  style: Style,
  terminalWidth: number | undefined,
): SummaryOptions & { readonly style: Style } {
  expectTaken(values, style);
  const { columns, sort, filter, fold, engine, optimizer, verbose, depth, width = terminalWidth } = values;
  const convention = values['flops-convention'];
  const rowSettings = values['row-settings'];
  const memoryBudgetBytes = values['memory-budget'];
  const colWidth = values['col-width'];
  const batchDim = values['batch-dim'];
  return {
    style,
    fold,
    ...(columns && { columns }),
    ...(rowSettings && { rowSettings }),
    ...(filter !== undefined && { filter }),
    ...(convention && { convention }),
    ...(engine && { engine }),
    ...(optimizer && { optimizer }),
    ...(verbose && { verbose }),
    ...(width && { width }),
    ...(memoryBudgetBytes !== undefined && { memoryBudgetBytes }),
    ...(sort !== undefined && { sort }),
    ...timingCounts(values),
    ...(depth !== undefined && { depth }),
    ...(colWidth !== undefined && { colWidth }),
    ...(batchDim !== undefined && { batchDim }),
  };
}

const own = ['table', 'markdown', 'csv', 'html'];
const takenBy = {
  columns: ['torchinfo', ...own],
  depth: ['torchinfo', ...own],
  filter: own,
  sort: own,
  runs: own,
  warmup: own,
  'flops-convention': [...own, 'json'],
  statistics: [...own, 'json'],
  engine: [...own, 'json'],
  optimizer: [...own, 'json'],
  'memory-budget': [...own.filter((name) => name !== 'csv'), 'json'],
  width: ['table'],
  'col-width': ['torchinfo'],
  'row-settings': ['torchinfo'],
  'batch-dim': ['torchinfo'],
  verbose: ['torchinfo'],
} satisfies Partial<Record<keyof SummaryValues, readonly string[]>>;

function expectTaken(values: SummaryValues, style: Style): void {
  for (const [name, styles] of Object.entries(takenBy))
    if (values[name as keyof typeof takenBy] !== undefined && !styles.includes(style))
      throw new UserError(`--${name} is for style ${styles.join(', ')}, not ${style}`);
}
