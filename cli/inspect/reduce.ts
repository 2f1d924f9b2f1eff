// `gmlp-viz inspect --reduce`: writes one run for each reduction of several runs.
import { UserError } from '../../src/errors.ts';
import { storageOf } from '../../src/storage/storages.ts';
import { SummaryWriter } from '../../src/tensorboard/diskWriter.ts';
import { isEventFile } from '../../src/tensorboard/reading/runs.ts';
import type { ScalarColumns } from '../../src/tensorboard/runs/growingColumns.ts';
import { readRuns } from '../../src/tensorboard/runs/readRuns.ts';
import {
  type ReducedRuns,
  type Reduction,
  reduceRuns,
  type UnequalScalar,
} from '../../src/tensorboard/runs/reduceRuns.ts';
import type { RunOptions } from '../../src/tensorboard/runs/visitRun.ts';
import { cannotWrite } from '../writeResult.ts';
import type { Printer } from './printer.ts';

const maxNotes = 10;

/**
 * Writes a run for each reduction to `<out>/<reduction>`, whose paths go to stdout.
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
  const runs = await readRuns(path, printer.readingOf(options, 'drop'));
  const withScalars = runs.filter(({ scalars }) => scalars.size > 0);
  if (withScalars.length < 2)
    throw new UserError(`--reduce needs two runs with scalars or more, got ${withScalars.length} at ${path}`);
  const result = reduceRuns(withScalars, operations);
  const { unequal } = result;
  for (const scalar of unequal.slice(0, maxNotes)) printer.note(describe(scalar, result));
  if (unequal.length > maxNotes) printer.note(`${unequal.length - maxNotes} more tags are not equal in all runs`);
  if ([...result.reduced.values()].every((scalars) => [...scalars.values()].every(({ steps }) => steps.length === 0)))
    throw new UserError(`no step is common to the ${withScalars.length} runs at ${path}`);
  await writeRuns(
    targets.map((target, i) => [target, result.reduced.get(operations[i]!)!]),
    out,
  );
  for (const target of targets) await printer.print(target, 'path');
  printer.note(`reduced ${withScalars.length} runs: ${withScalars.map(({ run }) => run).join(', ')}`);
}

/** Writes all runs, or none. @throws UserError where the disk refuses one */
async function writeRuns(
  runs: readonly (readonly [logdir: string, scalars: ReadonlyMap<string, ScalarColumns>])[],
  out: string,
): Promise<void> {
  const writers: SummaryWriter[] = [];
  try {
    for (const [logdir, scalars] of runs) {
      const writer = new SummaryWriter({ logdir });
      writers.push(writer);
      for (const [tag, { steps, values, wallTimes }] of scalars)
        for (let i = 0; i < steps.length; i++) writer.addScalar(tag, values[i]!, steps[i]!, wallTimes[i]!);
    }
    for (const writer of writers) await writer.flush();
    for (const writer of writers) await writer.close();
  } catch (error) {
    for (const writer of writers) writer.discard();
    throw cannotWrite(out, error);
  }
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
