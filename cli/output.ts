// Where a result goes. In: text, and the value of `--out`. Out: a file whose path is said on stdout, or stdout itself.
import { writeFileSync } from 'node:fs';
import { UserError } from '../src/userError.ts';

/** @throws UserError where the file cannot be written */
export function writeResult(text: string, out: unknown): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  if (out === '') throw new UserError('--out must name a file, got nothing');
  try {
    writeFileSync(`${out}`, text);
  } catch (error) {
    throw new UserError(`cannot write to ${out}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  process.stdout.write(`${out}\n`);
}
