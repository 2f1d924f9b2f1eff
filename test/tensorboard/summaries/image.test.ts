// Images, grids and boxes as tensorboardX makes them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pixels } from '../../../src/media/pixels.ts';
import type { tensorboard } from '../../../src/proto/generated/messages.js';
import {
  type ImageSource,
  imageSummary,
  imagesSummary,
  imageWithBoxesSummary,
} from '../../../src/tensorboard/summaries/image.ts';
import { bytesOf, decodedPng, golden, valuesOf } from '../../media/golden.ts';

beforeAll(() => tf.setBackend('cpu'));

const shown = ({ image }: tensorboard.Summary.IValue): Pixels => decodedPng(image!.encodedImageString!);
const hex = (summary: tensorboard.Summary.IValue): string => Buffer.from(shown(summary).bytes).toString('hex');

function expectReference(made: tensorboard.Summary.IValue, expected: (typeof golden.images)[number]['expected']) {
  const { height, width, colorspace } = made.image!;
  expect([made.tag, height, width, colorspace]).toEqual([
    expected.tag,
    expected.height,
    expected.width,
    expected.colorspace,
  ]);
  const pixels = shown(made);
  expect([pixels.height, pixels.width, pixels.channels]).toEqual(expected.shape);
  expect(Buffer.compare(pixels.bytes, bytesOf(expected.pixels))).toBe(0);
}

test.each(golden.images)('$given.dtype of $given.shape, $format', ({ format, given, expected }) => {
  expectReference(imageSummary('a/b', valuesOf(given), format), expected);
  if (/n/i.test(format)) expectReference(imagesSummary('a/b', valuesOf(given), format), expected);
});

test.each(golden.boxes)('boxes $boxes on $given.shape', ({ boxes, given, expected }) => {
  expectReference(imageWithBoxesSummary('boxes', valuesOf(given), boxes, 'HWC'), expected);
});

test.each(golden.rescaled)('$given.shape $rescale times as large', ({ rescale, given, expected }) => {
  const made = imageWithBoxesSummary('boxes', valuesOf(given), [[4, 3, 20, 14]], 'HWC', undefined, rescale);
  expectReference(made, expected);
});

describe('the same pixels are written', () => {
  const bytes = Uint8Array.from({ length: 24 }, (_, i) => i * 10);
  const floats = Array.from(bytes, (byte) => (byte + 0.5) / 255);
  const nested = (flat: readonly number[]): number[][][] =>
    [0, 1, 2].map((y) => [0, 1].map((x) => flat.slice(4 * (2 * y + x), 4 * (2 * y + x) + 4)));
  const expected = Buffer.from(bytes).toString('hex');

  test.each<[string, () => ImageSource]>([
    ['bytes', () => ({ data: bytes, shape: [3, 2, 4] })],
    ['clamped bytes', () => ({ data: new Uint8ClampedArray(bytes), shape: [3, 2, 4] })],
    ['16 bits', () => ({ data: new Uint16Array(bytes), shape: [3, 2, 4] })],
    ['floats', () => ({ data: new Float32Array(floats), shape: [3, 2, 4] })],
    ['nested arrays', () => nested(floats)],
    ['an int32 tensor', () => tf.tensor3d([...bytes], [3, 2, 4], 'int32')],
    ['a float32 tensor', () => tf.tensor3d(floats, [3, 2, 4])],
    ['ImageData', () => ({ data: new Uint8ClampedArray(bytes), width: 2, height: 3 })],
  ])('from %s', (_, make) => {
    const image = make();
    expect(hex(imageSummary('it', image, 'HWC'))).toBe(expected);
    if (image instanceof tf.Tensor) image.dispose();
  });

  test('images, boxes and sounds are taken as nested lists', () => {
    const image = { data: new Uint8ClampedArray(bytes), width: 2, height: 3 };
    const two = shown(imagesSummary('two', [image, image], 'NCHW'));
    expect([two.height, two.width, two.channels]).toEqual([3, 4, 4]);
    const twice = nested(floats).map((row) => [...row, ...row]);
    expect(hex(imagesSummary('two', [image, image], 'NCHW'))).toBe(hex(imageSummary('it', twice, 'HWC')));
    const shaped = { data: bytes, shape: [3, 2, 4] };
    for (const [images, format] of [
      [[shaped, shaped], 'HWC'],
      [[shaped, shaped], 'NHWC'],
      [[nested(floats), nested(floats)], 'HWC'],
      [[nested(floats), nested(floats)], 'NHWC'],
    ] as const)
      expect(hex(imagesSummary('two', images, format))).toBe(hex(imageSummary('it', twice, 'HWC')));
  });
});

test('floats outside of 0 to 1 are clipped, and a pixel with a NaN is red', () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
  expect(hex(imageSummary('grey', [[-0.1, 0, 1, 1.5, inf, -inf, nan]], 'HW'))).toBe(
    ['000000', '000000', 'ffffff', 'ffffff', 'ffffff', '000000', 'ff0000'].join(''),
  );
  expect(hex(imageSummary('alpha', [[[0.5, 0.5, nan, 0]]], 'HWC'))).toBe('ff0000ff');
  expect(hex(imageSummary('grey with alpha', [[[0.5, nan]]], 'HWC'))).toBe('ffff');
  const grid = imagesSummary('grid', [[[[0]]], [[[nan]]]], 'NCHW');
  expect(hex(grid)).toBe('000000ff0000');
});

const boxed = (labels: string | readonly string[], [width, height]: readonly [number, number], box: number[]) => {
  const image = { data: new Uint8Array(3 * width * height).fill(255), shape: [height, width, 3] };
  const { bytes } = shown(imageWithBoxesSummary('it', image, [box], 'HWC', labels));
  const letters: Readonly<Record<string, string>> = { '255,255,255': '.', '255,0,0': '-', '0,0,0': '#' };
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const at = 3 * (y * width + x);
      return letters[bytes.subarray(at, at + 3).join()];
    }).join(''),
  );
};

test('a label stands at the bottom of its box', () => {
  expect(boxed('Ag é', [36, 22], [2, 3, 33, 20])).toMatchInlineSnapshot(`
    [
      "....................................",
      "....................................",
      "..--------------------------------..",
      "..--------------------------------..",
      "..--............................--..",
      "..--............................--..",
      "..--............................--..",
      "..--------------------------....--..",
      "..--------------------------....--..",
      "..--------------------------....--..",
      "..----------------------#---....--..",
      "..--###----------------#----....--..",
      "..-#---#--------------------....--..",
      "..-#---#--###---------###---....--..",
      "..-#####-#---#-------#---#--....--..",
      "..-#---#-#---#-------####---....--..",
      "..-#---#-#---#-------#------....--..",
      "..-#---#--####--------###---....--..",
      "..-----------#--------------....--..",
      "..--------###---------------....--..",
      "..--------------------------------..",
      "..--------------------------------..",
    ]
  `);
});

test('a label is moved into the picture, and a letter that the font lacks is a frame', () => {
  expect(boxed(['猫'], [16, 16], [12, 2, 30, 40])).toMatchInlineSnapshot(`
    [
      "................",
      "............----",
      "........--------",
      "........--------",
      "........-####---",
      "........-#---#--",
      "........-#---#--",
      "........-#---#--",
      "........-#---#--",
      "........-#---#--",
      "........-#---#--",
      "........-#---#--",
      "........-#---#--",
      "........-####---",
      "........--------",
      "........--------",
    ]
  `);
});

test.each<[string, () => unknown, string]>([
  ['a rank', () => imageSummary('it', [[1]], 'CHW'), 'the image of it must have 3 axes, CHW, got the shape [1, 1]'],
  [
    'an order',
    () => imageSummary('it', [[1]], 'HH'),
    'dataformats of the image of it must order the letters of NCHW or CHW or HW, got HH',
  ],
  [
    'a typed array without a shape',
    () => imageSummary('it', new Uint8Array(12), 'CHW'),
    'the image of it must have 3 axes, CHW, got the shape [12]',
  ],
  [
    'a shape of another length',
    () => imageSummary('it', { data: new Uint8Array(12), shape: [3, 2, 1] }, 'CHW'),
    'the image of it are 12 numbers, which do not fit the shape [3, 2, 1]',
  ],
  [
    'channels',
    () => imageSummary('it', { data: new Uint8Array(28 * 28 * 3), shape: [28, 28, 3] }, 'CHW'),
    'the image of it must have 1 to 4 channels, got 28 in the shape [28, 28, 3] of CHW',
  ],
  ['nothing', () => imageSummary('it', [[]], 'HW'), 'the image of it must not be empty, got the shape [1, 0]'],
  [
    'integers that are no bytes',
    () => imageSummary('it', { data: Int32Array.of(0, 256), shape: [1, 2] }, 'HW'),
    'whole numbers of the image of it must be from 0 to 255, got 256',
  ],
  [
    'bytes without a type',
    () => imageSummary('it', [[0, 200]], 'HW'),
    'plain numbers of the image of it must be from 0 to 1, got whole numbers up to 200: bytes come in a Uint8Array or an int32 tensor',
  ],
  [
    'ImageData of another size',
    () => imageSummary('it', { data: new Uint8Array(10), width: 2, height: 2 }, 'CHW'),
    'the image of it has 10 bytes, which do not fit 2x2 pixels',
  ],
  ['words', () => imageSummary('it', [['a']] as never, 'HW'), 'the image of it must be numbers, got string'],
  ['null', () => imageSummary('it', null as never, 'HW'), 'the image of it must be numbers, got object'],
  [
    'a list of two sizes',
    () =>
      imagesSummary(
        'it',
        [
          { data: new Uint8Array(4), width: 1, height: 1 },
          { data: new Uint8Array(8), width: 2, height: 1 },
        ],
        'NCHW',
      ),
    'the images of it must be of one size, got 1x1x4 and 1x2x4',
  ],
  ['no images', () => imagesSummary('it', [], 'NCHW'), 'the images of it must have 4 axes, NCHW, got the shape [0]'],
  [
    'boxes of another shape',
    () => imageWithBoxesSummary('it', [[1]], [1, 2, 3, 4], 'HW'),
    'the boxes of it must be of the shape [boxes, 4], xmin, ymin, xmax and ymax of each, got [4]',
  ],
  [
    'a box without an end',
    () => imageWithBoxesSummary('it', [[1]], [[1, 2, 3, Number.NaN]], 'HW'),
    'the boxes of it must be finite numbers, got NaN',
  ],
  [
    'labels without boxes',
    () => imageWithBoxesSummary('it', [[1]], [[1, 2, 3, 4]], 'HW', ['a', 'b']),
    'it has 1 boxes and 2 labels: expected as many',
  ],
  [
    'a factor of nothing',
    () => imageWithBoxesSummary('it', [[1]], [], 'HW', [], 0),
    'rescale must be a number above 0, got 0',
  ],
  [
    'too small a factor',
    () => imageWithBoxesSummary('it', [[1, 1]], [], 'HW', [], 0.6),
    'rescale 0.6 leaves nothing of 2x1 pixels',
  ],
])('addImage or addImages refuses %s in one clause', (_, call, clause) => {
  expect(call).toThrow(clause);
});
