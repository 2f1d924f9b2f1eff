// The error text for words of the command line that yargs does not know.
import { nearest } from '../../src/choice.ts';

/** @param words those that yargs does not know, with `, ` between */
export function unknownWord(
  words: string,
  args: readonly string[],
  optionsOf: ReadonlyMap<string, readonly string[]>,
): string {
  const unknown = words.split(', ');
  const commands = [...optionsOf.keys()];
  // the first word that is neither an option nor its value is the command
  const command = args.find((arg) => optionsOf.has(arg) || (!arg.startsWith('-') && unknown.includes(arg)));
  const options = optionsOf.get(command ?? '');
  if (command !== undefined && !options) return clause('command or argument', command, commands);
  const typed = args.map(typedOption).find((option) => option && unknown.includes(option.word));
  if (!typed) return clause('command or argument', unknown[0]!, commands);
  const others = commands.filter((other) => optionsOf.get(other)!.includes(typed.word));
  if (options && others.length > 0) return `${typed.name} is for ${others.join(', ')}, not ${command}`;
  const known = options ?? [...new Set([...optionsOf.values()].flat())];
  const dashed = known.map((name) => `--${name}`);
  return clause('option', typed.name, dashed);
}

/** `--no-width=80` is the option `--no-width`, of the word `width`. */
function typedOption(arg: string): { readonly name: string; readonly word: string } | undefined {
  const name = arg.split('=')[0]!;
  const word = /^--?(?:no-)?(.+)/s.exec(name)?.[1];
  return word === undefined ? undefined : { name, word };
}

function clause(what: string, word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  const shown = word === '' ? '""' : word;
  if (known.length === 0) return `unknown ${what}: ${shown} (there is none)`;
  return `unknown ${what}: ${shown} (${guess ? `did you mean ${guess}?` : `one of ${known.join(', ')}`})`;
}
