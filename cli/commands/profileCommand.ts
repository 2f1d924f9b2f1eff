// `gmlp-viz profile [model]`: times of layers and ops, slowest first, on stdout or in a file.
import { chosenModel, modelOptions, modelWord } from '../options/modelOptions.ts';
import { choice, count, flag, named, path, withDefault } from '../options/schema.ts';
import { timingCounts, timingOptions } from '../options/timingOptions.ts';
import { attempt } from '../reportForwardError.ts';
import { writeResult } from '../writeResult.ts';
import { command } from './command.ts';

export const profileCommand = command({
  words: { model: withDefault(modelWord, 'gmlp') },
  options: {
    ...modelOptions,
    backend: withDefault(modelOptions.backend, 'auto'),
    'batch-size': { ...count('batch of the model', 1), defaultText: '1' },
    ...timingOptions,
    format: withDefault(
      choice('format', 'how the profile is written; trace is for Perfetto and chrome://tracing', async () =>
        named((await import('../../src/profile/profileFormats.ts')).profileFormats),
      ),
      'table',
    ),
    out: path('the file to write to (default: the standard output)'),
    by: withDefault(
      choice('by', 'what the second table is about', async () => named(['op', 'kernel'])),
      'op',
    ),
    depth: { ...count('levels below the model to take layers from', 0), defaultText: 'all' },
    fold: withDefault(flag('one line for equal blocks; --no-fold for all'), true),
    width: count('columns of the table (default: the terminal’s)', 20),
  },
  examples: [
    ['profile', 'the built-in gMLP on the fastest backend that works'],
    ['profile gmlp-s16 --backend wasm --runs 30', 'on WebAssembly, from 30 forward passes'],
    ['profile model.json --format trace --out trace.json', 'a time line for ui.perfetto.dev'],
  ],
  async run(values, stdout, stderr) {
    const [{ renderProfile }, { profileAsync }, { repeatedRunsNote }] = await Promise.all([
      import('../../src/profile/profileFormats.ts'),
      import('../../src/profile/profile.ts'),
      import('../../src/summary/layersNotes.ts'),
    ]);
    const { format, by, fold, out, depth, width = stdout.columns } = values;
    const { withAskedBatch, withStatedSizes } = await import('../model/takenInputs.ts');
    const chosen = await chosenModel(values, stderr);
    const { backend, model, inputs } = await withStatedSizes(chosen, values['batch-size'], stderr);
    const closed = withAskedBatch(inputs, values['batch-size'], 1);
    const profiled = () =>
      profileAsync(model, closed, {
        backend,
        ...timingCounts(values),
        onPass: (done, passes) =>
          stderr.progress(`forward pass ${done + 1} of ${passes} on ${backend ?? 'the backend'}`),
      });
    const profile = await attempt(profiled, {}, stderr.lines);
    const shown = {
      format,
      by,
      fold,
      ...(depth !== undefined && { depth }),
      ...(out === undefined && { ...(width && { width }), colours: stdout.hasColours }),
    };
    const kind = format !== 'table' ? 'json' : shown.colours ? 'coloured' : 'lines';
    await writeResult(renderProfile(profile, shown), out, kind, stdout);
    // a terminal shows both stdout and stderr, and a table holds the note
    if (stdout.isTerminal && out === undefined && format === 'table') return 0;
    for (const clause of repeatedRunsNote(profile.trace)) stderr.note(clause);
    return 0;
  },
});
