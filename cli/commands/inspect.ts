// `gmlp-viz inspect <path>`: what event files hold, or the points of one tag, on stdout.
import type { CommandModule } from 'yargs';
import { UserError } from '../../src/userError.ts';
import { unknown } from '../unknown.ts';

const formats = ['table', 'csv', 'json'] as const;
const options = {
  tag: { describe: 'print the points of this scalar', type: 'string', requiresArg: true },
  format: { describe: 'table, csv or json', type: 'string', default: 'table', requiresArg: true },
} as const;

export const inspectCommand = {
  optionNames: Object.keys(options),
  command: 'inspect <path>',
  describe: 'tell what event files hold',
  builder: (yargs) =>
    yargs
      .positional('path', { describe: 'an event file, or a folder of runs', type: 'string' })
      .options(options)
      .example('$0 inspect logs', 'runs, tags, steps, damage')
      .example('$0 inspect logs --tag loss --format csv', 'every point of a curve'),
  handler: async (argv) => {
    const format = formats.find((name) => name === argv.format);
    if (!format) throw new UserError(unknown('format', `${argv.format}`, formats));
    if (Array.isArray(argv.tag)) throw new UserError(`--tag was given ${argv.tag.length} times`);
    const { inspect, pointsOf } = await import('../../src/events/inspect.ts');
    const path = `${argv.path}`;
    const runs = await inspect(path);
    if (argv.tag === undefined) {
      process.stdout.write(await overview(runs, format));
    } else {
      const tag = `${argv.tag}`;
      const points = await pointsOf(path, tag);
      const scalars = runs.flatMap(({ tags }) => tags).filter(({ plugin }) => plugin === 'scalars');
      if (points.length === 0)
        throw new UserError(unknown('scalar', tag, [...new Set(scalars.map((known) => known.tag))]));
      const rows = points.map(({ run, step, wallTime, value }) => [
        run,
        step,
        new Date(wallTime * 1000).toISOString(),
        value,
      ]);
      process.stdout.write(
        format === 'json'
          ? `${JSON.stringify(points, null, 2)}\n`
          : await drawn(['run', 'step', 'time', 'value'], rows, format),
      );
    }
    for (const { damage } of runs)
      for (const { file, offset, reason } of damage)
        process.stderr.write(`gmlp-viz: note: ${file} is damaged at byte ${offset}: ${reason}\n`);
    if (runs.some(({ damage }) => damage.length > 0)) process.exitCode = 1;
  },
} satisfies CommandModule & { optionNames: readonly string[] };

type Runs = Awaited<ReturnType<typeof import('../../src/events/inspect.ts').inspect>>;
type Format = (typeof formats)[number];
type Rows = readonly (readonly (string | number)[])[];

async function overview(runs: Runs, format: Format): Promise<string> {
  if (format === 'json') return `${JSON.stringify(runs, null, 2)}\n`;
  const heads = ['run', 'tag', 'plugin', 'count', 'first step', 'last step', 'largest gap', 'backwards'];
  const rows = runs.flatMap(({ run, graphs, tags }) => [
    ...graphs.map((nodes) => [run, `a graph of ${nodes} nodes`, 'graphs', 1, '', '', '', '']),
    ...tags.map((tag) => [
      run,
      tag.tag,
      tag.plugin,
      tag.count,
      tag.firstStep,
      tag.lastStep,
      tag.largestGap ?? '',
      tag.backwards || '',
    ]),
  ]);
  return drawn(heads, rows, format);
}

async function drawn(heads: readonly string[], rows: Rows, format: Format): Promise<string> {
  if (format === 'csv') {
    const { records } = await import('../../src/summary/csv.ts');
    return records([heads, ...rows]);
  }
  const [{ default: CliTable }, { printable }] = await Promise.all([
    import('cli-table3'),
    import('../../src/summary/printable.ts'),
  ]);
  const table = new CliTable({ head: [...heads], style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => row.map((cell) => printable(`${cell}`))));
  return `${table.toString()}\n`;
}
