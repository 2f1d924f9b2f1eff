// Options of every command.
import { flag, negatable } from './schema.ts';

/** Options that every command takes; `summary` has a `verbose` of its own, which may have a value. */
export const globalOptions = {
  verbose: flag('write the lines of your own files under an error, as with DEBUG=1'),
  color: negatable(flag('colours even where the output is no terminal; --no-color, or NO_COLOR=1, for none')),
};
