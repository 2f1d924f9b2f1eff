// The pictures of the documents, each drawn from the command that it stands under, in the folder of a reader who followed the
// page up to there. UPDATE=1 keeps them for the docs.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { blocksOf, commandsOf } from '../pages/markdown.ts';
import { emptyProject, root, runLine } from '../pages/runPage.ts';
import { browse } from './browser.ts';
import { python } from './python.ts';
import { withTensorBoard } from './tensorboard.ts';

const require = createRequire(import.meta.url);
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs/guide'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/guide/${name}`),
];

interface Picture {
  readonly page: string;
  /** From the root of the repository. */
  readonly path: string;
  /** The last command above it. */
  readonly command: string;
  /** Where in the page it stands. */
  readonly at: number;
}

const commandsIn = (language: string, text: string): string[] =>
  language === 'console'
    ? commandsOf(text).map(({ command }) => command)
    : language === 'sh'
      ? text.split('\n').filter(Boolean)
      : [];

/** @throws Error for a picture that stands under no command */
function picturesOf(page: string): Picture[] {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = blocksOf(text);
  return [...text.matchAll(/!\[[^\]]*\]\(([^)\s]*pictures\/[^)\s]+)\)/g)].map((match) => {
    const above = blocks.filter(({ start }) => start < match.index);
    const command = above.flatMap((block) => commandsIn(block.language, block.text)).at(-1);
    if (!command) throw new Error(`${match[1]} stands under no command`);
    return { page, path: join(dirname(page), match[1]!), command, at: match.index };
  });
}

/** The folder of a reader at one place of a page; the command of the picture itself is left out. */
function followed({ page, command, at }: Picture): string {
  const folder = emptyProject();
  for (const { language, file, text, start } of blocksOf(readFileSync(join(root, page), 'utf8'))) {
    if (start > at) break;
    if (file) writeFileSync(join(folder, file), text);
    for (const line of commandsIn(language, text))
      if (line !== command && !/^(npm|pip|tensorboard) /.test(line)) runLine(folder, line);
  }
  return folder;
}

/** What is done on a page before its picture is taken. */
const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'view.png': (page) => page.locator('[role=treeitem][data-path="model.0.sgu.spatial_proj"]').click(),
};

async function drawPage(folder: string, { command, path }: Picture): Promise<Buffer> {
  const { status, output } = runLine(folder, `${command} --out page.html`);
  expect([status, output]).toEqual([0, 'page.html\n']);
  return browse(
    pathToFileURL(join(folder, 'page.html')).href,
    async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      await acts[path.split('/').at(-1)!]?.(page);
      return page.screenshot();
    },
    { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  );
}

/** Writes `text` to a terminal as wide as it needs, and returns the lines that it shows. */
function writeToTerminal(page: Page, text: string): Promise<string[]> {
  return page.evaluate(
    async ([written, cols]) => {
      // biome-ignore lint/suspicious/noExplicitAny: the script of xterm made it
      const { Terminal } = globalThis as any;
      const terminal = new Terminal({
        cols,
        rows: written.split('\n').length,
        convertEol: true,
        fontSize: 13,
        fontFamily: 'DejaVu Sans Mono',
        cursorInactiveStyle: 'none',
        theme: {
          background: '#16181d',
          foreground: '#d9dce1',
          red: '#e5707a',
          yellow: '#d9b25f',
          green: '#7cc77f',
          cyan: '#56c2d6',
          blue: '#6ea8fe',
          magenta: '#c792ea',
        },
      });
      document.body.innerHTML =
        '<div id="terminal" style="display:inline-block;padding:14px 16px;background:#16181d"></div>';
      terminal.open(document.querySelector('#terminal'));
      await new Promise<void>((done) => terminal.write(written, done));
      const { active } = terminal.buffer;
      return Array.from({ length: active.length }, (_, i) => active.getLine(i).translateToString(true) as string);
    },
    [
      text,
      Math.max(
        ...stripVTControlCharacters(text)
          .split('\n')
          .map((line) => line.length),
      ),
    ] as const,
  );
}

async function drawTerminal(folder: string, { command }: Picture): Promise<Buffer> {
  const { status, output } = runLine(folder, command, { FORCE_COLOR: '1', NO_COLOR: '' });
  expect(status, output).toBe(0);
  return browse(
    'about:blank',
    async (page) => {
      await page.addStyleTag({ path: require.resolve('@xterm/xterm/css/xterm.css') });
      await page.addScriptTag({ path: require.resolve('@xterm/xterm/lib/xterm.js') });
      const text = output.trimEnd();
      expect(await writeToTerminal(page, text)).toEqual(stripVTControlCharacters(text).split('\n'));
      return page.locator('#terminal').screenshot();
    },
    { viewport: { width: 1600, height: 1000 }, deviceScaleFactor: 1.5 },
  );
}

function drawTensorBoard(folder: string, { command }: Picture): Promise<Buffer> {
  const logdir = join(folder, /--logdir (\S+)/.exec(command)![1]!);
  const tags = encodeURIComponent('epoch_(accuracy|loss)|kernel');
  return withTensorBoard(logdir, 'rust', (url) =>
    browse(
      `${url}?tagFilter=${tags}#timeseries`,
      async (page) => {
        await page.getByText('Tags matching filter').waitFor({ timeout: 60_000 });
        // more room for the charts
        await page.getByText('Settings', { exact: true }).first().click();
        await page.getByText('epoch_loss').filter({ visible: true }).first().waitFor();
        await page.waitForLoadState('networkidle');
        return page.screenshot();
      },
      { viewport: { width: 1200, height: 870 }, deviceScaleFactor: 1 },
    ),
  );
}

function draw(folder: string, picture: Picture): Promise<Buffer> {
  if (picture.command.startsWith('tensorboard ')) return drawTensorBoard(folder, picture);
  if (picture.command.startsWith('npx gmlp-viz view ')) return drawPage(folder, picture);
  return drawTerminal(folder, picture);
}

test.each(pages.flatMap(picturesOf).filter(({ path }) => path.endsWith('.png')))(
  '$path is what `$command` shows',
  async (picture) => {
    const folder = followed(picture);
    try {
      const bytes = await draw(folder, picture);
      if (process.env.UPDATE !== '1') return;
      mkdirSync(dirname(join(root, picture.path)), { recursive: true });
      writeFileSync(join(root, picture.path), bytes);
      python('palette.py', { paths: [join(root, picture.path)] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('the pictures are small', () => {
  const folder = join(root, 'docs/pictures');
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size, name).toBeLessThan(150_000);
});
