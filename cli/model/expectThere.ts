// Refuses the path of a file that is not there.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';

/** @throws UserError for a path at which nothing is */
export function expectThere(path: string): void {
  if (!existsSync(path)) throw new UserError(`there is no file ${resolve(path)}`);
}
