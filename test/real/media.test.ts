// Pictures and sounds, served by real TensorBoard through both loaders, decoded by Pillow and Python's wave.
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { balls, chord, filters, scene, wander } from '../fixtures/media.ts';
import { decodedPng } from '../media/golden.ts';
import { events } from '../tensorboard/events.ts';
import { figures, rate, wallTimes, writeMedia } from './mediaRun.ts';
import { python } from './python.ts';
import { ask, askBytes, withTensorBoard } from './tensorboard.ts';

interface Picture {
  readonly format: 'PNG' | 'GIF';
  readonly size: readonly [number, number];
  readonly loop: number | null;
  /** milliseconds; the hash of RGBA */
  readonly frames: readonly { readonly duration: number | null; readonly data: string }[];
}
interface Sound {
  readonly channels: number;
  readonly rate: number;
  /** bytes of a sample */
  readonly width: number;
  readonly data: string;
}

const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
const { picture } = scene();
let path = '';

beforeAll(async () => {
  const writer = new SummaryWriter({ logdir });
  path = writer.path!;
  writeMedia(writer);
  await writer.close();
});

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of [height, width, 3] as Pillow gives RGBA. */
const opaque = (rgb: Uint8Array): string =>
  hash(Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, i) => (i % 4 === 3 ? 255 : rgb[3 * (i >> 2) + (i % 4)]!)));

// two rows of eight tiles
function filterGrid(): Uint8Array {
  const { data } = filters();
  const grid = new Uint8Array(64 * 256 * 3);
  for (let y = 0; y < 64; y++)
    for (let x = 0; x < 256; x++) {
      const value = data[((y >> 5) * 8 + (x >> 5)) * 1024 + (y & 31) * 32 + (x & 31)]!;
      grid.fill(Math.floor(Math.fround(value * 255)), 3 * (y * 256 + x), 3 * (y * 256 + x) + 3);
    }
  return grid;
}

// both videos side by side
function ballFrames(): Uint8Array[] {
  const { data } = balls();
  return Array.from({ length: 16 }, (_, t) =>
    Uint8Array.from({ length: 64 * 128 * 3 }, (_, i) => {
      const [c, x, y] = [i % 3, Math.floor(i / 3) % 128, Math.floor(i / 384)];
      return data[((((x >> 6) * 16 + t) * 3 + c) * 64 + y) * 64 + (x & 63)]!;
    }),
  );
}

describe.each(['rust', 'python'] as const)('the %s loader', (loader) => {
  const served = new Map<string, Uint8Array>();
  const types = new Map<string, string | null>();

  beforeAll(async () => {
    await withTensorBoard(logdir, loader, async (url) => {
      for (const plugin of ['images', 'audio']) {
        const single = plugin === 'images' ? 'individualImage' : 'individualAudio';
        const runs = JSON.parse(await ask(url, `data/plugin/${plugin}/tags`));
        expect(Object.keys(runs)).toEqual(['.']);
        for (const [tag, { samples }] of Object.entries<{ samples: number }>(runs['.']))
          for (let sample = 0; sample < samples; sample++) {
            const where = `run=.&tag=${tag}&sample=${sample}`;
            const steps: { step: number; wall_time: number; query: string; contentType?: string }[] = JSON.parse(
              await ask(url, `data/plugin/${plugin}/${plugin}?${where}`),
            );
            expect(steps.map(({ step, wall_time }) => [step, wall_time])).toEqual([...wallTimes.entries()]);
            const { bytes, type } = await askBytes(url, `data/plugin/${plugin}/${single}?${steps[1]!.query}`);
            served.set(samples > 1 ? `${tag} ${sample}` : tag, bytes);
            types.set(samples > 1 ? `${tag} ${sample}` : tag, type);
          }
      }
    });
  });

  test('serves every file as it was written', () => {
    const written = events(path)
      .filter(({ step }) => Number(step) === 1)
      .flatMap(({ summary }) => summary?.value ?? [])
      .flatMap(({ tag, image, audio, tensor }) => {
        const files = tensor?.stringVal?.slice(2).map((file, i) => [`${tag} ${i}`, file] as const);
        return files ?? [[tag!, image?.encodedImageString ?? audio!.encodedAudioString!] as const];
      });
    const hexes = (files: Iterable<readonly [string, Uint8Array]>) =>
      Object.fromEntries(Array.from(files, ([name, file]) => [name, Buffer.from(file).toString('hex')]));
    expect(hexes(served)).toEqual(hexes(written));
    expect(Object.fromEntries(types)).toEqual({
      'pictures/input': 'image/png',
      'pictures/filters': 'image/png',
      'pictures/detections': 'image/png',
      'pictures/confusion': 'image/png',
      'pictures/confusions 0': 'image/png',
      'pictures/confusions 1': 'image/png',
      'pictures/balls': 'image/gif',
      'sounds/chord': 'audio/wav',
      'sounds/wander': 'audio/wav',
    });
  });

  test('pixels and samples are those that were given', () => {
    const decoded = python<(Picture | Sound)[]>(
      'media.py',
      Array.from(served.values(), (file) => Buffer.from(file).toString('base64')),
    );
    const found = Object.fromEntries(Array.from(served.keys(), (name, i) => [name, decoded[i]!]));
    const png = (width: number, height: number, rgb: Uint8Array): Picture => ({
      format: 'PNG',
      size: [width, height],
      loop: null,
      frames: [{ duration: null, data: opaque(rgb) }],
    });
    const sound = (channels: number, samples: Float32Array): Sound => ({
      channels,
      rate,
      width: 2,
      data: hash(
        new Uint8Array(
          Int16Array.from(samples, (sample) => Math.min(Math.round(sample * 2 ** 31) >> 16, 32_767)).buffer,
        ),
      ),
    });
    expect(found).toEqual({
      'pictures/input': png(224, 150, picture.data),
      'pictures/filters': png(256, 64, filterGrid()),
      'pictures/detections': png(224, 150, decodedPng(served.get('pictures/detections')!).bytes),
      'pictures/confusion': png(160, 160, figures[0].data),
      'pictures/confusions 0': png(160, 160, figures[0].data),
      'pictures/confusions 1': png(160, 160, figures[1].data),
      'pictures/balls': {
        format: 'GIF',
        size: [128, 64],
        loop: 0,
        // 12.5 hundredths of a second
        frames: ballFrames().map((frame, t) => ({ duration: t % 2 === 0 ? 130 : 120, data: opaque(frame) })),
      },
      'sounds/chord': sound(1, chord()),
      'sounds/wander': sound(2, wander().data),
    });
  });
});
