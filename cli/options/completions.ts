// Values that the shell completes: choices of options, also inside lists, and names of built-in models.
import type { Command, Words } from '../commands/command.ts';
import type { Schema } from './schema.ts';

/** Values that may stand at the cursor; `only` where no option and no command may. */
export interface Completions {
  readonly values: readonly string[];
  readonly only: boolean;
}

/** @param args the arguments of the command for completions, of which the last is `current` */
export async function completionsOf(
  args: readonly string[],
  current: string,
  loaded: ReadonlyMap<string, Command>,
): Promise<Completions> {
  const named = args.findIndex((arg) => loaded.has(arg));
  if (named < 0 || named === args.length - 1) return { values: [], only: false };
  const { words, options } = loaded.get(args[named]!) as Command;
  const typed = args.slice(named + 1, -1);
  const previous = typed.at(-1);
  const option = previous?.startsWith('--') ? (options as Schema)[previous.slice(2)] : undefined;
  if (option && !option.isFlag) {
    const before = option.isList ? current.slice(0, current.lastIndexOf(',') + 1) : '';
    const names = Object.keys((await (option.choices?.() ?? option.completions?.(wordsOf(typed, options)))) ?? {});
    const values = names.map((name) => before + name).filter((name) => name.startsWith(current));
    return { values, only: names.length > 0 };
  }
  if (current.startsWith('-')) return { values: [], only: false };
  const word = Object.values(words as Words)[wordsOf(typed, options).length];
  const names = Object.keys((await word?.choices?.()) ?? {});
  return { values: names.filter((name) => name.startsWith(current)), only: false };
}

/** The words among the arguments that are neither options nor their values. */
function wordsOf(typed: readonly string[], options: Schema): string[] {
  const takesValue = (arg: string | undefined): boolean =>
    arg?.startsWith('--') === true && arg.slice(2) in options && !options[arg.slice(2)]?.isFlag;
  return typed.filter((arg, i) => !arg.startsWith('-') && !takesValue(typed[i - 1]));
}
