// The error text for arguments of the command line that yargs does not know: commands, options and words too many.
import { nearest, wordText } from '../../src/choice.ts';
import type { Command, Words } from '../commands/command.ts';
import { optionNames } from './schema.ts';

/** @param words those that yargs does not know, with `, ` between */
export function unknownArgument(
  words: string,
  args: readonly string[],
  known: ReadonlyMap<string, Pick<Command, 'words' | 'options'>>,
): string {
  const unknown = words.split(', ');
  const commands = [...known.keys()];
  const optionsOf = new Map([...known].map(([name, { options }]) => [name, optionNames(options)]));
  // the first word that is neither an option nor its value is the command
  const command = args.find((arg) => optionsOf.has(arg) || (!arg.startsWith('-') && unknown.includes(arg)));
  const options = optionsOf.get(command ?? '');
  if (command !== undefined && !options) return clause('command or argument', command, commands);
  const typed = args.map(typedOption).find((option) => option && unknown.includes(option.word));
  if (!typed && command !== undefined) return tooMany(command, known.get(command)!.words, unknown[0]!);
  if (!typed) return clause('command or argument', unknown[0]!, commands);
  const others = commands.filter((other) => optionsOf.get(other)!.includes(typed.word));
  if (options && others.length > 0) return `${typed.name} is for ${others.join(', ')}, not ${command}`;
  const names = options ?? [...new Set([...optionsOf.values()].flat())];
  const dashed = names.map((name) => `--${name}`);
  return clause('option', typed.name, dashed);
}

/** The error text for a word after all those that a command takes: `view takes at most two models, got c too`. */
function tooMany(command: string, words: Words, word: string): string {
  const names = Object.keys(words);
  const noun = Object.values(words).every(({ isModel }) => isModel) ? 'model' : names[0]!;
  const most = ['no words', `at most one ${noun}`, `at most two ${noun}s`][names.length];
  return `${command} takes ${most}, got ${wordText(word)} too`;
}

/** `--no-width=80` is the option `--no-width`, of the word `width`. */
function typedOption(arg: string): { readonly name: string; readonly word: string } | undefined {
  const name = arg.split('=')[0]!;
  const word = /^--?(?:no-)?(.+)/s.exec(name)?.[1];
  return word === undefined ? undefined : { name, word };
}

function clause(what: string, word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  const shown = wordText(word);
  if (known.length === 0) return `unknown ${what}: ${shown} (there is none)`;
  return `unknown ${what}: ${shown} (${guess ? `did you mean ${guess}?` : `one of ${known.join(', ')}`})`;
}
