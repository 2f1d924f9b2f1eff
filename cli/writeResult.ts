// Writes a result to the file of `--out`, and its path to stdout, or else to stdout.
import { closeSync, constants, lstatSync, openSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { UserError } from '../src/errors.ts';
import { isSystemError, reasonOfSystem } from '../src/storage/systemReason.ts';
import { replaceWhole, write } from '../src/storage/wholeFiles.ts';
import { type Output, type OutputKind, safeText } from './output.ts';
import { untilStopped } from './untilStopped.ts';

/** A file is written whole, with the folders on the way to it, or stays as it was. @throws UserError where it cannot be written */
export async function writeResult(
  text: string,
  out: string | undefined,
  kind: OutputKind,
  stdout: Output,
): Promise<void> {
  if (out === undefined) {
    stdout.write(text, kind);
    return;
  }
  try {
    await writeFile(out, safeText(text, kind));
  } catch (error) {
    throw cannotWrite(out, error);
  }
  stdout.write(out, 'path');
}

/** What is thrown where a path cannot be written: the clause of an error of the file system, or else the error. */
export const cannotWrite = (path: string, error: unknown): unknown =>
  isSystemError(error) ? new UserError(`cannot write to ${path}: ${reasonOfSystem(error)}`, { cause: error }) : error;

async function writeFile(path: string, text: string): Promise<void> {
  if (path.endsWith('/')) throw new UserError(`--out must name a file, got the folder ${path}`);
  const before: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (!before && lstatSync(path, { throwIfNoEntry: false })) throw new UserError(`${path} is a link to nothing`);
  // a device or a pipe takes the text itself, and a folder says that it is none
  if (before?.isFIFO()) writeToPipe(path, text);
  else if (before && !before.isFile()) writeFileSync(path, text);
  else
    await untilStopped((signal) =>
      replaceWhole(path, async (aside) => {
        await write(aside, [text], signal);
        if (before) await chmod(aside, before.mode);
      }),
    );
}

/** @throws UserError for a pipe that no process reads, for which opening would wait */
function writeToPipe(path: string, text: string): void {
  const probe = openReadPipe(path);
  try {
    writeFileSync(path, text);
  } finally {
    closeSync(probe);
  }
}

function openReadPipe(path: string): number {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    throw new UserError(`${path} is a pipe that no process reads: start its reader first`, { cause: error });
  }
}
