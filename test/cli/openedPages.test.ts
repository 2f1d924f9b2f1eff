// On a terminal a page is opened in a browser, or its path is told.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Messages, Output } from '../../cli/output.ts';
import { writePage } from '../../cli/view/writePage.ts';

const folder = mkdtempSync(join(tmpdir(), 'opened-'));
const opened = join(folder, 'opened');
const out = join(folder, 'page.html');
mkdirSync(join(folder, 'bin'));
writeFileSync(
  join(folder, 'bin', 'xdg-open'),
  `#!/bin/sh\nprintf %s "$1" > ${opened}.part; mv ${opened}.part ${opened}\n`,
);
chmodSync(join(folder, 'bin', 'xdg-open'), 0o755);

afterEach(() => vi.unstubAllEnvs());

/** @returns what was said on stderr */
async function written({
  open,
  isTerminal,
}: {
  readonly open: boolean;
  readonly isTerminal: boolean;
}): Promise<string[]> {
  const said: string[] = [];
  const stdout = { write: () => true, drained: async () => undefined, isTerminal } as Partial<Output> as Output;
  const stderr = { say: (text: string) => said.push(text) } as Partial<Messages> as Messages;
  await writePage('<p>', 'model', { out, open }, stdout, stderr);
  return said;
}

/** @param display where windows are shown; none for an empty text */
function withBrowser(display: string): void {
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env.PATH}`);
  vi.stubEnv('DISPLAY', display);
  vi.stubEnv('WAYLAND_DISPLAY', '');
}

test.runIf(process.platform === 'linux')(
  'no page is opened beside a terminal, with --no-open, or without a display',
  async () => {
    withBrowser(':0');
    expect(await written({ open: true, isTerminal: false })).toEqual([]);
    expect(await written({ open: false, isTerminal: true })).toEqual([]);
    withBrowser('');
    expect(await written({ open: true, isTerminal: true })).toEqual([`open it in a browser: ${out}`]);
    expect(existsSync(opened)).toBe(false);
  },
);

test.runIf(process.platform === 'linux')('a page is opened with the program of the system', async () => {
  withBrowser(':0');
  expect(await written({ open: true, isTerminal: true })).toEqual([]);
  await vi.waitFor(() => expect(readFileSync(opened, 'utf8')).toBe(out), { timeout: 20_000 });
});

test.runIf(process.platform === 'linux')('without a program that opens pages the path is told', async () => {
  withBrowser(':0');
  vi.stubEnv('PATH', '/nonexistent');
  expect(await written({ open: true, isTerminal: true })).toEqual([`open it in a browser: ${out}`]);
});
