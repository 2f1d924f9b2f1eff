// `gmlp-viz compare MODEL [OTHER]`: where two runs part, layer by layer; exit code 1 beyond the tolerance, 2 when it fails.
import type { Comparison } from '../../src/compare/numbers/comparison.ts';
import { messageOf, UserError } from '../../src/errors.ts';
import { comparisonOf } from '../compareRuns.ts';
import { backendNames, sideOptions } from '../options/compareOptions.ts';
import { modelOptions, modelWord } from '../options/modelOptions.ts';
import { choice, count, named, path, withDefault } from '../options/schema.ts';
import { writeResult } from '../writeResult.ts';
import { command } from './command.ts';

const { import: imports, isolated, input, weights: _, ...sizes } = modelOptions;

const options = {
  ...sizes,
  backend: choice('backend', 'the backend that is tested (default: cpu)', backendNames),
  ...sideOptions,
  weights: path('a .safetensors file for the model, or for both'),
  input,
  'batch-size': { ...count('batch of the model', 1), defaultText: '1' },
  import: imports,
  isolated,
  level: withDefault(
    choice('level', 'rows of the table', async () =>
      named((await import('../../src/compare/numbers/compareStyles.ts')).compareLevels),
    ),
    'layers',
  ),
  style: withDefault(
    choice('style', 'how the comparison is written', async () =>
      named((await import('../../src/compare/numbers/compareStyles.ts')).compareStyles),
    ),
    'table',
  ),
  out: path('the file to write to (default: the standard output)'),
};

export const compareCommand = command({
  words: {
    model: modelWord,
    other: { ...modelWord, describe: 'a second model of the same structure, which is tested', optional: true },
  },
  options,
  examples: [
    ['compare model.json --backend wasm --against cpu', 'where WebAssembly computes otherwise'],
    ['compare model.json quantised/model.json', 'what quantised weights change, layer by layer'],
    ['compare ./port.ts#model --reference activations.safetensors', 'a port against what PyTorch computed'],
  ],
  async run(values, stdout, stderr) {
    let comparison: Comparison;
    try {
      comparison = await comparisonOf(values, stderr);
    } catch (error) {
      // exit code 1 says that the numbers differ
      if (error instanceof UserError) throw error;
      const reason = messageOf(error);
      throw new UserError(reason.replace(/\s*\n\s*/g, ' '), { cause: error });
    }
    const { renderComparison } = await import('../../src/compare/numbers/compareStyles.ts');
    const { style, level, out } = values;
    const width = out === undefined ? stdout.columns : undefined;
    const text = renderComparison(comparison, style, { level, width, colours: out === undefined && stdout.hasColours });
    const kind = style === 'json' ? 'json' : out === undefined && stdout.hasColours ? 'coloured' : 'lines';
    await writeResult(text, out, kind, stdout);
    return comparison.agrees ? 0 : 1;
  },
});
