// Refuses the path of a file that is not there.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { reasonOfRead } from '../../src/storage/systemReason.ts';

/** @throws UserError for a path at which nothing is, or that the file system does not show */
export function expectThere(path: string): void {
  let isThere: boolean;
  try {
    isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${reasonOfRead(error)}`, { cause: error });
  }
  if (!isThere) throw new UserError(`there is no file ${resolve(path)}`);
}
