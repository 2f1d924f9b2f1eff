// `gmlp-viz inspect <path>`: what event files hold, or the points of one tag, on stdout.
import type { CommandModule } from 'yargs';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import type { Format } from '../inspect/overview.ts';
import { takesDash } from '../options/modelOptions.ts';

const formats = ['table', 'csv', 'json'] as const satisfies readonly Format[];
const options = {
  tag: { describe: 'print the points of this tag', type: 'string', requiresArg: true },
  format: { describe: 'table, csv or json', type: 'string', default: 'table', requiresArg: true },
  plot: { describe: 'draw the curve of --tag, or of every scalar', type: 'boolean', default: false },
  follow: { describe: 'print points as they are written, until Ctrl-C', type: 'boolean', default: false },
} as const;

export const inspectCommand = {
  optionNames: Object.keys(options),
  command: 'inspect <path>',
  describe: 'tell what event files hold',
  builder: (yargs) =>
    yargs
      .positional('path', { describe: 'an event file, or a folder of runs', type: 'string' })
      .nargs(takesDash('path'))
      .options(options)
      .example('$0 inspect logs', 'runs, tags, steps, corruption')
      .example('$0 inspect logs --tag loss --format csv', 'every point of a curve')
      .example('$0 inspect logs --tag loss --plot', 'the curve itself'),
  handler: async (argv) => {
    const format = formats.find((name) => name === argv.format);
    if (!format) throw new UserError(unknownText('format', `${argv.format}`, formats));
    if (Array.isArray(argv.tag)) throw new UserError(`--tag was given ${argv.tag.length} times`);
    if (argv.plot && argv.follow) throw new UserError('--follow prints points as they come: leave --plot out');
    if (argv.plot && format !== 'table') throw new UserError(`--plot draws: leave --format ${format} out`);
    const path = `${argv.path}`;
    const tag = argv.tag === undefined ? undefined : `${argv.tag}`;
    if (argv.follow) return (await import('../inspect/follow.ts')).follow(path, tag, format);
    if (argv.plot) return (await import('../inspect/printed.ts')).printCurves(path, tag);
    if (tag !== undefined) return (await import('../inspect/printed.ts')).printPoints(path, tag, format);
    return (await import('../inspect/printed.ts')).printOverview(path, format);
  },
} satisfies CommandModule & { optionNames: readonly string[] };
