// Writes a page to a file, says where it is, and opens it on a terminal.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Messages, Output } from '../output.ts';
import { writeResult } from '../writeResult.ts';
import { openInBrowser } from './openInBrowser.ts';

/** @throws UserError where the file cannot be written */
export async function writePage(
  text: string,
  name: string,
  { out, open }: { readonly out: string | undefined; readonly open: boolean },
  stdout: Output,
  stderr: Messages,
): Promise<void> {
  const path = out ?? join(mkdtempSync(join(tmpdir(), 'gmlp-viz-')), `${fileName(name)}.html`);
  await writeResult(text, path, 'page', stdout);
  if (!open || !stdout.isTerminal) return;
  if (!(await openInBrowser(path))) stderr.say(`open it in a browser: ${path}`);
}

const maxNameLength = 80;

/** A name of a file on every system. */
const fileName = (name: string): string =>
  name
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, maxNameLength) || 'model';
