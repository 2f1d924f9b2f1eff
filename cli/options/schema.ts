// Options of the command line: their descriptions, their choices, and how each text becomes a typed value.
import { countText } from '../../src/checks.ts';
import { choice as chosen } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';

/** A table of choices by name; a row may have a description, `describe`. */
export type Choices<T extends string = string> = Readonly<Record<T, unknown>>;

/** A table of names without descriptions. */
export const named = <const T extends string>(names: readonly T[]): Choices<T> =>
  Object.fromEntries(names.map((name) => [name, {}])) as Choices<T>;

/** An option that takes a value, a list of values, or none (a flag). */
export interface Option<T> {
  readonly describe: string;
  /** Reads the choices from the library's table; called when the model's project is known, since a table may load tf.js. */
  choices?(): Promise<Choices>;
  /** Words that the shell completes, where help does not list them. @param words those before the options, such as a path */
  completions?(words: readonly string[]): Promise<Choices>;
  /** It may be given several times. */
  readonly many?: true;
  /** Its value is a list with commas between. */
  readonly isList?: true;
  /** It takes no value. */
  readonly isFlag?: true;
  /** It may stand without a value, which is then the empty text. */
  readonly optionalValue?: true;
  /** The title of its group in the help, after all others; none unless given. */
  readonly group?: string;
  /** `--no-<name>` gives the value false. */
  readonly negatable?: true;
  /** The text, or state of the flag, where the option is not given. */
  readonly default?: string | boolean;
  /** What help shows as the default where the code that reads the option decides. */
  readonly defaultText?: string;
  /**
   * @param name as the user types it, such as `--d-model`
   * @throws UserError for a text that is no value of this option
   */
  parse(text: string, name: string): T | Promise<T>;
}

/** Options, or positional words, by name. */
export type Schema = Readonly<Record<string, Option<unknown>>>;

type Parsed<O> = O extends Option<infer T> ? (O extends { readonly many: true } ? readonly T[] : T) : never;
type Negated<O> = O extends { readonly negatable: true } ? false : never;
type Missing<O> = O extends { readonly default: string | boolean } ? never : undefined;

/** The values of options, by name; undefined for an option that is not given and has no default. */
export type Values<S extends Schema> = {
  readonly [K in keyof S]: Parsed<S[K]> | Negated<S[K]> | Missing<S[K]>;
};

/** Any text. */
export const text = (describe: string) => ({ describe, parse: (typed: string) => typed }) satisfies Option<string>;

/** A file or folder, whose name is not empty. */
export const path = (describe: string, what = 'a file') =>
  ({
    describe,
    parse(typed: string, name: string): string {
      if (typed === '') throw new UserError(`${name} must name ${what}, got nothing`);
      return typed;
    },
  }) satisfies Option<string>;

/** A whole number of at least `min` and at most `max`. */
export const count = (describe: string, min: number, max = Number.MAX_SAFE_INTEGER) =>
  ({
    describe,
    parse(typed: string, name: string): number {
      const value = Number(typed);
      if (!/^[+-]?\d+$/.test(typed) || !Number.isSafeInteger(value) || value < min || value > max)
        throw new UserError(`${name} must be ${countText(min, max)}, got ${typed || 'nothing'}`);
      return value;
    },
  }) satisfies Option<number>;

/**
 * One of a table's names.
 * @param kind the noun of the error text for another word, such as `style`
 */
export const choice = <T extends string>(kind: string, describe: string, choices: () => Promise<Choices<T>>) =>
  ({
    describe,
    choices,
    async parse(typed: string): Promise<T> {
      return chosen(kind, typed, Object.keys(await choices()) as T[]);
    },
  }) satisfies Option<T>;

/** Names with commas between; help and the shell show `choices`, and the library checks the names. */
export const list = (describe: string, choices?: () => Promise<Choices>) =>
  ({
    describe,
    ...(choices && { choices }),
    isList: true,
    parse: (typed: string): readonly string[] => typed.split(',').filter((name) => name !== ''),
  }) satisfies Option<readonly string[]>;

// 1 GB is 10^9 bytes, 1 GiB 2^30
const units = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

/** A number of bytes, with a unit or without. */
export const bytes = (describe: string) =>
  ({
    describe,
    parse(typed: string, name: string): number {
      const [, number, unit = 'B'] = /^(\d+(?:\.\d+)?)\s*([KMGT]?i?B)?$/i.exec(typed) ?? [];
      const value = Math.floor(Number(number) * units[unit.toUpperCase() as keyof typeof units]);
      if (!Number.isSafeInteger(value) || value < 1)
        throw new UserError(`${name} must be a size such as 16GB or 512MiB, got ${typed || 'nothing'}`);
      return value;
    },
  }) satisfies Option<number>;

const powers = { '': 1, K: 1e3, M: 1e6, G: 1e9, B: 1e9, T: 1e12 };

/** A number of things, with a decimal prefix or without. */
export const amount = (describe: string) =>
  ({
    describe,
    parse(typed: string, name: string): number {
      const [, number, power = ''] = /^(\d+(?:\.\d+)?)\s*([KMGBT]?)$/i.exec(typed) ?? [];
      const value = Math.floor(Number(number) * powers[power.toUpperCase() as keyof typeof powers]);
      if (!Number.isSafeInteger(value))
        throw new UserError(`${name} must be a number such as 5M or 1.5G, got ${typed || 'nothing'}`);
      return value;
    },
  }) satisfies Option<number>;

/** A share in percent; its value is a share of 1. */
export const percent = (describe: string) =>
  ({
    describe,
    parse(typed: string, name: string): number {
      const [, number] = /^(\d+(?:\.\d+)?)\s*%$/.exec(typed) ?? [];
      const share = Number(number) / 100;
      if (!Number.isFinite(share))
        throw new UserError(`${name} must be in percent, such as 5%, got ${typed || 'nothing'}`);
      return share;
    },
  }) satisfies Option<number>;

/** An option without a value. Yargs makes the boolean; `parse` only gives its type. */
export const flag = (describe: string) =>
  ({ describe, isFlag: true, parse: (typed: string): boolean => typed === 'true' }) satisfies Option<boolean>;

/** The option with a default, so that its value is never undefined. */
export const withDefault = <O extends Option<unknown>, D extends string | boolean>(option: O, value: D) => ({
  ...option,
  default: value,
});

/** The option, which may be given several times. */
export const many = <O extends Option<unknown>>(option: O) => ({ ...option, many: true }) as const;

/** The options, in a group of their own at the end of the help. */
export const grouped = <S extends Schema>(group: string, schema: S): S =>
  Object.fromEntries(Object.entries(schema).map(([name, option]) => [name, { ...option, group }])) as S;

/** The option, which `--no-<name>` gives the value false. */
export const negatable = <O extends Option<unknown>>(option: O) => ({ ...option, negatable: true }) as const;

/** The names that the user may type for the options, `--no-` forms included, without the dashes. */
export const optionNames = (options: Schema): string[] =>
  Object.entries(options).flatMap(([name, option]) =>
    option.negatable || option.default === true ? [name, `no-${name}`] : [name],
  );

/** The first option that is given and is not among `taken`. @param names of the command's options */
export const otherOption = (values: object, names: readonly string[], taken: readonly string[]): string | undefined =>
  names.find((name) => !taken.includes(name) && Reflect.get(values, name) !== undefined);
