// The options that choose what a table shows.
import { choice as chosen } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { StyleOptions } from '../../src/summary/style.ts';
import type { StyleName } from '../../src/summary/styles.ts';
import type { SummaryOptions } from '../../src/summary/summaryInputs.ts';
import { bytes, type Choices, choice, count, flag, list, named, text, type Values, withDefault } from './schema.ts';
import { timingCounts, timingOptions } from './timingOptions.ts';

type RowSettings = NonNullable<SummaryOptions['rowSettings']>;

const rowSettingNames = async () =>
  (await import('../../src/summary/styles/torchinfo/torchinfoOptions.ts')).rowSettings;

/** Options of `summary`, except for those of the model. */
export const summaryOptions = {
  style: {
    ...choice('style', 'how the table is written', async () => (await import('../../src/summary/styles.ts')).styles),
    defaultText: 'torchsummary for a Module, table for other models',
  },
  columns: list('columns to show, with commas between; those that need a run are measured on --backend', async () => {
    const [{ columns }, { titles }] = await Promise.all([
      import('../../src/summary/columns.ts'),
      import('../../src/summary/styles/torchinfo/torchinfoOptions.ts'),
    ]);
    const torchinfo = Object.entries(titles).map(([name, title]) => [name, { describe: `torchinfo: ${title}` }]);
    return { ...Object.fromEntries(torchinfo), ...columns } as Choices;
  }),
  sort: {
    ...text('a list by this of the --columns in the place of the tree'),
    completions: async () => (await import('../../src/summary/columns.ts')).columns,
  },
  ...timingOptions,
  depth: { ...count('levels below the model to show', 0), defaultText: 'all; 3 in style torchinfo' },
  filter: text('show layers whose path or type holds this text'),
  fold: withDefault(flag('one line for equal blocks; --no-fold for all'), true),
  statistics: flag('a line for each parameter, with statistics of --weights'),
  'flops-convention': {
    ...choice('flops convention', 'what counts as a multiply-add', async () =>
      named((await import('../../src/cost/macs.ts')).conventions),
    ),
    defaultText: 'macs',
  },
  engine: {
    ...choice('engine', 'whose rules say what a training step keeps', async () =>
      named((await import('../../src/cost/training.ts')).engines),
    ),
    defaultText: 'tfjs',
  },
  optimizer: {
    ...choice('optimizer', 'whose state a training step keeps', async () => {
      const { optimizers } = await import('../../src/cost/training.ts');
      return named(Object.keys(optimizers) as (keyof typeof optimizers)[]);
    }),
    defaultText: 'adam',
  },
  'memory-budget': bytes('asks for the largest batch that fits, such as 16GB or 512MiB'),
  width: count('columns of the table (default: the terminal’s)', 20),
  'col-width': { ...count('torchinfo: width of a column', 1), defaultText: '25' },
  'row-settings': {
    describe: 'torchinfo: what a row shows, with commas between, or none',
    defaultText: 'depth',
    isList: true as const,
    choices: async () => named([...(await rowSettingNames()), 'none']),
    async parse(typed: string): Promise<RowSettings> {
      const names = typed === 'none' ? [] : typed.split(',').filter((name) => name !== '');
      const known = await rowSettingNames();
      return names.map((name) => chosen('row setting', name, known));
    },
  },
  'batch-dim': { ...count('torchinfo: the axis of the batch', 0), defaultText: '0' },
  verbose: {
    describe: 'torchinfo: 2 adds a row for each parameter; without a value: the lines of your own files under an error',
    optionalValue: true as const,
    choices: async () => named(['1', '2']),
    parse(typed: string): 1 | 2 | undefined {
      if (typed === '') return undefined;
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
export async function tableChoices(
  values: SummaryValues,
  style: StyleName,
  terminalWidth: number | undefined,
): Promise<SummaryOptions & { readonly style: StyleName }> {
  await expectTaken(values, style);
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
} satisfies Partial<Record<keyof SummaryValues, keyof StyleOptions>>;

async function expectTaken(values: SummaryValues, style: StyleName): Promise<void> {
  const { stylesTaking } = await import('../../src/summary/styles.ts');
  for (const [name, option] of Object.entries(styleOptions)) {
    const styles = stylesTaking(option);
    if (values[name as keyof typeof styleOptions] !== undefined && !styles.includes(style))
      throw new UserError(`--${name} is for style ${styles.join(', ')}, not ${style}`);
  }
}
