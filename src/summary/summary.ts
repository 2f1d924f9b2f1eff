// `summary`: tables of one forward pass of a model.
import { openAxesNotes } from '../axes/openTexts.ts';
import { expectCountable } from '../checks.ts';
import { choice } from '../choice.ts';
import { expectOptions } from '../options.ts';
import { profileSteps } from '../timing/profileModel.ts';
import type { Timing } from '../timing/timing.ts';
import { type Awaitable, runSteps, type Steps, synchronous, wait } from '../trace/awaitable.ts';
import { expectTrace } from '../trace/expectTrace.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traceable } from '../trace/traceable.ts';
import { expectSynchronous, modulesOf, tracePass } from '../trace/traceModel.ts';
import { frameOf } from '../view/notebook.ts';
import { parameterCount } from './amounts.ts';
import { batchError, expectBatchAxis } from './batchAxis.ts';
import { graphNotes } from './graphNotes.ts';
import { layersNotes } from './layersNotes.ts';
import { caughtNotes, stateNotes } from './stateNotes.ts';
import type { Traced } from './style.ts';
import { html } from './styles/htmlPage.ts';
import { rows, type TorchsummaryRow } from './styles/torchsummary/rows.ts';
import { styleNames, styleOf } from './styles.ts';
import { budgetOf, factsOf, failedFacts } from './summaryFacts.ts';
import {
  type SummaryInput,
  type SummaryInputs,
  type SummaryOptions,
  shownBatch,
  summaryInputs,
  summaryOptionNames,
} from './summaryInputs.ts';
import type { Budget, Facts, Totals } from './tableModel.ts';

/** The tables of one forward pass. Facts and rows are computed when first read; notes and the memory budget at once. */
export interface Summary {
  /** The rows of torchsummary's table. */
  readonly rows: readonly TorchsummaryRow[];
  /** The tree of layers, the totals and the notes. */
  readonly facts: Facts;
  /** Multiply-adds and memory are those of the batch, 1 unless given, and 2 in style torchsummary. */
  readonly totals: Totals;
  /** Clauses on what the table does not show. */
  readonly notes: readonly string[];
  /** The table in the style that was chosen. */
  toString(): string;
  /** What a REPL and a notebook show: the table as text, and as HTML. */
  readonly [display: symbol]: () => unknown;
}

/**
 * Traces one forward pass and tabulates it. Columns that are measured also run and time it, see `profile`.
 * @param inputSize without the batch, such as [channels, height, width], or one such list for each input, in a list or by
 * name; a tensor and `{ name, shape, dtype }` are with the batch. May be left out where the model knows its inputs; null
 * tabulates the modules of a model that is not run, which style torchsummary cannot
 * @param options `style` torchsummary (the default for a Module) and torchinfo equal these programs' output byte for byte;
 * table (the default for other models), markdown, csv, json and html take further options, see `SummaryOptions`
 * @throws UserError for an unknown option, style or column, a size or batch size that is not a positive integer, an input size
 * with the batch, inputs that nobody knows, and more than 2^53 parameters; ForwardError for a forward pass that fails
 * @example
 * console.log(`${summary(model)}`); // a tf.LayersModel knows its inputs
 * console.log(`${summary(new gMLP({ dModel: 64 }), [196, 64])}`);
 * @example
 * summary(model, [3, 224, 224], { style: 'table', depth: 2, columns: ['name', 'params', 'latency'], backend: 'cpu' });
 */
export function summary(model: Traceable, inputSize?: SummaryInput, options?: SummaryOptions): Summary;
export function summary(model: Traceable, options: SummaryOptions): Summary;
export function summary(model: Traceable, first?: SummaryInput | SummaryOptions, second?: SummaryOptions): Summary {
  return synchronous(runSteps(summarySteps(summaryInputs(model, first, second), expectSynchronous)));
}

/**
 * Does what `summary` does, also for a tf.GraphModel that runs only asynchronously, on `options.backend`.
 * @throws the errors of `summary`
 */
export async function summaryAsync(
  model: Traceable,
  inputSize?: SummaryInput,
  options?: SummaryOptions,
): Promise<Summary>;
export async function summaryAsync(model: Traceable, options: SummaryOptions): Promise<Summary>;
export async function summaryAsync(
  model: Traceable,
  first?: SummaryInput | SummaryOptions,
  second?: SummaryOptions,
): Promise<Summary> {
  return runSteps(summarySteps(summaryInputs(model, first, second), () => undefined));
}

/** @param expectRunnable refuses a model that cannot run here */
function* summarySteps(asked: SummaryInputs, expectRunnable: typeof expectSynchronous): Steps<Summary> {
  const { adapter, sizes, batchSize, isMeasured, options, inputsAt } = asked;
  if (sizes === null) return summaryOf(asked, { trace: { ...notRun, modules: modulesOf(adapter) } });
  const traceAt = (batch: number): Awaitable<Trace> => tracePass(adapter, adapter.fit(inputsAt(batch)), options);
  const batch = shownBatch(batchSize);
  let timed: Timed;
  try {
    if (isMeasured) timed = yield* profileSteps(adapter, () => adapter.fit(inputsAt(batch)), options, expectRunnable);
    else {
      expectRunnable(adapter, options.backend);
      timed = { trace: yield* wait(traceAt(batch)) };
    }
  } catch (error) {
    throw yield* batchError(asked, error);
  }
  yield* expectBatchAxis(asked);
  const { memoryBudgetBytes } = options;
  const budget = memoryBudgetBytes === undefined ? undefined : yield* budgetOf(traceAt, memoryBudgetBytes, options);
  return summaryOf(asked, timed, budget);
}

interface Timed {
  readonly trace: Trace;
  readonly timing?: Timing;
}

const notRun = { trainable: true, hasOps: true, values: [], calls: [], returned: [], inputs: [], outputs: [] } as const;

function summaryOf(
  { style: name, sizes, batchSize, options, axes }: SummaryInputs,
  { trace, timing }: Timed,
  budget?: Budget,
): Summary {
  const style = styleOf(name);
  expectCountable(parameterCount(trace));
  const shown = axes && {
    axes,
    batch: { size: shownBatch(batchSize), isOpen: batchSize === -1 || options.batchSize === undefined },
  };
  const notes = [
    ...style.notes(trace, options),
    ...layersNotes(trace),
    ...graphNotes(trace),
    ...stateNotes(trace),
    ...caughtNotes(trace),
    ...(shown ? openAxesNotes(shown.axes, shown.batch) : []),
  ];
  const facts = once(() => factsOf(trace, notes, options, timing, budget, shown));
  const torchsummaryRows = once(() => rows(trace));
  const text = (): string => style.render({ trace, timing, sizes, batchSize, facts }, options);
  return {
    get rows() {
      return torchsummaryRows();
    },
    get facts() {
      return facts();
    },
    get totals() {
      return facts().totals;
    },
    notes,
    toString: text,
    // a REPL of Node calls the first, a notebook kernel of Deno or Bun the second
    [Symbol.for('nodejs.util.inspect.custom')]: text,
    [Symbol.for('Jupyter.display')]: () => ({
      'text/plain': text(),
      'text/html': frameOf(html({ trace, timing }, facts(), options)),
    }),
  };
}

/**
 * Tabulates a trace, such as that of a forward pass that failed, in any style that copies no other program.
 * @param options `style` is table unless given; with the `timing` of a `profile` the columns that are measured have values
 * @throws UserError for an unknown style or column, and for a value that is no trace
 */
export function tabulate(trace: Trace, options: SummaryOptions & { readonly timing?: Timing } = {}): string {
  expectOptions(options, { ...summaryOptionNames, timing: true });
  const { style = 'table', timing } = options;
  const ownStyles = styleNames.filter((name) => styleOf(name).copies === undefined);
  const chosen = styleOf(choice('style for a trace', style, ownStyles));
  expectTrace(trace);
  const facts = once(() =>
    trace.failed === undefined ? factsOf(trace, [], options, timing) : failedFacts(trace, options),
  );
  return chosen.render({ trace, timing, sizes: null, batchSize: 1, facts } satisfies Traced, options);
}

/** Caches the result of `compute`. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}
