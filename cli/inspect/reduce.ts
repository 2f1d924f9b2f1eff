// `gmlp-viz inspect --reduce`: writes one run for each reduction of several runs.
import { UserError } from '../../src/errors.ts';
import { storageOf } from '../../src/storage/storages.ts';
import { SummaryWriter } from '../../src/tensorboard/diskWriter.ts';
import { isEventFile } from '../../src/tensorboard/reading/runs.ts';
import { letSignalsIn, orAborted } from '../../src/tensorboard/reading/waited.ts';
import type { ScalarColumns } from '../../src/tensorboard/runs/growingColumns.ts';
import { readRuns } from '../../src/tensorboard/runs/readRuns.ts';
import {
  type ReducedRuns,
  type Reduction,
  reduceRuns,
  type UnequalScalar,
} from '../../src/tensorboard/runs/reduceRuns.ts';
import type { RunOptions } from '../../src/tensorboard/runs/visitRun.ts';
import { untilStopped } from '../untilStopped.ts';
import { cannotWrite } from '../writeResult.ts';
import type { Printer } from './printer.ts';

const maxNotes = 10;
const pointsUntilLook = 1000;

/**
 * Writes a run for each reduction to `<out>/<reduction>`, whose paths go to stdout. A signal or an error leaves none of them; of a
 * store, what was sent by then stays, and a note tells so.
 * @throws UserError for less than two runs, for runs without scalars, and for a run that is there already
 */
export async function writeReduced(
  path: string,
  options: RunOptions,
  operations: readonly Reduction[],
  out: string,
  printer: Printer,
): Promise<void> {
  const storage = storageOf(out);
  const targets = operations.map((name) => storage.join(out, name));
  for (const target of targets)
    if ((await storage.list(target, false))?.some(({ name }) => isEventFile(name)))
      throw new UserError(`${target} holds a run already: name another folder with --out, or remove it`);
  const { names, reduced } = await reducedAt(path, options, operations, printer);
  const written = targets.map((target, i) => [target, reduced.get(operations[i]!)!] as const);
  await untilStopped((signal) => writeRuns(written, out, signal));
  for (const target of targets) await printer.print(target, 'path');
  printer.note(`reduced ${names.length} runs: ${names.join(', ')}`);
}

/** Reads and reduces runs, and notes where they differ. */
async function reducedAt(
  path: string,
  options: RunOptions,
  operations: readonly Reduction[],
  printer: Printer,
): Promise<{ readonly names: readonly string[]; readonly reduced: ReducedRuns['reduced'] }> {
  const reading = printer.readingOf(options, 'drop');
  const runs = await untilStopped((signal) => readRuns(path, { ...reading, signal }));
  const withScalars = runs.filter(({ scalars }) => scalars.size > 0);
  if (withScalars.length < 2)
    throw new UserError(`--reduce needs two runs with scalars or more, got ${withScalars.length} at ${path}`);
  const result = reduceRuns(withScalars, operations);
  const { unequal, reduced } = result;
  for (const scalar of unequal.slice(0, maxNotes)) printer.note(describe(scalar, result));
  if (unequal.length > maxNotes) printer.note(`${unequal.length - maxNotes} more tags are not equal in all runs`);
  if ([...reduced.values()].every((scalars) => [...scalars.values()].every(({ steps }) => steps.length === 0)))
    throw new UserError(`no step is common to the ${withScalars.length} runs at ${path}`);
  return { names: withScalars.map(({ run }) => run), reduced };
}

/** Writes all runs, or none. @throws UserError where the disk refuses one, and the reason of `signal` once it is aborted */
async function writeRuns(
  runs: readonly (readonly [logdir: string, scalars: ReadonlyMap<string, ScalarColumns>])[],
  out: string,
  signal: AbortSignal,
): Promise<void> {
  const writers: SummaryWriter[] = [];
  try {
    for (const [logdir, scalars] of runs) {
      const writer = new SummaryWriter({ logdir });
      writers.push(writer);
      for (const [tag, { steps, values, wallTimes }] of scalars)
        for (let i = 0; i < steps.length; i++) {
          writer.addScalar(tag, values[i]!, steps[i]!, wallTimes[i]!);
          if (i % pointsUntilLook === 0) await letSignalsIn();
          signal.throwIfAborted();
        }
    }
    // a writer that is closed cannot be discarded: all are whole before one is closed
    for (const writer of writers) await orAborted(writer.flush(), signal);
  } catch (error) {
    // the first one created the folder around them, which is removed once it is empty
    for (const writer of writers.toReversed()) writer.discard();
    throw cannotWrite(out, error);
  }
  for (const writer of writers) await writer.close();
}

function describe({ tag, runs, commonSteps, droppedSteps, repeatedPoints }: UnequalScalar, all: ReducedRuns): string {
  // of a sample, divided by one less than its size
  const spreads = ['std', 'var'].filter((name) => all.reduced.has(name as Reduction));
  const parts = [
    ...(runs < all.runs ? [`${all.runs - runs} of ${all.runs} runs lack it`] : []),
    ...(runs === 1 && spreads.length > 0 ? [`${spreads.join(' and ')} of one run is NaN`] : []),
    ...(droppedSteps > 0
      ? [`${droppedSteps} of ${commonSteps + droppedSteps} steps are not in each run, and left out`]
      : []),
    ...(repeatedPoints > 0 ? [`${repeatedPoints} points came again at a step, and the last one counts`] : []),
  ];
  return `${tag}: ${parts.join('; ')}`;
}
