// Options as yargs takes them: strings, since yargs forgets what was typed where it parses numbers. `coerce` makes the value.
import { UserError } from '../../src/errors.ts';
import type { Choices, Option, Schema } from './schema.ts';

/** An option as yargs describes it. */
export interface YargsOption {
  readonly describe: string;
  readonly type: 'string' | 'boolean';
  readonly requiresArg?: boolean;
  readonly choices?: readonly string[];
  readonly default?: string | boolean;
  readonly defaultDescription?: string;
  readonly coerce?: (given: unknown) => unknown;
}

/** Choices by option, for help; read from the library's tables. */
export async function choicesOf(schema: Schema): Promise<ReadonlyMap<string, Choices>> {
  const read = Object.entries(schema).map(async ([name, { choices }]) => choices && ([name, await choices()] as const));
  return new Map((await Promise.all(read)).filter((entry) => entry !== undefined));
}

/** @param choices to show in help; none while a command runs, whose options check what they are given themselves */
export function yargsOptions(schema: Schema, choices?: ReadonlyMap<string, Choices>): Record<string, YargsOption> {
  return Object.fromEntries(
    Object.entries(schema).map(([name, option]) => {
      const shown = choices?.get(name);
      return [name, yargsOption(`--${name}`, option, shown && !isDescribed(shown) ? Object.keys(shown) : undefined)];
    }),
  );
}

function yargsOption(name: string, option: Option<unknown>, choices?: readonly string[]): YargsOption {
  const { describe, isFlag, default: initial, defaultText } = option;
  return {
    describe,
    type: isFlag ? 'boolean' : 'string',
    ...(choices && { choices }),
    ...(initial !== undefined && { default: initial }),
    ...(defaultText !== undefined && { defaultDescription: defaultText }),
    ...(!isFlag && {
      requiresArg: option.optionalValue !== true,
      coerce: (given: unknown) => parsed(name, option, given),
    }),
  };
}

/** @throws UserError for a value that was given several times, and for the negation of an option that has none */
function parsed(name: string, option: Option<unknown>, given: unknown): unknown {
  if (given === undefined) return undefined;
  if (given === false && option.negatable) return false;
  const texts = [given].flat();
  if (texts.includes(false))
    throw new UserError(`${name} takes a value, got --no-${name.slice(2)}: leave ${name} out instead`);
  if (option.many) return Promise.all(texts.map((text) => option.parse(`${text}`, name)));
  if (texts.length > 1) throw new UserError(`${name} was given ${texts.length} times`);
  return option.parse(`${texts[0]}`, name);
}

/** The names of the options in each group, by its title, in the order of the help: those without one come first. */
export function groupsOf(schema: Schema): Map<string, string[]> {
  const groups = new Map<string, string[]>([['Options:', []]]);
  for (const [name, { group }] of Object.entries(schema))
    groups.set(group ?? 'Options:', [...(groups.get(group ?? 'Options:') ?? []), name]);
  return groups;
}

const describeOf = (choice: unknown): string | undefined =>
  typeof choice === 'object' && choice !== null && 'describe' in choice ? `${choice.describe}` : undefined;

const isDescribed = (choices: Choices): boolean => Object.values(choices).some((choice) => describeOf(choice));

/** The lines under a command's help: the choices that have descriptions, one a line. */
export function choiceLines(choices: ReadonlyMap<string, Choices>): string {
  const described = [...choices].filter(([, table]) => isDescribed(table));
  return described
    .map(([name, table]) => {
      const width = Math.max(...Object.keys(table).map((word) => word.length));
      const rows = Object.entries(table).map(([word, row]) => {
        const lines = wrapped(describeOf(row) ?? '', helpWidth - width - 4);
        return `  ${word.padEnd(width)}  ${lines.join(`\n${' '.repeat(width + 4)}`)}`.trimEnd();
      });
      return [`--${name}:`, ...rows].join('\n');
    })
    .join('\n\n');
}

// yargs wraps help at 80 columns, without an indent
const helpWidth = 78;

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
