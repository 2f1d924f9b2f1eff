// What the keyboard reaches in the page of `gmlp-viz view`, whether it is seen there, and motion, in Chromium.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { band, deepPage, desktop, open, phone, seedPage } from './viewPages.ts';

const seedUrl = seedPage();
const deepUrl = deepPage();

interface Stop {
  readonly name: string;
  readonly isSeen: boolean;
  /** Of the ring to the ground around it. */
  readonly contrast: number;
}

// runs in the page: `watch` notes how each element looks without the focus, `stop` tells of the one that has it
function watchFocus(): void {
  const shownBy = (one: Element): Element => {
    if (one.matches('input[type=radio]')) return one.nextElementSibling!;
    return one.getAttribute('role') === 'treeitem' ? one.querySelector('.box')! : one;
  };
  const look = (one: Element): string => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(shownBy(one));
    return one.getAttribute('role') === 'treeitem' ? `${stroke} ${strokeWidth}` : `${outlineStyle} ${outlineWidth}`;
  };
  const before = new Map([...document.querySelectorAll('button, input, [tabindex]')].map((one) => [one, look(one)]));
  const channels = (colour: string): number[] =>
    [...colour.matchAll(/[\d.]+/g)].slice(0, 3).map(([text]) => {
      const part = Number(text) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
  const luminance = (colour: string): number => {
    const [red, green, blue] = channels(colour);
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const groundOf = (one: Element): string => {
    for (let at: Element | null = one.parentElement; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const stop = (): Stop | undefined => {
    const one = document.activeElement;
    if (!one || one === document.body) return undefined;
    const shown = shownBy(one);
    const style = getComputedStyle(shown);
    const ring = one.getAttribute('role') === 'treeitem' ? style.stroke : style.outlineColor;
    const [light, dark] = [luminance(ring), luminance(groundOf(shown))].sort((a, b) => b - a);
    const { right, bottom, left, top } = shown.getBoundingClientRect();
    const isIn = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    return {
      name: one.getAttribute('aria-label') ?? one.textContent!.trim() ?? one.tagName,
      isSeen: isIn && look(one) !== before.get(one) && !/none|0px/.test(look(one)),
      contrast: (light! + 0.05) / (dark! + 0.05),
    };
  };
  Object.assign(globalThis, { stop });
}

/** All that the Tab key reaches, in its order. */
async function stopsOf(page: Page): Promise<Stop[]> {
  // from the beginning
  await page.evaluate(() => {
    const title = document.querySelector('h1')!;
    title.tabIndex = -1;
    title.focus();
  });
  await page.evaluate(watchFocus);
  const stops: Stop[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => (globalThis as unknown as { stop(): Stop | undefined }).stop());
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('the Tab key does not leave the page');
}

test.each([
  ['light', 'desktop'],
  ['dark', 'desktop'],
  ['light', 'phone'],
  ['dark', 'phone'],
] as const)('in %s colours on a %s, all that the Tab key reaches shows that it has the focus', async (scheme, size) => {
  await open(
    deepUrl,
    async (page) => {
      await page.emulateMedia({ colorScheme: scheme });
      await band(page, 'model.0…5').dispatchEvent('click');
      const stops: Stop[] = [];
      const parts = size === 'phone' ? ['graph', 'table', 'panel'] : ['graph'];
      for (const part of parts) {
        if (size === 'phone') await page.locator(`nav [data-view=${part}]`).click();
        stops.push(...(await stopsOf(page)));
      }
      const names = stops.map(({ name }) => name).join('\n');
      for (const part of [
        /Find a layer/,
        /model\.0…5/,
        /SVG/,
        /CSV/,
        /left to right/,
        /Fit/,
        /Rows/,
        /Selection/,
        /Show all 6/,
      ])
        expect(names).toMatch(part);
      for (const { name, isSeen, contrast } of stops) {
        expect(isSeen, name).toBe(true);
        expect(contrast, name).toBeGreaterThanOrEqual(3);
      }
    },
    size === 'phone' ? phone : desktop,
  );
});

test('radio buttons and boxes that the arrow keys reach show the focus as well', async () => {
  await open(seedUrl, async (page) => {
    await page.evaluate(watchFocus);
    const stop = () => page.evaluate(() => (globalThis as unknown as { stop(): Stop | undefined }).stop());
    await page.locator('input[value=""]').focus();
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('ArrowRight');
      expect((await stop())!.isSeen).toBe(true);
    }
    await page.locator('[role=treeitem][tabindex="0"]').focus();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('ArrowDown');
      expect((await stop())!.isSeen, (await stop())!.name).toBe(true);
    }
  });
});

test.each(['reduce', 'no-preference'] as const)('boxes that open and views that change move: %s', async (motion) => {
  await open(
    seedUrl,
    async (page) => {
      const seen = await page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const zoomOf = () => document.querySelector<SVGGraphicsElement>('.node')!.getScreenCTM()!.a;
        for (const _ of [1, 2]) {
          document
            .querySelector('[role=treeitem][data-path="model.0.sgu"]')!
            .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
          await frame();
        }
        const animations = document.getAnimations().length;
        document.querySelector<HTMLElement>('[data-do=fit]')!.click();
        await frame();
        const first = zoomOf();
        await new Promise((done) => setTimeout(done, 500));
        return { animations, isAtOnce: first === zoomOf() };
      });
      expect(seen).toEqual({ animations: motion === 'reduce' ? 0 : expect.any(Number), isAtOnce: motion === 'reduce' });
      if (motion !== 'reduce') expect(seen.animations).toBeGreaterThan(0);
    },
    { ...desktop, reducedMotion: motion },
  );
});
