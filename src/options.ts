// Options objects of public calls: which keys they have, and which argument they are.
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
