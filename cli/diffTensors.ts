// `diff` of a file of weights and a model: what will not load; exit code 1 where something will not.
import { type SafetensorsFit, safetensorsFit } from '../src/compare/safetensorsFit.ts';
import { UserError } from '../src/errors.ts';
import { printable } from '../src/text/printable.ts';
import type { ExitCode } from './commands/exitCode.ts';
import { isWeightsFile, shownWord } from './model/modelProject.ts';
import { chosenModel, type ModelRequest } from './options/modelOptions.ts';
import { otherOption } from './options/schema.ts';
import type { Messages, Output } from './output.ts';

interface TensorDiff extends Pick<ModelRequest, 'import' | 'backend'> {
  readonly before: string;
  readonly after: string;
  readonly style: string;
}

const taken: readonly string[] = ['style', 'import', 'backend', 'isolated'];

/**
 * Prints a line for each name that will not load.
 * @param values the words and options of `diff`, of which one word is a file of weights
 * @param names of the options of `diff`
 * @throws UserError for two files of weights, a model without a state dict, and an option that is for two models
 */
export async function diffTensors(
  values: TensorDiff,
  names: readonly string[],
  stdout: Output,
  stderr: Messages,
): Promise<ExitCode> {
  const { before, after, style, import: imports, backend } = values;
  const [isBefore, isAfter] = [before, after].map(isWeightsFile);
  if (isBefore && isAfter)
    throw new UserError(`diff takes one file of weights and a model, got ${before} and ${after}`);
  const other = otherOption(values, names, taken);
  if (other) throw new UserError(`--${other} is for two models, and one of these is a file of weights`);
  if (style !== 'text' && style !== 'json')
    throw new UserError(`--style must be text or json for a file of weights, got ${style}`);
  const [path, word] = isBefore ? [before, after] : [after, before];
  const { model } = await chosenModel({ model: word, input: false, backend, import: imports }, stderr);
  if (!('loadStateDict' in model))
    throw new UserError(`a file of weights is for models with a state dict, not ${shownWord(word)}`);
  const fit = await safetensorsFit(model, path);
  const lines = linesOf(fit);
  if (style === 'json') stdout.write(jsonOf(fit), 'json');
  else stdout.write(lines.length === 0 ? 'all loads\n' : `${lines.map(printable).join('\n')}\n`);
  stderr.note(`${fit.loaded} of the ${fit.total} parameters and buffers load`);
  return lines.length === 0 ? 0 : 1;
}

const jsonOf = (fit: SafetensorsFit): string =>
  `${JSON.stringify({ schema: 'gmlp-viz.safetensors-fit', version: 1, ...fit }, null, 1)}\n`;

/** `-` for a name that the file lacks, `+` for one that the model lacks, `~` for one that does not fit. */
const linesOf = ({ missing, unexpected, reshaped, unread }: SafetensorsFit): readonly string[] => [
  ...missing.map((name) => `- ${name}: missing`),
  ...unexpected.map((name) => `+ ${name}: unexpected`),
  ...reshaped.map(
    ({ name, stored, expected }) => `~ ${name}: shape [${stored.join(', ')}], expected [${expected.join(', ')}]`,
  ),
  ...unread.map((clause) => `~ ${clause}`),
];
