// Checks of options objects.
import { unknownText } from './choice.ts';
import { UserError } from './errors.ts';

/** @throws UserError for a value that is no object, and for a key that is not in `known`, with the nearest of them */
export function expectOptions(options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new UserError(`options must be an object such as { ${known[0]} }, got ${JSON.stringify(options)}`);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UserError(unknownText('option', unknown, known));
}
