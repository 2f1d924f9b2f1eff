// The clause for a command line with words that yargs does not know. In: those words, the command line, and the options of
// each command. Out: text.
import { nearest } from './nearest.ts';

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
  const dashed = unknown.map((word) => ({ word, option: args.map(asOption).find((option) => option === word) }));
  const first = dashed.find(({ option }) => option !== undefined) ?? dashed[0]!;
  if (first.option === undefined) return clause('command or argument', first.word, commands);
  const others = commands.filter((name) => optionsOf.get(name)!.includes(first.word));
  if (options && others.length > 0) return `--${first.word} is for ${others.join(', ')}, not ${command}`;
  const known = options ?? [...new Set([...optionsOf.values()].flat())];
  return clause(
    'option',
    `--${first.word}`,
    known.map((name) => `--${name}`),
  );
}

/** `width` for `--width`, `--width=80` and `--no-width`. */
const asOption = (arg: string): string | undefined => /^--?(?:no-)?([^=]+)/s.exec(arg)?.[1];

function clause(what: string, word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  return `unknown ${what}: ${word} (${guess ? `did you mean ${guess}?` : `one of ${known.join(', ')}`})`;
}
