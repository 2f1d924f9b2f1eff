// Pictures of the tables in a terminal. UPDATE=1 keeps them for the docs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { browse } from './browser.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const require = createRequire(import.meta.url);

function print(...args: string[]): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [cli, 'summary', ...args], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

/** What a terminal of `columns` shows after `text`, line by line. */
async function inTerminal(page: Page, text: string, columns: number): Promise<string[]> {
  await page.addStyleTag({ path: require.resolve('@xterm/xterm/css/xterm.css') });
  await page.addScriptTag({ path: require.resolve('@xterm/xterm/lib/xterm.js') });
  return page.evaluate(
    async ([written, cols]) => {
      // biome-ignore lint/suspicious/noExplicitAny: the script above made it
      const { Terminal } = globalThis as any;
      const rows = written.split('\n').length;
      const terminal = new Terminal({
        cols,
        rows,
        convertEol: true,
        fontSize: 12,
        fontFamily: 'DejaVu Sans Mono',
        cursorInactiveStyle: 'none',
      });
      document.body.innerHTML = '<div id="terminal" style="display:inline-block;padding:8px;background:#000"></div>';
      terminal.open(document.querySelector('#terminal'));
      await new Promise<void>((done) => terminal.write(written, done));
      const { active } = terminal.buffer;
      return Array.from({ length: active.length }, (_, i) => active.getLine(i).translateToString(true) as string);
    },
    [text, columns] as const,
  );
}

test('a terminal shows the table as it was printed, wide characters and all', async () => {
  const args = [
    'gmlp-s16',
    '--style',
    'table',
    '--width',
    '110',
    '--columns',
    'name,type,output,params,macs,macs_share',
  ];
  const text = print(...args);
  await browse('about:blank', async (page) => {
    const shown = await inTerminal(page, text, 110);
    expect(shown).toEqual(text.split('\n'));
  });
});

test('a terminal shows two curves in two colours', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'curves-'));
  for (const [run, slowness] of [
    ['train', 1],
    ['validation', 1.5],
  ] as const) {
    const writer = new SummaryWriter({ logdir: join(logdir, run) });
    for (let epoch = 0; epoch < 200; epoch++)
      writer.addScalar('epoch_loss', 2.3 * Math.exp(-epoch / 40 / slowness) + Math.sin(epoch * epoch) / 25, epoch);
    await writer.close();
  }
  const { stdout } = spawnSync(process.execPath, [cli, 'inspect', logdir, '--tag', 'epoch_loss', '--plot'], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  await browse('about:blank', async (page) => {
    const shown = await inTerminal(page, stdout, 80);
    expect(shown).toEqual(stripVTControlCharacters(stdout).split('\n'));
  });
});
