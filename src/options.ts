// Options objects of public calls: which keys they have, which values these take, and which argument they are.
import { got } from './checks.ts';
import { unknownText } from './choice.ts';
import { UserError } from './errors.ts';

/** The keys of the options `T`, all of them: the compiler names one that is missing. */
export type OptionNames<T> = { readonly [K in keyof Required<T>]: true };

/**
 * Checks the options of a public call.
 * @param known the names of its options, as a list or as the keys of a record
 * @throws UserError for a value that is no object, and for a key that is not in `known`, with the nearest of them
 */
export function expectOptions(options: object, known: readonly string[] | OptionNames<object>): void {
  const names: readonly string[] = Array.isArray(known) ? known : Object.keys(known);
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new UserError(`options must be an object such as { ${names[0]} }, got ${got(options)}`);
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UserError(unknownText('option', unknown, names));
}

/** The values that one option takes. */
export interface OptionKind {
  /** the expectation in an error text, after `must`: `be true or false` */
  readonly must: string;
  fits(value: unknown): boolean;
}

/** The kind of each of the options `T`, all of them: the compiler names one that is missing. */
export type OptionKinds<T> = { readonly [K in keyof Required<T>]: OptionKind };

/**
 * Checks the options of a public call and their values; an option that is undefined has its default.
 * @throws UserError as `expectOptions`, and for a value that is not of its option's kind
 */
export function expectKinds(options: object, kinds: Readonly<Record<string, OptionKind>>): void {
  expectOptions(options, Object.keys(kinds));
  for (const [name, value] of Object.entries(options)) {
    const { must, fits } = kinds[name]!;
    if (value !== undefined && !fits(value)) throw new UserError(`${name} must ${must}, got ${got(value)}`);
  }
}

/** Kinds that several calls have. */
export const optionKinds = {
  flag: { must: 'be true or false', fits: (value) => typeof value === 'boolean' },
  object: { must: 'be an object', fits: (value) => typeof value === 'object' && value !== null },
} satisfies Record<string, OptionKind>;

/** A whole number of at least `min`. */
export const countKind = (min: number): OptionKind => ({
  must: `be a whole number of at least ${min}`,
  fits: (value) => Number.isSafeInteger(value) && (value as number) >= min,
});
