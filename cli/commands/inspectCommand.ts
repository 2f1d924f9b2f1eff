// `gmlp-viz inspect <path>`: what event files hold, or the points of one tag, on stdout.
import { UserError } from '../../src/errors.ts';
import { choice, flag, named, text, withDefault } from '../options/schema.ts';
import { command } from './command.ts';

export const inspectCommand = command({
  words: { path: text('an event file, or a folder of runs') },
  options: {
    tag: text('print the points of this tag'),
    format: withDefault(
      choice('format', 'how it is written', async () => named((await import('../inspect/overview.ts')).formats)),
      'table',
    ),
    plot: withDefault(flag('draw the curve of --tag, or of every scalar'), false),
    follow: withDefault(flag('print points as they are written, until Ctrl-C'), false),
  },
  examples: [
    ['inspect logs', 'runs, tags, steps, corruption'],
    ['inspect logs --tag loss --format csv', 'every point of a curve'],
    ['inspect logs --tag loss --plot', 'the curve itself'],
  ],
  async run({ path, tag, format, plot, follow }, stdout, stderr) {
    if (plot && follow) throw new UserError('--follow prints points as they come: leave --plot out');
    if (plot && format !== 'table') throw new UserError(`--plot draws: leave --format ${format} out`);
    const [{ Printer }, inspect] = await Promise.all([
      import('../inspect/printer.ts'),
      follow ? import('../inspect/follow.ts') : import('../inspect/printed.ts'),
    ]);
    const printer = new Printer(stdout, stderr);
    if ('follow' in inspect) await inspect.follow(path, tag, format, printer);
    else if (plot) await inspect.printCurves(path, tag, printer);
    else if (tag !== undefined) await inspect.printPoints(path, tag, format, printer);
    else await inspect.printOverview(path, format, printer);
    return printer.isCorrupt ? 1 : 0;
  },
});
