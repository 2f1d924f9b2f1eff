// Types of a table style: the rows of styles.ts, what they are given, and the options that they take.
import type { Convention } from '../cost/macs.ts';
import type { Engine, Optimizer } from '../cost/training.ts';
import type { OptionNames } from '../options.ts';
import type { Timing } from '../timing/timing.ts';
import type { Weights } from '../trace/adapter.ts';
import type { Trace } from '../trace/trace.ts';
import type { Limits } from './limits.ts';
import type { TorchinfoOptions } from './styles/torchinfo/torchinfoOptions.ts';
import type { Facts, FailedFacts } from './tableModel.ts';

/** The shape of an input without the batch, such as [channels, height, width]. */
export type Size = readonly number[];

/** A forward pass as the styles print it. */
export interface Traced {
  readonly trace: Trace;
  readonly timing?: Timing | undefined;
  /** Without the batch; null for a model that was not run. */
  readonly sizes: readonly Size[] | null;
  /** -1 for a batch that stays open. */
  readonly batchSize: number;
  /** The tree of layers, and totals where the forward pass ended; computed at the first call. */
  facts(): Facts | FailedFacts;
}

/** Options that one style takes or another. */
export interface StyleOptions extends Omit<TorchinfoOptions, 'columns'> {
  /** torchinfo's names for style torchinfo, `columnNames` for table, markdown, csv and html. */
  readonly columns?: readonly string[] | undefined;
  /** Lists the layers by this column instead of drawing a tree: numbers from the largest, words from A. */
  readonly sort?: string | undefined;
  /** Shows only layers whose path or type holds this text, upper and lower case alike. */
  readonly filter?: string | undefined;
  /** One line for equal neighbours, such as the blocks of a deep model; true unless given. */
  readonly fold?: boolean | undefined;
  /** Columns of the terminal that style table must fit. */
  readonly width?: number | undefined;
  /** Whether style table has colours of a terminal: dim lines, bold totals, bars by share; false unless given. */
  readonly colours?: boolean | undefined;
  /** What counts as a multiply-add, macs unless given. */
  readonly convention?: Convention | undefined;
  /** The library whose rules decide what a training step saves, tfjs unless given. */
  readonly engine?: Engine | undefined;
  /** The optimizer whose state a training step holds; adam unless given. */
  readonly optimizer?: Optimizer | undefined;
  /** The model's, by path: adds a line for each parameter with statistics of its values, and folds nothing. */
  readonly weights?: Weights | undefined;
  /** Adds the largest batches whose inference and training fit into this many bytes. */
  readonly memoryBudgetBytes?: number | undefined;
  /** Style markdown opens with a table that holds the model against these budgets; `checkLimits` does so in code. */
  readonly limits?: Limits | undefined;
  /** torchinfo's `batch_dim`: the axis of the batch, 0 unless given; null for input sizes that hold all axes. */
  readonly batchDim?: number | null | undefined;
  /** Timed forward passes for columns that are measured. */
  readonly runs?: number | undefined;
  /** Forward passes before those that are timed. */
  readonly warmup?: number | undefined;
}

/** Names of the options of all styles. */
export const styleOptionNames: OptionNames<StyleOptions> = {
  columns: true,
  sort: true,
  depth: true,
  filter: true,
  fold: true,
  width: true,
  colours: true,
  convention: true,
  engine: true,
  optimizer: true,
  weights: true,
  memoryBudgetBytes: true,
  limits: true,
  batchDim: true,
  runs: true,
  warmup: true,
  colWidth: true,
  rowSettings: true,
  verbose: true,
};

/** A row of the table in styles.ts. */
export interface Style {
  /** A noun phrase for help and docs. */
  readonly describe: string;
  /** The program whose output it equals byte for byte; its columns are that program's, and none is measured. */
  readonly copies?: string;
  /** What it cannot do without: the modules alone, inputs to run the model on, or inputs with one batch axis. */
  readonly needs: 'modules' | 'inputs' | 'batch';
  /** Names of the options that change it. */
  readonly takes: readonly (keyof StyleOptions)[];
  /** Whether its text holds the notes, which a terminal then need not show again. */
  readonly printsNotes?: true;
  /** Notes on what it shows of this model. */
  notes(trace: Trace, options: StyleOptions): string[];
  render(traced: Traced, options: StyleOptions): string;
}
