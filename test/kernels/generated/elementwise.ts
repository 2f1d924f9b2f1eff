// Element by element, reductions among them: dtypes, broadcasting, ranks 0 to 6.
import * as tf from '@tensorflow/tfjs-core';
import type { Run } from '../cases/case.ts';
import {
  axesOf,
  axisOf,
  coin,
  type Draw,
  drawn,
  type Generator,
  input,
  int,
  type Kind,
  pick,
  shapeOf,
  solid,
  times,
} from './draw.ts';

const named = tf as unknown as Record<string, Run>;
const float = 'ceil cos cosh elu floor log rsqrt sigmoid sin softmax sqrt tan tanh logSoftmax'.split(' ');
const any = `abs acos acosh asin asinh atan atanh exp expm1 isFinite isInf isNaN leakyRelu log1p neg onesLike reciprocal
  relu relu6 round selu sign sinh softplus square step zerosLike clone`.split(/\s+/);
// where numbers of another kind would be out of all proportion
const kindOf = (op: string): Kind =>
  /^(cosh|sinh|exp|expm1|acosh|asin|acos|atanh|log|log1p|erf|tan|rsqrt|sqrt)$/.test(op) ? 'fractions' : 'awkward';

const unary: Generator = (draw) => {
  const op = pick(draw, ...float, ...any, 'erf');
  const dtype = float.includes(op) ? 'float32' : pick(draw, 'float32', 'int32', op === 'erf' ? 'int32' : 'bool');
  const shape = shapeOf(draw, op.toLowerCase().includes('softmax') ? 1 : 0, 6);
  return drawn(op, (x) => named[op]!(x), input(draw, shape, dtype, kindOf(op)));
};

const binaries = `add sub mul div floorDiv mod pow maximum minimum squaredDifference atan2 prelu equal notEqual greater
  greaterEqual less lessEqual`.split(/\s+/);

/** Two shapes that broadcast. */
function broadcastable(draw: Draw, rank = 6): [number[], number[]] {
  const whole = shapeOf(draw, 0, rank);
  const thinned = () => whole.slice(int(draw, 0, whole.length)).map((size) => (pick(draw, 0, 1, 2) === 0 ? 1 : size));
  return coin(draw) ? [whole, thinned()] : [thinned(), thinned()];
}

const binary: Generator = (draw) => {
  const op = pick(draw, ...binaries);
  const [a, b] = broadcastable(draw);
  const dtypes = [pick(draw, 'float32', 'float32', 'int32', 'bool'), pick(draw, 'float32', 'float32', 'int32', 'bool')];
  if (coin(draw)) dtypes[1] = dtypes[0]!;
  const kind = op === 'pow' ? 'fractions' : 'awkward';
  const [x, y] = [input(draw, a, dtypes[0] as 'float32', kind), input(draw, b, dtypes[1] as 'float32', kind)];
  return drawn(op, (p, q) => named[op]!(p, q), x, y);
};

const logical: Generator = (draw) => {
  const [a, b] = broadcastable(draw);
  const op = pick(draw, 'logicalAnd', 'logicalOr', 'logicalXor', 'logicalNot', 'bitwiseAnd');
  const dtype = op === 'bitwiseAnd' ? 'int32' : 'bool';
  const second = op === 'bitwiseAnd' ? a : b;
  return op === 'logicalNot'
    ? drawn(op, (x) => tf.logicalNot(x), input(draw, a, 'bool'))
    : drawn(op, (x, y) => named[op]!(x, y), input(draw, a, dtype, 'awkward'), input(draw, second, dtype, 'awkward'));
};

const where: Generator = (draw) => {
  // tf.js's broadcasting leaves an axis of 1 as it is where another has 0
  const a = solid(draw, 0, 4);
  const b = a.slice(int(draw, 0, a.length)).map((size) => (coin(draw) ? 1 : size));
  const dtype = pick(draw, 'float32', 'int32', 'bool');
  return drawn(
    'where',
    (c, x, y) => tf.where(c, x, y),
    input(draw, a, 'bool'),
    input(draw, a, dtype),
    input(draw, b, dtype),
  );
};

const clip: Generator = (draw) => {
  const dtype = pick(draw, 'float32', 'int32');
  const low = pick(draw, -1.5, 0, 0.5, Number.NEGATIVE_INFINITY);
  const high = pick(draw, 0.5, 2.5, 100, Number.POSITIVE_INFINITY);
  return drawn(
    `clipByValue ${low} ${high}`,
    (x) => tf.clipByValue(x, low, high),
    input(draw, shapeOf(draw, 0, 4), dtype, 'awkward'),
  );
};

const cast: Generator = (draw) => {
  const from = pick(draw, 'float32', 'int32', 'bool');
  const to = pick(draw, 'float32', 'int32', 'bool', 'complex64');
  return drawn(`cast to ${to}`, (x) => tf.cast(x, to), input(draw, shapeOf(draw, 0, 4), from, 'awkward'));
};

const addN: Generator = (draw) => {
  const shape = shapeOf(draw, 0, 4);
  const dtype = pick(draw, 'float32', 'int32', 'bool');
  return drawn('addN', (...xs) => tf.addN(xs), ...times(int(draw, 1, 4), () => input(draw, shape, dtype)));
};

const reduce: Generator = (draw) => {
  const op = pick(draw, 'sum', 'mean', 'max', 'min', 'prod', 'all', 'any');
  const shape = shapeOf(draw, 0, 6);
  const dtype = op === 'all' || op === 'any' ? 'bool' : pick(draw, 'float32', 'int32', 'bool');
  const axes = axesOf(draw, shape.length);
  const axis = axes.length === 0 ? undefined : axes.length === 1 && coin(draw) ? axes[0] : axes;
  const keep = coin(draw);
  return drawn(`${op} ${JSON.stringify(axis)} ${keep}`, (x) => named[op]!(x, axis, keep), input(draw, shape, dtype));
};

const arg: Generator = (draw) => {
  const op = pick(draw, 'argMax', 'argMin');
  const shape = shapeOf(draw, 1, 6);
  const axis = axisOf(draw, shape.length);
  const dtype = pick(draw, 'float32', 'int32', 'bool');
  return drawn(`${op} ${axis}`, (x) => named[op]!(x, axis), input(draw, shape, dtype));
};

const cumulate: Generator = (draw) => {
  const op = pick(draw, 'cumsum', 'cumprod');
  const shape = shapeOf(draw, 1, 5);
  // from the front: the cpu backend's shape is wrong otherwise
  const axis = int(draw, 0, shape.length - 1);
  const [exclusive, reverse] = [coin(draw), coin(draw)];
  const x = input(draw, shape, pick(draw, 'float32', 'int32'));
  return drawn(`${op} ${axis} ${exclusive} ${reverse}`, (y) => named[op]!(y, axis, exclusive, reverse), x);
};

const normal: Generator = (draw) => {
  const channels = int(draw, 1, 4);
  const shape = [...times(int(draw, 1, 3), () => int(draw, 1, 3)), channels];
  const one = () => input(draw, [channels], 'float32', 'positive');
  const parts = int(draw, 2, 4);
  const x = input(draw, shape);
  return drawn(`batchNorm ${parts}`, (y, m, v, o, s) => tf.batchNorm(y, m, v, o, s), x, ...times(parts, one));
};

const response: Generator = (draw) => {
  const shape = [...times(3, () => int(draw, 1, 3)), int(draw, 1, 6)];
  const attributes = [int(draw, 0, 4), pick(draw, 1, 2), pick(draw, 0.5, 1), pick(draw, 0.5, 0.75)] as const;
  return drawn(
    `localResponseNormalization ${attributes}`,
    (x) => tf.localResponseNormalization(x, ...attributes),
    input(draw, shape),
  );
};

const complex: Generator = (draw) => {
  const [a] = broadcastable(draw, 3);
  const op = pick(draw, 'add', 'sub', 'mul', 'abs', 'real', 'imag', 'onesLike', 'zerosLike');
  const parts = times(4, () => input(draw, a));
  return drawn(
    `complex ${op}`,
    (p, q, r, s) => {
      const [x, y] = [tf.complex(p, q), tf.complex(r, s)];
      const z = named[op]!(x, y) as tf.Tensor;
      return z.dtype === 'complex64' ? [tf.real(z), tf.imag(z)] : z;
    },
    ...parts,
  );
};

const fourier: Generator = (draw) => {
  const shape = [...shapeOf(draw, 0, 2).map((size) => Math.max(1, size)), int(draw, 1, 8)];
  const op = pick(draw, 'fft', 'ifft');
  return drawn(
    op,
    (x, y) => {
      const z = named[op]!(tf.complex(x, y)) as tf.Tensor;
      return [tf.real(z), tf.imag(z)];
    },
    input(draw, shape),
    input(draw, shape),
  );
};

export const elementwise: Readonly<Record<string, Generator>> = {
  unary,
  binary,
  logical,
  where,
  clip,
  cast,
  addN,
  reduce,
  arg,
  cumulate,
  normal,
  response,
  complex,
  fourier,
};
