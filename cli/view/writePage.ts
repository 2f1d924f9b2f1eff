// Writes a page to a file, says where it is, and opens it on a terminal.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/errors.ts';
import type { Messages, Output } from '../output.ts';
import { cannotWrite, writeResult } from '../writeResult.ts';
import { openInBrowser } from './openInBrowser.ts';

/** @throws UserError where the file cannot be written */
export async function writePage(
  text: string,
  name: string,
  { out, open }: { readonly out: string | undefined; readonly open: boolean },
  stdout: Output,
  stderr: Messages,
): Promise<void> {
  const path = out ?? join(temporaryFolder(), `${fileName(name)}.html`);
  await writeResult(text, path, 'page', stdout);
  if (!open || !stdout.isTerminal) return;
  if (!(await openInBrowser(path))) stderr.say(`open it in a browser: ${path}`);
}

/** A new folder. @throws UserError where the system's folder for temporary files takes none */
function temporaryFolder(): string {
  const parent = tmpdir();
  try {
    return mkdtempSync(join(parent, 'gmlp-viz-'));
  } catch (error) {
    const { message } = cannotWrite(parent, error) as Error;
    throw new UserError(`${message}: name the page with --out page.html`, { cause: error });
  }
}

const maxNameLength = 80;

/** A name of a file on every system. */
const fileName = (name: string): string =>
  name
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, maxNameLength) || 'model';
