// Pictures and sounds written by a page in Chromium are those that Node writes.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { expect, test } from 'vitest';
import { decodedGif, decodedPng } from '../media/golden.ts';
import { eventsIn } from '../tensorboard/events.ts';
import { browse } from './browser.ts';

const root = fileURLToPath(new URL('../fixtures/mediaPage', import.meta.url));

test('a canvas as pixels, as a figure and as a video; a sound', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'page-'));
  const settings = { root, logLevel: 'silent', configFile: false, build: { outDir, target: 'es2022' } } as const;
  await build(settings);
  const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
  let file = '';
  try {
    await browse(server.resolvedUrls!.local[0]!, async (page) => {
      const said = page.locator('#file');
      await expect.poll(() => said.textContent()).not.toBe('');
      file = (await said.textContent())!;
    });
  } finally {
    await server.close();
  }
  const values = eventsIn(Buffer.from(file, 'base64'), 'the page').flatMap(({ summary }) => summary?.value ?? []);
  const [pixels, figure, video, sound] = values.map(
    ({ image, audio }) => image?.encodedImageString ?? audio!.encodedAudioString!,
  );
  const painted = Uint8Array.from({ length: 40 * 30 * 4 }, (_, i) => {
    const [c, x, y] = [i % 4, (i >> 2) % 40, Math.floor(i / 160)];
    return x >= 5 && x < 25 && y >= 5 && y < 15 ? [0xcc, 0x33, 0x33, 255][c]! : 0;
  });
  const expected = { width: 40, height: 30, channels: 4, bytes: painted };
  expect(decodedPng(pixels!)).toEqual(expected);
  expect(decodedPng(figure!)).toEqual(expected);
  expect(Buffer.compare(decodedGif(video!).frames[0]!.bytes, painted)).toBe(0);
  expect([...new Int16Array(Uint8Array.from(sound!.subarray(44)).buffer)]).toEqual([0, 16_384, -16_384]);
});
