// Figures: PNGs go through as they are.
import { expect, test } from 'vitest';
import { encodePng } from '../../../src/media/png.ts';
import { closeFigures, type Figure, figureSummary } from '../../../src/tensorboard/summaries/figure.ts';

const png = (width: number, channels = 3): Uint8Array =>
  encodePng({ width, height: 2, channels, bytes: new Uint8Array(2 * width * channels).fill(9) });

test('figures are taken as a PNG, a canvas of Node, or a canvas of a page', () => {
  const file = png(3, 4);
  const base64 = Buffer.from(file).toString('base64');
  const figures: Figure[] = [
    file,
    Buffer.from(file),
    { toBuffer: (type) => (type === 'image/png' ? Buffer.from(file) : Buffer.from('')) },
    { toDataURL: (type) => `data:${type};base64,${base64}` },
  ];
  for (const figure of figures) {
    const { tag, image } = figureSummary('it', figure);
    const { encodedImageString, ...size } = image!;
    expect([tag, size]).toEqual(['it', { width: 3, height: 2, colorspace: 4 }]);
    expect(Buffer.compare(encodedImageString!, file)).toBe(0);
  }
});

test('several figures are images of one step, as TF2 writes them', () => {
  const [one, two] = [png(3), png(3, 1)];
  const { metadata, tensor } = figureSummary('it', [one, two]);
  expect(metadata).toEqual({ dataClass: 3, pluginData: { pluginName: 'images' } });
  expect(tensor).toEqual({
    dtype: 7,
    tensorShape: { dim: [{ size: 4 }] },
    stringVal: [new TextEncoder().encode('3'), new TextEncoder().encode('2'), one, two],
  });
});

test('a canvas that has a close method is closed', () => {
  let closed = 0;
  const canvas = { toBuffer: () => png(1), close: () => closed++ };
  closeFigures(canvas);
  closeFigures([canvas, png(1), { toBuffer: () => png(1) }]);
  expect(closed).toBe(2);
});

test.each<[string, unknown, string]>([
  ['text', '<svg/>', 'the figure of it must be a PNG in a Uint8Array or a canvas, got string'],
  ['null', null, 'the figure of it must be a PNG in a Uint8Array or a canvas, got null'],
  ['a JPEG', Uint8Array.of(0xff, 0xd8), 'the figure of it must be a PNG, got 2 bytes that start with ff d8'],
  [
    'a promise',
    { toBuffer: async () => png(1) },
    "the figure of it must give its PNG at once: toBuffer('image/png') gave promise",
  ],
  ['none', [], 'the figures of it must be at least one'],
  ['two sizes', [png(1), png(2)], 'the figures of it must be of one size, got 1x2 and 2x2'],
  ['a wrong one among them', [png(1), 3], 'figure 1 of it must be a PNG in a Uint8Array or a canvas, got number'],
])('addFigure refuses %s in one clause', (_, figure, clause) => {
  expect(() => figureSummary('it', figure as Figure)).toThrow(clause);
});
