// What of a file of weights a model does not load; exit code 1 where something will not.
import { UserError } from '../src/errors.ts';
import { stateFit } from '../src/nn/stateFit.ts';
import { printable } from '../src/text/printable.ts';
import type { OpenSafetensors } from '../src/weights/safetensorsFile.ts';
import type { StoredEntry } from '../src/weights/safetensorsHeader.ts';
import type { ExitCode } from './commands/exitCode.ts';
import { isWeightsFile, shownWord } from './model/modelProject.ts';
import { chosenModel, type ModelRequest } from './options/modelOptions.ts';
import type { Messages, Output } from './output.ts';

interface TensorDiff extends Pick<ModelRequest, 'import' | 'backend' | 'isolated'> {
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
  if (isWeightsFile(before) && isWeightsFile(after))
    throw new UserError(`diff takes one file of weights and a model, got ${before} and ${after}`);
  const other = names.find((name) => !taken.includes(name) && values[name as keyof TensorDiff] !== undefined);
  if (other) throw new UserError(`--${other} is for two models, and one of these is a file of weights`);
  if (style !== 'text') throw new UserError(`--style must be text for a file of weights, got ${style}`);
  const [path, word] = isWeightsFile(before) ? [before, after] : [after, before];
  const { model } = await chosenModel({ model: word, input: false, backend, import: imports }, stderr);
  if (!('loadStateDict' in model))
    throw new UserError(`a file of weights is for models with a state dict, not ${shownWord(word)}`);
  const own = model.stateDict();
  const { withSafetensors } = await import('../src/weights/safetensorsFile.ts');
  const { lines, loaded } = await withSafetensors(path, (file) => loadingOf(own, file));
  stdout.write(lines.length === 0 ? 'all loads\n' : `${lines.map(printable).join('\n')}\n`);
  stderr.note(`${loaded} of the ${own.size} parameters and buffers load`);
  return lines.length === 0 ? 0 : 1;
}

interface Loading {
  /** `-` for a name that the file lacks, `+` for one that the model lacks, `~` for one that does not fit. */
  readonly lines: readonly string[];
  /** The number of the model's names that load. */
  readonly loaded: number;
}

async function loadingOf(
  own: ReadonlyMap<string, { readonly shape: readonly number[] }>,
  file: OpenSafetensors,
): Promise<Loading> {
  const { missing, unexpected, reshaped } = stateFit(own, new Map(file.entries.map((entry) => [entry.name, entry])));
  const wrong = new Set([...unexpected, ...reshaped.map(({ name }) => name)]);
  const unread = await unreadOf(
    file,
    file.entries.filter(({ name }) => !wrong.has(name)),
  );
  const lines = [
    ...missing.map((name) => `- ${name}: missing`),
    ...unexpected.map((name) => `+ ${name}: unexpected`),
    ...reshaped.map(
      ({ name, stored, expected }) => `~ ${name}: shape [${stored.join(', ')}], expected [${expected.join(', ')}]`,
    ),
    ...unread.map((clause) => `~ ${clause}`),
  ];
  return { lines, loaded: own.size - missing.length - reshaped.length - unread.length };
}

/** A clause for each array of a dtype that is not read, or with an integer that does not fit. */
async function unreadOf(file: OpenSafetensors, entries: readonly StoredEntry[]): Promise<string[]> {
  const { decodeEntry, isAlwaysRead } = await import('../src/weights/safetensors.ts');
  const clauses: string[] = [];
  for (const entry of entries.filter((each) => !isAlwaysRead(each))) {
    try {
      decodeEntry(entry, await file.bytesOf(entry));
    } catch (error) {
      clauses.push((error as Error).message);
    }
  }
  return clauses;
}
