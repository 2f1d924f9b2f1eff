// Debian's Chromium, without a sandbox and without traffic of its own. In: a page's address. Out: the page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium as playwright } from 'playwright-core';

export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens `url`, and closes the browser when `look` is done with its page. */
export async function browse<T>(url: string, look: (page: Page) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const browser = await playwright.launchPersistentContext(profile, {
    executablePath: chromium,
    args: flags,
    viewport: { width: 1100, height: 1304 },
    deviceScaleFactor: 1.5,
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
