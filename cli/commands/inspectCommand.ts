// `gmlp-viz inspect <path>`: what event files hold, points, tables of all runs, or curves, on stdout.
import { UserError } from '../../src/errors.ts';
import type { InspectedRun } from '../../src/tensorboard/reading/runFacts.ts';
import type { Reduction } from '../../src/tensorboard/runs/reduceRuns.ts';
import {
  type Choices,
  choice,
  count,
  flag,
  list,
  named,
  path as pathOption,
  text,
  type Values,
  withDefault,
} from '../options/schema.ts';
import { command } from './command.ts';

const options = {
  tag: {
    ...text('print the points of this tag'),
    completions: ([path]: readonly string[]) => namesAt(path, ({ tags }) => tags.map(({ tag }) => tag)),
  },
  run: {
    ...text('only runs that this pattern matches, such as seed-*'),
    completions: ([path]: readonly string[]) => namesAt(path, ({ run }) => [run]),
  },
  format: withDefault(
    choice('format', 'how it is written', async () => (await import('../inspect/inspectFormats.ts')).formats),
    'table',
  ),
  limit: {
    ...count('rows of a table, half of them from its start and half from its end', 1),
    defaultText: '1000',
  },
  all: withDefault(flag('every point of every scalar and run, as one table'), false),
  pivot: withDefault(flag('with --all: a column for each tag, a row for each step of a run'), false),
  reduce: list('write one run for each of these, of all runs at each step', async () =>
    named((await import('../../src/tensorboard/runs/reduceRuns.ts')).reductions),
  ),
  out: pathOption('with --reduce: the folder of the new runs', 'a folder'),
  plot: withDefault(flag('draw the curve of --tag, or of every scalar'), false),
  smoothing: {
    describe: "how much curves are smoothed, from 0 to below 1, as by TensorBoard's page",
    defaultText: '0',
    parse(typed: string): number {
      const value = typed === '' ? Number.NaN : Number(typed);
      if (!(value >= 0 && value < 1))
        throw new UserError(`--smoothing must be a number from 0 to below 1, got ${typed || 'nothing'}`);
      return value;
    },
  },
  index: {
    ...flag('list runs by an index, and read files that changed; --no-index reads all, and keeps no index'),
    defaultText: 'true',
  },
  follow: withDefault(flag('print points as they are written, until Ctrl-C'), false),
};
type InspectValues = Values<typeof options>;

export const inspectCommand = command({
  words: { path: text('an event file, or a folder of runs') },
  options,
  examples: [
    ['inspect logs', 'runs, tags, steps, corruption'],
    ['inspect logs --tag loss --format csv', 'every point of a curve'],
    ['inspect logs --tag loss --plot', 'the curve itself'],
    ['inspect logs --all --format csv', 'all points of all runs, for a notebook'],
    ['inspect logs --run "seed-*" --reduce mean,std --out logs/seeds', 'the mean and spread of runs as runs'],
    ['inspect logs --format svg > curves.svg', 'curves as a picture'],
  ],
  async run(values, stdout, stderr) {
    expectFitting(values);
    const { path, tag, run, format, limit, smoothing = 0, index = true } = values;
    const { Printer } = await import('../inspect/printer.ts');
    const printer = new Printer(stdout, stderr);
    if (values.reduce) {
      const { writeReduced } = await import('../inspect/reduce.ts');
      await writeReduced(path, { run, tag }, values.reduce as readonly Reduction[], values.out!, printer);
    } else if (values.all) {
      const { printAll, printPivot } = await import('../inspect/allRuns.ts');
      if (values.pivot) await printPivot(path, { run, tag }, format as 'csv', printer);
      else await printAll(path, { run, tag }, format as 'csv', printer);
    } else if (values.follow) {
      const { follow } = await import('../inspect/follow.ts');
      await follow(path, { run, tag }, format as 'csv', printer);
    } else {
      const inspect = await import('../inspect/printed.ts');
      if (values.plot || format === 'svg')
        await inspect.printCurves(path, { run, tag, smoothing }, format as 'svg', printer);
      else if (tag !== undefined) await inspect.printPoints(path, { run, tag, limit }, format, printer);
      else await inspect.printOverview(path, { run, limit, index }, format, printer);
    }
    return printer.isCorrupt ? 1 : 0;
  },
});

/** @throws UserError for options that do not fit each other */
function expectFitting({
  plot,
  follow,
  all,
  pivot,
  reduce,
  out,
  limit,
  smoothing,
  format,
  tag,
  index,
}: InspectValues): void {
  if (plot && follow) throw new UserError('--follow prints points as they come: leave --plot out');
  if (plot && format !== 'table' && format !== 'svg') throw new UserError(`--plot draws: leave --format ${format} out`);
  const ways = [
    ['--all', all],
    ['--reduce', reduce !== undefined],
    ['--plot', plot],
    ['--follow', follow],
  ].flatMap(([name, isGiven]) => (isGiven ? [name] : []));
  if (ways.length > 1) throw new UserError(`give one of ${ways.join(' and ')}`);
  if (format === 'svg' && (all || reduce || follow))
    throw new UserError(`--format svg draws curves: leave ${ways[0]} out`);
  if (all && format === 'table') throw new UserError('--all is for programs: give --format csv or --format json');
  const [notList] = [...ways, ...(tag === undefined ? [] : ['--tag']), ...(format === 'svg' ? ['--format svg'] : [])];
  const indexFlag = index ? '--index' : '--no-index';
  if (index !== undefined && notList !== undefined)
    throw new UserError(`${indexFlag} is for the list of runs, not ${notList}: leave ${indexFlag} out`);
  if (pivot && !all) throw new UserError('--pivot is for --all: give both');
  if (reduce && out === undefined) throw new UserError('name the folder of the new runs: --out logs/reduced');
  if (reduce?.length === 0) throw new UserError('--reduce needs a reduction, such as mean,std: got nothing');
  if (reduce && format !== 'table') throw new UserError(`--reduce writes runs: leave --format ${format} out`);
  if (out !== undefined && !reduce) throw new UserError('--out is for --reduce');
  const isDrawn = plot || format === 'svg';
  if (smoothing !== undefined && !isDrawn)
    throw new UserError('--smoothing is for curves: give --plot or --format svg');
  if (limit !== undefined && (format !== 'table' || ways.length > 0))
    throw new UserError(`--limit is for tables: leave ${ways[0] ?? `--format ${format}`} out`);
}

/** Names in the event files at a path, for the shell; none where they cannot be read. */
async function namesAt(path: string | undefined, namesOf: (run: InspectedRun) => string[]): Promise<Choices> {
  if (path === undefined) return {};
  const { inspect } = await import('../../src/tensorboard/reading/inspectLogdir.ts');
  const runs = await inspect(path, { index: true }).catch(() => []);
  return named([...new Set(runs.flatMap(namesOf))]);
}
