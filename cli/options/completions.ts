// Words that the shell completes: commands, options, choices of options, also inside lists, and names of built-in models.
import type { Command, Words } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { globalOptions } from './globalOptions.ts';
import { type Choices, named, optionNames, type Schema } from './schema.ts';

/**
 * The words that may stand at the cursor. Nothing that is typed is parsed, since it is not whole yet.
 * @param args of the command for completions: the program's name, then what is typed, up to the word at the cursor
 * @param forZsh each word with its description, as zsh's `_describe` takes them
 */
export async function completionsOf(
  args: readonly string[],
  loaded: ReadonlyMap<string, Command>,
  forZsh: boolean,
): Promise<string[]> {
  // bash makes a word of the sign in `--style=table`
  const words = args.slice(1).filter((word) => word !== '=');
  const choices = await choicesAt(words.slice(0, -1), words.at(-1) ?? '', loaded);
  const fitting = Object.entries(choices).filter(([word]) => word.startsWith(words.at(-1) ?? ''));
  return fitting.map(([word, row]) => (forZsh ? describedWord(word, row) : word));
}

async function choicesAt(
  before: readonly string[],
  current: string,
  loaded: ReadonlyMap<string, Command>,
): Promise<Choices> {
  const index = before.findIndex((word) => loaded.has(word));
  const general = { ...globalOptions, help: helpRow, version: versionRow };
  if (index < 0) return current.startsWith('-') ? optionRows(general, []) : { ...commands, completion: completionRow };
  const command = loaded.get(before[index]!) as Command;
  const options: Schema = command.options;
  const typed = before.slice(index + 1);
  const previous = typed.at(-1);
  const option = previous?.startsWith('--') ? options[previous.slice(2)] : undefined;
  if (option && !option.isFlag) {
    const start = option.isList ? current.slice(0, current.lastIndexOf(',') + 1) : '';
    const found = (await (option.choices?.() ?? option.completions?.(plainWords(typed, options)))) ?? {};
    return Object.fromEntries(Object.entries(found).map(([name, row]) => [start + name, row]));
  }
  if (current.startsWith('-')) return optionRows({ ...general, ...options }, typed);
  const word = Object.values(command.words as Words)[plainWords(typed, options).length];
  return (await word?.choices?.()) ?? (await word?.completions?.([])) ?? named([]);
}

const helpRow = { describe: 'show help' };
const versionRow = { describe: 'show the version' };
const completionRow = { describe: 'print a shell completion script' };

/** Options that may follow, in the form that changes something: `--no-fold` where folding is the default. */
function optionRows(
  options: Readonly<Record<string, { readonly describe: string }>>,
  typed: readonly string[],
): Choices {
  const rows = Object.entries(options as Schema).flatMap(([name, option]) => {
    const forms = optionNames({ [name]: option }).map((form) => `--${form}`);
    if (!option.many && forms.some((form) => typed.includes(form))) return [];
    return (option.default === true ? forms.slice(1) : forms).map((form) => [form, option] as const);
  });
  return Object.fromEntries(rows);
}

/** The words among the arguments that are neither options nor their values. */
function plainWords(typed: readonly string[], options: Schema): string[] {
  const takesValue = (arg: string | undefined): boolean =>
    arg?.startsWith('--') === true && arg.slice(2) in options && !options[arg.slice(2)]?.isFlag;
  return typed.filter((arg, i) => !arg.startsWith('-') && !takesValue(typed[i - 1]));
}

/** A word and its description, with a colon between, so that those in the word are escaped. */
function describedWord(word: string, row: unknown): string {
  const escaped = word.replaceAll(':', '\\:');
  const describe = typeof row === 'object' && row !== null ? Reflect.get(row, 'describe') : undefined;
  return typeof describe === 'string' ? `${escaped}:${describe}` : escaped;
}
