// Debian's Chromium, without a sandbox and without traffic of its own. In: a page's address. Out: the page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium as playwright } from 'playwright-core';

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  // WebGL without a graphics card
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Window {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** pixels of a picture for one of the page */
  readonly deviceScaleFactor?: number;
  /** whether the system asks pages for less motion; unless given, it does not */
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** further arguments of the browser */
  readonly arguments?: readonly string[];
}

/** Opens `url`, and closes the browser when `look` is done with its page. */
export async function browse<T>(
  url: string,
  look: (page: Page) => Promise<T>,
  {
    viewport = { width: 1100, height: 1304 },
    deviceScaleFactor = 1.5,
    reducedMotion = 'no-preference',
    arguments: more = [],
  }: Window = {},
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const browser = await playwright.launchPersistentContext(profile, {
    executablePath: chromium,
    args: [...flags, ...more],
    viewport,
    deviceScaleFactor,
    reducedMotion,
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await look(page);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
