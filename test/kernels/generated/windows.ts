// Convolutions, pools, their gradients, products: padding of every kind, gaps, layouts, rounding.
import * as tf from '@tensorflow/tfjs-core';
import { kernel, type Run } from '../cases/case.ts';
import { coin, type Draw, type Drawn, drawn, type Generator, input, int, orderOf, pick, solid, times } from './draw.ts';

type Pair = [number, number];
type Pad = 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
type Rounding = 'floor' | 'round' | 'ceil';

interface Window {
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly pad: Pad;
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dimRoundingMode?: Rounding;
}

const text = JSON.stringify;

function windowOf(draw: Draw, formats: readonly ('NHWC' | 'NCHW')[], gaps: boolean): Window {
  const dilated = gaps && pick(draw, 0, 1, 2) === 0;
  const dataFormat = pick(draw, ...formats);
  const side = (): Pair => [int(draw, 0, 2), int(draw, 0, 2)];
  const [rows, columns] = [side(), side()];
  const explicit = dataFormat === 'NHWC' ? [[0, 0], rows, columns, [0, 0]] : [[0, 0], [0, 0], rows, columns];
  const pad = pick<Pad>(draw, 'same', 'valid', int(draw, 0, 2), explicit as tf.backend_util.ExplicitPadding);
  return {
    strides: dilated ? [1, 1] : [int(draw, 1, 3), int(draw, 1, 3)],
    dilations: dilated ? [int(draw, 1, 3), int(draw, 1, 3)] : [1, 1],
    pad,
    dataFormat,
    // tf.js rounds only where the padding is given in numbers
    ...(typeof pad !== 'string' && { dimRoundingMode: pick<Rounding>(draw, 'floor', 'round', 'ceil') }),
  };
}

const imageOf = (draw: Draw, channels: number, dataFormat: Window['dataFormat']): number[] => {
  const [height, width] = [int(draw, 3, 8), int(draw, 3, 8)];
  const batch = int(draw, 1, 2);
  return dataFormat === 'NHWC' ? [batch, height, width, channels] : [batch, channels, height, width];
};

const outShape = (x: number[], filter: number[], window: Window, depthwise: boolean): number[] =>
  tf.backend_util.computeConv2DInfo(
    x as [number, number, number, number],
    filter as [number, number, number, number],
    window.strides,
    window.dilations,
    window.pad,
    window.dimRoundingMode,
    depthwise,
    window.dataFormat === 'NHWC' ? 'channelsLast' : 'channelsFirst',
  ).outShape;

/** A window that leaves something, whatever its padding; an input that keeps its own shape otherwise. */
function fitting(make: () => Drawn & { readonly output: readonly number[] }): Drawn {
  const one = make();
  return one.output.every((size) => size > 0) ? one : nothing;
}

const nothing = { ...drawn('nothing', (x) => tf.relu(x), { shape: [1], dtype: 'float32', values: [1] }), output: [1] };

/** Whether the last window has no number in it, of which no maximum and no mean is known. */
function beginsOutside(x: readonly number[], output: readonly number[], { strides, pad }: Window): boolean {
  return strides.some((stride, i) => {
    const before = typeof pad === 'number' ? pad : typeof pad === 'string' ? 0 : pad[i + 1]![0]!;
    return (output[i + 1]! - 1) * stride - before >= x[i + 1]!;
  });
}

const conv2d =
  (depthwise: boolean): Generator =>
  (draw) =>
    fitting(() => {
      const window = windowOf(draw, depthwise ? ['NHWC'] : ['NHWC', 'NCHW'], true);
      const [inner, outer] = [int(draw, 1, 3), int(draw, 1, 3)];
      const x = imageOf(draw, inner, window.dataFormat);
      const filter = [int(draw, 1, 3), int(draw, 1, 3), inner, outer];
      const output = outShape(x, filter, window, depthwise);
      const name = depthwise ? 'DepthwiseConv2dNative' : 'Conv2D';
      const which = pick(draw, 'forward', 'fused', 'input', 'filter');
      const attributes = { ...window, inputShape: x, filterShape: filter };
      const [from, weights, dy] = [input(draw, x), input(draw, filter), input(draw, output)];
      // tf.js has no gradient of a convolution with gaps
      if (which === 'fused') {
        const activation = pick(draw, 'linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu');
        const channels = input(draw, [output[window.dataFormat === 'NHWC' ? 3 : 1]!]);
        const fused = kernel(
          depthwise ? 'FusedDepthwiseConv2D' : 'FusedConv2D',
          'x filter bias preluActivationWeights',
          {
            ...window,
            activation,
            leakyreluAlpha: 0.3,
          },
        );
        return {
          ...drawn(`fused ${name} ${text(window)} ${activation}`, fused, from, weights, channels, channels),
          output,
        };
      }
      if (which === 'forward' || window.dilations.some((gap) => gap > 1))
        return { ...drawn(`${name} ${text(window)}`, kernel(name, 'x filter', window), from, weights), output };
      const about = `${name}Backprop ${which} ${text(attributes)}`;
      return which === 'input'
        ? { ...drawn(about, kernel(`${name}BackpropInput`, 'dy filter', attributes), dy, weights), output }
        : { ...drawn(about, kernel(`${name}BackpropFilter`, 'x dy', attributes), from, dy), output };
    });

const conv3d: Generator = (draw) =>
  fitting(() => {
    const [inner, outer] = [int(draw, 1, 2), int(draw, 1, 2)];
    const dilated = pick(draw, 0, 1, 2) === 0;
    const three = (most: number) => times(3, () => int(draw, 1, most)) as [number, number, number];
    const window = {
      strides: dilated ? ([1, 1, 1] as const) : three(3),
      dilations: dilated ? three(2) : ([1, 1, 1] as const),
      pad: pick(draw, 'same', 'valid'),
    };
    const x = [1, ...times(3, () => int(draw, 2, 5)), inner];
    const filter = [...three(2), inner, outer];
    const output = tf.backend_util.computeConv3DInfo(
      x as [number, number, number, number, number],
      filter as [number, number, number, number, number],
      window.strides as [number, number, number],
      window.dilations as [number, number, number],
      window.pad as 'same',
    ).outShape;
    const attributes = { ...window, inputShape: x, filterShape: filter };
    const which = dilated ? 'forward' : pick(draw, 'forward', 'input', 'filter');
    const about = `Conv3D ${which} ${text(attributes)}`;
    const [from, weights, dy] = [input(draw, x), input(draw, filter), input(draw, output)];
    const runs: Record<string, [Run, typeof from, typeof from]> = {
      forward: [kernel('Conv3D', 'x filter', attributes), from, weights],
      input: [kernel('Conv3DBackpropInputV2', 'dy filter', attributes), dy, weights],
      filter: [kernel('Conv3DBackpropFilterV2', 'x dy', attributes), from, dy],
    };
    const [run, ...inputs] = runs[which]!;
    return { ...drawn(about, run, ...inputs), output };
  });

const pool: Generator = (draw) =>
  fitting(() => {
    const window = windowOf(draw, ['NHWC'], false);
    const x = imageOf(draw, int(draw, 1, 2), window.dataFormat);
    // padding that is as large as the window leaves windows with nothing in them
    const filterSize: Pair = [int(draw, 3, 4), int(draw, 3, 4)];
    const output = outShape(x, [...filterSize, x[3]!, x[3]!], window, false);
    if (beginsOutside(x, output, window)) return nothing;
    const { dimRoundingMode: _, ...plain } = window;
    const attributes = { ...window, filterSize };
    const which = pick(draw, 'MaxPool', 'AvgPool', 'MaxPoolGrad', 'AvgPoolGrad', 'MaxPoolWithArgmax');
    // tf.js's gradient of a mean knows no rounding
    const used = which === 'AvgPoolGrad' ? { ...plain, filterSize } : attributes;
    const about = `${which} ${text(used)}`;
    const from = input(draw, x);
    if (which === 'MaxPoolWithArgmax') {
      const argmax = { ...used, pad: pick(draw, 'same', 'valid'), includeBatchInIndex: coin(draw) };
      const sized = outShape(x, [...filterSize, x[3]!, x[3]!], argmax as Window, false);
      return { ...drawn(`${which} ${text(argmax)}`, kernel(which, 'x', argmax), from), output: sized };
    }
    if (which === 'AvgPoolGrad') {
      const sized = outShape(x, [...filterSize, x[3]!, x[3]!], plain, false);
      return { ...drawn(about, kernel(which, 'dy input', used), input(draw, sized), from), output: sized };
    }
    if (which === 'MaxPoolGrad') {
      const run: Run = (y, dy) => kernel(which, 'dy input output', used)(dy, y, kernel('MaxPool', 'x', used)(y));
      return { ...drawn(about, run, from, input(draw, output)), output };
    }
    return { ...drawn(about, kernel(which, 'x', used), from), output };
  });

const pool3d: Generator = (draw) =>
  fitting(() => {
    const three = (most: number) => times(3, () => int(draw, 1, most)) as [number, number, number];
    // as high as wide: the cpu backend takes one for the other in the gradient
    const side = int(draw, 2, 3);
    const used = {
      filterSize: [int(draw, 2, 3), side, side] as [number, number, number],
      strides: three(2),
      pad: pick<'same' | 'valid' | number>(draw, 'same', 'valid', 1),
      dataFormat: 'NDHWC' as const,
    };
    const x = [1, ...times(3, () => int(draw, 3, 5)), int(draw, 1, 2)];
    const output = tf.backend_util.computePool3DInfo(
      x as [number, number, number, number, number],
      used.filterSize,
      used.strides,
      1,
      used.pad,
    ).outShape;
    const which = pick(draw, 'MaxPool3D', 'AvgPool3D', 'MaxPool3DGrad', 'AvgPool3DGrad');
    // without ties: TensorFlow's gradient gives to each of several greatest
    const from = input(draw, x, 'float32', 'within 1');
    const about = `${which} ${text(used)}`;
    const dy = input(draw, output);
    if (which === 'AvgPool3DGrad') return { ...drawn(about, kernel(which, 'dy input', used), dy, from), output };
    if (which === 'MaxPool3DGrad') {
      const run: Run = (y, d) => kernel(which, 'dy input output', used)(d, y, kernel('MaxPool3D', 'x', used)(y));
      return { ...drawn(about, run, from, dy), output };
    }
    return { ...drawn(about, kernel(which, 'x', used), from), output };
  });

const dilation: Generator = (draw) =>
  fitting(() => {
    const { strides, dilations, pad: any } = windowOf(draw, ['NHWC'], true);
    // no window with nothing in it, for which the cpu backend breaks
    const pad = typeof any === 'string' ? any : 1;
    const window = { strides: pad === 1 ? strides[0] : strides, dilations: pad === 1 ? 1 : dilations, pad };
    const x = imageOf(draw, int(draw, 1, 2), 'NHWC');
    // square: tf.js sizes both axes by the first where the padding is a number
    const side = int(draw, 2, 3);
    const filter = [side, side, x[3]!];
    const output = tf.backend_util.computeDilation2DInfo(
      x as [number, number, number, number],
      filter as [number, number, number],
      window.strides,
      pad,
      'NHWC',
      window.dilations,
    ).outShape;
    const which = pick(draw, 'Dilation2D', 'Dilation2DBackpropInput', 'Dilation2DBackpropFilter');
    const [from, weights, dy] = [input(draw, x), input(draw, filter), input(draw, output)];
    const about = `${which} ${text(window)}`;
    return which === 'Dilation2D'
      ? { ...drawn(about, kernel(which, 'x filter', window), from, weights), output }
      : { ...drawn(about, kernel(which, 'x filter dy', window), from, weights, dy), output };
  });

const product: Generator = (draw) => {
  const [rows, inner, columns] = [int(draw, 0, 3), int(draw, 1, 4), int(draw, 1, 3)];
  // the cpu backend takes the wrong matrices where both have batches that the other has not
  const batch = solid(draw, 0, 3);
  const none = batch.map(() => 1).slice(int(draw, 0, batch.length));
  const [first, second] = pick(draw, [batch, batch], [batch, none], [none, batch]);
  const [ta, tb] = [coin(draw), coin(draw)];
  const a = [...first!, ...(ta ? [inner, rows] : [rows, inner])];
  const b = [...second!, ...(tb ? [columns, inner] : [inner, columns])];
  return drawn(`matMul ${ta} ${tb}`, (x, y) => tf.matMul(x, y, ta, tb), input(draw, a), input(draw, b));
};

const fusedProduct: Generator = (draw) => {
  const [rows, inner, columns] = times(3, () => int(draw, 1, 3)) as [number, number, number];
  const activation = pick(draw, 'linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu');
  const [transposeA, transposeB] = [coin(draw), coin(draw)];
  const a = input(draw, transposeA ? [inner, rows] : [rows, inner]);
  const b = input(draw, transposeB ? [columns, inner] : [inner, columns]);
  const beside = input(draw, [columns]);
  const run: Run = (x, y, bias, preluActivationWeights) =>
    tf.fused.matMul({
      a: x,
      b: y,
      transposeA,
      transposeB,
      bias,
      activation,
      preluActivationWeights,
      leakyreluAlpha: 0.3,
    });
  return drawn(`fused.matMul ${transposeA} ${transposeB} ${activation}`, run, a, b, beside, beside);
};

const einsum: Generator = (draw) => {
  const letters = [...'abcd'].slice(0, int(draw, 1, 4));
  const sizes = new Map(letters.map((letter) => [letter, int(draw, 1, 3)]));
  const some = () =>
    orderOf(draw, letters.length)
      .map((i) => letters[i]!)
      .slice(0, int(draw, 1, letters.length));
  const terms = coin(draw) ? [some(), some()] : [some()];
  // what one of two operands alone has stays: the cpu backend forgets to sum it
  const seen = [...new Set(terms.flat())];
  const alone = terms.length === 1 ? [] : seen.filter((letter) => !terms.every((term) => term.includes(letter)));
  const kept = seen.filter((letter) => alone.includes(letter) || coin(draw));
  const result = orderOf(draw, kept.length).map((i) => kept[i]!);
  const equation = `${terms.map((term) => term.join('')).join(',')}->${result.join('')}`;
  const inputs = terms.map((term) =>
    input(
      draw,
      term.map((letter) => sizes.get(letter)!),
    ),
  );
  return drawn(`einsum ${equation}`, (...xs) => tf.einsum(equation, ...xs), ...inputs);
};

export const windows: Readonly<Record<string, Generator>> = {
  conv2d: conv2d(false),
  depthwise: conv2d(true),
  conv3d,
  pool,
  pool3d,
  dilation,
  product,
  fusedProduct,
  einsum,
};
