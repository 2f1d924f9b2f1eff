// `gmlp-viz summary [model]`: the table on stdout, notes on stderr.
import { UserError } from '../../src/errors.ts';
import { isPath, isWeightsFile } from '../model/modelProject.ts';
import { expectOpenBatch } from '../model/parseInput.ts';
import { clausesOver, limitOptions, limitsOf } from '../options/limitOptions.ts';
import { chosenModel, inputOption, modelOptions, modelWord } from '../options/modelOptions.ts';
import { count, negatable, withDefault } from '../options/schema.ts';
import { summaryOptions, tableChoices } from '../options/summaryOptions.ts';
import { attempt } from '../reportForwardError.ts';
import { command } from './command.ts';

const batch = count('batch to show, 1; in style torchsummary -1, its default, for unknown', 1);

const options = {
  ...modelOptions,
  input: negatable(inputOption),
  'batch-size': {
    describe: batch.describe,
    parse: (typed: string, name: string): number => (typed === '-1' ? -1 : batch.parse(typed, name)),
  },
  ...summaryOptions,
  ...limitOptions,
};

export const summaryCommand = command({
  words: { model: withDefault({ ...modelWord, describe: `${modelWord.describe}; or weights.safetensors` }, 'gmlp') },
  options,
  examples: [
    ['summary', 'the built-in gMLP, as torchsummary prints it'],
    ['summary gmlp-s16 --style table', 'gMLP-S/16 as a tree, equal blocks in one'],
    ['summary --style torchinfo --depth 4', 'as torchinfo prints it'],
    ['summary --num-layers 6 --batch-size 8', 'six blocks, sizes for a batch of 8'],
    [
      'summary https://example.org/model.json',
      'no weights are fetched; at most 30 s without a byte, 15 min a file, 5 redirects',
    ],
    ['summary weights.safetensors --statistics', 'what a file of weights holds, and what its numbers are like'],
    ['summary model.json --max-params 5M --max-macs 1G', 'exit code 1 where the model is over a budget'],
  ],
  async run(values, stdout, stderr) {
    if (isWeightsFile(values.model)) {
      const { summarizeTensors } = await import('../summarizeTensors.ts');
      await summarizeTensors(values.model, values, Object.keys(options), stdout);
      return 0;
    }
    const [{ summaryAsync }, { defaultStyle }, { styleOf }] = await Promise.all([
      import('../../src/summary/summary.ts'),
      import('../../src/summary/defaultStyle.ts'),
      import('../../src/summary/styles.ts'),
    ]);
    // the default style of a user's model is known when it is loaded
    const style = values.style ?? (isPath(values.model) ? undefined : 'torchsummary');
    const early = style && (await tableChoices(values, style, stdout.columns));
    const { backend, model, inputs, readWeights } = await chosenModel(values, stderr);
    const chosen = early ?? (await tableChoices(values, defaultStyle(model), stdout.columns));
    if (values.statistics && !readWeights) throw new UserError('--statistics needs numbers: give --weights FILE');
    const weights = values.statistics && readWeights ? { weights: await readWeights() } : {};
    const batchSize = values['batch-size'];
    const colours = chosen.style === 'table' && stdout.hasColours;
    if (values.input !== false) expectOpenBatch(inputs, batchSize);
    const isBatchOpen = (batchSize ?? -1) === -1 && inputs.some(({ shape }) => shape[0] === null);
    const limits = limitsOf(values, isBatchOpen && styleOf(chosen.style).needs === 'batch');
    const batch = batchSize !== undefined && { batchSize };
    const shown = { ...chosen, ...batch, ...weights, ...(limits && { limits }), backend, colours };
    const kind = chosen.style === 'csv' || chosen.style === 'json' ? chosen.style : colours ? 'coloured' : 'lines';
    const print = (table: string) => stdout.write(table, kind);
    const result = await attempt(
      () => summaryAsync(model, values.input === false ? null : inputs, shown),
      shown,
      print,
    );
    const over = await clausesOver(() => result.facts, limits);
    print(result.toString());
    // a terminal shows both stdout and stderr
    if (!stdout.isTerminal || !styleOf(chosen.style).printsNotes)
      for (const clause of result.notes) stderr.note(clause);
    for (const clause of over) stderr.say(`gmlp-viz: ${clause}`);
    return over.length === 0 ? 0 : 1;
  },
});
