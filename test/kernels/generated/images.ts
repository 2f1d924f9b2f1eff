// Images, boxes and what depends on numbers.
import * as tf from '@tensorflow/tfjs-core';
import { kernel } from '../cases/case.ts';
import { coin, drawn, type Generator, indices, input, int, numbersOf, pick, times } from './draw.ts';

const text = JSON.stringify;

const resize: Generator = (draw) => {
  const [height, width, newHeight, newWidth] = times(4, () => int(draw, 1, 9)) as [number, number, number, number];
  const how = pick(draw, 'corners', 'half', 'neither');
  const attributes = { alignCorners: how === 'corners', halfPixelCenters: how === 'half', size: [newHeight, newWidth] };
  const x = input(draw, [int(draw, 1, 2), height, width, int(draw, 1, 3)]);
  const op = pick(draw, 'ResizeBilinear', 'ResizeNearestNeighbor');
  return drawn(`${op} ${text(attributes)}`, kernel(op, 'images', attributes), x);
};
const resizeGrad: Generator = (draw) => {
  // square, since the cpu backend confuses height and width; and not of one pixel, over which it never ends
  const [side, newHeight, newWidth] = times(3, () => int(draw, 2, 7)) as [number, number, number];
  const attributes = { alignCorners: coin(draw), halfPixelCenters: false, size: [newHeight, newWidth] };
  const op = pick(draw, 'ResizeBilinearGrad', 'ResizeNearestNeighborGrad');
  const [x, dy] = [input(draw, [1, side, side, 2]), input(draw, [1, newHeight, newWidth, 2])];
  return drawn(`${op} ${text(attributes)}`, kernel(op, 'images dy', attributes), x, dy);
};
const crop: Generator = (draw) => {
  const [batch, count] = [int(draw, 1, 2), int(draw, 1, 3)];
  const size: [number, number] = [int(draw, 1, 4), int(draw, 1, 4)];
  const method = pick(draw, 'bilinear', 'nearest');
  const boxes = {
    shape: [count, 4],
    dtype: 'float32' as const,
    // also outside of the image, and turned over
    values: times(count * 4, () => int(draw, -2, 10) / 8 + 0.03),
  };
  return drawn(
    `cropAndResize ${size} ${method}`,
    (x, b, at) => tf.image.cropAndResize(x, b, at, size, method, 7),
    input(draw, [batch, int(draw, 1, 5), int(draw, 1, 5), 2]),
    boxes,
    indices(draw, batch, [count]),
  );
};
const transform: Generator = (draw) => {
  const how = pick(draw, 'nearest', 'bilinear');
  const fill = pick(draw, 'constant', 'reflect', 'wrap', 'nearest');
  const size = coin(draw) ? undefined : ([int(draw, 1, 5), int(draw, 1, 5)] as [number, number]);
  // sixteenths and a little more: no place lies between two pixels
  const values = [1, 0, 0, 0, 1, 0, 0, 0].map((each, i) => each + (int(draw, -8, 8) + 0.37) / (i < 6 ? 16 : 256));
  return drawn(
    `transform ${how} ${fill} ${size} ${values}`,
    (x, at) => tf.image.transform(x, at, how, fill, 0.5, size),
    input(draw, [1, int(draw, 2, 5), int(draw, 2, 5), 2]),
    { shape: [1, 8], dtype: 'float32', values },
  );
};
const rotate: Generator = (draw) => {
  const radians = pick(draw, 0.3, -1, Math.PI / 2, Math.PI, 2.5);
  const center = coin(draw) ? 0.5 : ([int(draw, 0, 4) / 4, int(draw, 0, 4) / 4] as [number, number]);
  const channels = int(draw, 1, 4);
  const fill = channels >= 3 && coin(draw) ? ([1, 2, 3] as [number, number, number]) : 5;
  const x = input(draw, [int(draw, 1, 2), int(draw, 1, 5), int(draw, 1, 5), channels]);
  return drawn(`rotate ${radians} ${center} ${fill}`, (y) => tf.image.rotateWithOffset(y, radians, fill, center), x);
};
const flip: Generator = (draw) =>
  drawn(
    'flip',
    (x) => tf.image.flipLeftRight(x),
    input(
      draw,
      times(4, () => int(draw, 1, 4)),
    ),
  );
const bend: Generator = (draw) => {
  const shape = times(3, () => int(draw, 1, 4));
  return drawn('EluGrad', kernel('EluGrad', 'dy y'), input(draw, shape), input(draw, shape, 'float32', 'within 1'));
};
const response: Generator = (draw) => {
  const shape = [1, 2, 2, int(draw, 1, 6)];
  const attributes = {
    depthRadius: int(draw, 0, 3),
    bias: pick(draw, 1, 2),
    alpha: pick(draw, 0.25, 1),
    beta: pick(draw, 0.5, 0.75),
  };
  return drawn(
    `LRNGrad ${text(attributes)}`,
    kernel('LRNGrad', 'x y dy', attributes),
    ...times(3, () => input(draw, shape)),
  );
};

export const images: Readonly<Record<string, Generator>> = {
  resize,
  resizeGrad,
  crop,
  transform,
  rotate,
  flip,
  bend,
  response,
};

// boxes of whole numbers, so that overlaps meet thresholds
const suppress: Generator = (draw) => {
  const count = int(draw, 1, 6);
  const corners = times(count, () => {
    const [y, x] = [int(draw, 0, 3), int(draw, 0, 3)];
    const [height, width] = [int(draw, 1, 3), int(draw, 1, 3)];
    return coin(draw) ? [y, x, y + height, x + width] : [y + height, x + width, y, x];
  });
  const [most, overlap, score] = [int(draw, 1, 5), pick(draw, 0, 0.25, 0.5, 0.6, 1), pick(draw, 0, 0.3)];
  return drawn(
    `nonMaxSuppression ${most} ${overlap} ${score}`,
    (boxes, scores) => [
      tf.image.nonMaxSuppression(boxes, scores, most, overlap, score),
      ...Object.values(tf.image.nonMaxSuppressionPadded(boxes, scores, most, overlap, score, true)),
      ...Object.values(tf.image.nonMaxSuppressionWithScore(boxes, scores, most, overlap, score)),
    ],
    { shape: [count, 4], dtype: 'float32', values: corners.flat() },
    { shape: [count], dtype: 'float32', values: times(count, () => int(draw, 0, 8) / 8) },
  );
};
const unique: Generator = (draw) => {
  const x = indices(draw, 3, [int(draw, 1, 5), int(draw, 1, 3)]);
  const axis = int(draw, 0, 1);
  return drawn(`unique ${axis}`, (y) => Object.values(tf.unique(y, axis)), x);
};
const alphabet = ['a', 'b', ' ', ',', '-', '1', 'ü'];
const strings: Generator = (draw) => {
  const words = times(int(draw, 1, 4), () => times(int(draw, 0, 5), () => pick(draw, ...alphabet)).join(''));
  const x = { shape: [words.length], dtype: 'string' as const, values: words };
  const at = (text: string) => ({ shape: [], dtype: 'string' as const, values: [text] });
  const skip = coin(draw);
  const [pattern, rewrite] = pick(draw, ['a', 'b'], ['[ab]+', '<$&>'], ['(a)(b)?', '$2$1$$'], ['^', '-']);
  switch (pick(draw, 'split', 'hash', 'replace', 'grams')) {
    case 'split':
      return drawn(
        `stringSplit ${text(words)} ${skip}`,
        (y, d) => Object.values(tf.string.stringSplit(y, d, skip)),
        x,
        at(pick(draw, ' ', ' ,', '-')),
      );
    case 'hash':
      return drawn(
        `stringToHashBucketFast ${text(words)}`,
        (y) => tf.string.stringToHashBucketFast(y, 1 + words.length * 3),
        x,
      );
    case 'replace':
      return drawn(
        `staticRegexReplace ${text(words)} ${pattern} ${rewrite} ${skip}`,
        (y) => tf.string.staticRegexReplace(y, pattern, rewrite, skip),
        x,
      );
    default: {
      const widths = pick(draw, [1], [2], [1, 3]);
      const pad = int(draw, -1, 2);
      const splits = { shape: [3], dtype: 'int32' as const, values: [0, int(draw, 0, words.length), words.length] };
      return drawn(
        `stringNGrams ${text(words)} ${widths} ${pad} ${skip}`,
        (y, s) => Object.values(tf.string.stringNGrams(y, s, '|', widths, 'L', 'R', pad, skip)),
        x,
        splits,
      );
    }
  }
};
const sparse: Generator = (draw) => {
  const rows = int(draw, 1, 4);
  const filled = times(rows, (row) => row).filter(() => coin(draw));
  const at = {
    shape: [filled.length, 2],
    dtype: 'int32' as const,
    values: filled.flatMap((row) => [row, int(draw, 0, 2)]),
  };
  const ints = (...values: number[]) => ({ shape: [values.length], dtype: 'int32' as const, values });
  const count = int(draw, 1, 4);
  const ids = times(count, () => int(draw, 0, 3)).toSorted((a, b) => a - b);
  const x = input(draw, [rows, 2]);
  switch (pick(draw, 'fill', 'reshape', 'segment')) {
    case 'fill':
      return drawn(
        'sparseFillEmptyRows',
        (i, v, s, d) => Object.values(tf.sparse.sparseFillEmptyRows(i, v, s, d)),
        at,
        input(draw, [filled.length]),
        ints(rows, 3),
        input(draw, []),
      );
    case 'reshape':
      return drawn(
        'sparseReshape',
        (i, s, n) => Object.values(tf.sparse.sparseReshape(i, s, n)),
        at,
        ints(rows, 3),
        coin(draw) ? ints(-1, rows) : ints(rows * 3),
      );
    default:
      return drawn(
        `sparseSegment ${ids}`,
        (y, i, s) => [tf.sparse.sparseSegmentSum(y, i, s), tf.sparse.sparseSegmentMean(y, i, s)],
        x,
        indices(draw, rows, [count]),
        ints(...ids),
      );
  }
};
const ragged: Generator = (draw) => {
  const count = int(draw, 1, 4);
  const ints = (values: number[]) => ({ shape: [values.length], dtype: 'int32' as const, values });
  const lengths = times(count, () => int(draw, 0, 3));
  const splits = ints([0, ...lengths.map((_, i) => lengths.slice(0, i + 1).reduce((a, b) => a + b, 0))]);
  const values = input(draw, [splits.values.at(-1)!]);
  switch (pick(draw, 'range', 'gather', 'dense')) {
    case 'range': {
      const [starts, limits] = times(2, () => ints(times(count, () => int(draw, -3, 5))));
      const deltas = ints(times(count, () => pick(draw, 1, 2, -1, -3)));
      return drawn(
        `raggedRange ${text([starts, limits, deltas])}`,
        (a, b, c) => Object.values(tf.raggedRange(a, b, c)),
        starts!,
        limits!,
        deltas,
      );
    }
    case 'gather':
      return drawn(
        'raggedGather',
        (s, x, at) => {
          const { outputNestedSplits, outputDenseValues } = tf.raggedGather([s], x, at, 1);
          return [...outputNestedSplits, outputDenseValues];
        },
        splits,
        values,
        indices(draw, count, [int(draw, 1, 4)]),
      );
    default:
      return drawn(
        'raggedTensorToTensor',
        (shape, x, fill, s) => tf.raggedTensorToTensor(shape, x, fill, [s], ['ROW_SPLITS']),
        ints([pick(draw, -1, 3), pick(draw, -1, 2)]),
        values,
        { shape: [], dtype: 'float32', values: numbersOf(draw, 1, 'float32', 'fractions') },
        splits,
      );
  }
};

/** Their shapes depend on numbers. */
export const numeric: Readonly<Record<string, Generator>> = { suppress, unique, strings, sparse, ragged };
