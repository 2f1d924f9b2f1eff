// Draws of fast-check for cases of kernels: sizes, axes, numbers of an awkward kind. In: a generator. Out: an input.
import fc from 'fast-check';
import type { Input, Run } from '../cases/case.ts';

export type Draw = fc.GeneratorValue;

/** A case and what it was drawn as. */
export interface Drawn {
  readonly about: string;
  readonly run: Run;
  readonly inputs: readonly Input[];
}
export type Generator = (draw: Draw) => Drawn;

export const int = (draw: Draw, min: number, max: number): number => draw(fc.integer, { min, max });
export const pick = <T>(draw: Draw, ...options: readonly T[]): T => options[int(draw, 0, options.length - 1)]!;
/** A dtype that most kernels which move elements take. */
export const dtypeOf = (draw: Draw) => pick(draw, 'float32', 'int32', 'bool');
export const coin = (draw: Draw): boolean => pick(draw, false, true);
export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Axes of 1 to 4, one of eight times 0. */
const dim = (draw: Draw): number => Math.max(0, pick(draw, 1, 2, 3, 4, 1, 2, 3, int(draw, 0, 0)));
export const shapeOf = (draw: Draw, min: number, max: number): number[] => times(int(draw, min, max), () => dim(draw));
export const solid = (draw: Draw, min: number, max: number): number[] =>
  times(int(draw, min, max), () => int(draw, 1, 3));

/** An axis of a rank, from the front or from behind. */
export const axisOf = (draw: Draw, rank: number): number => int(draw, -rank, rank - 1);
/** Some axes of a rank, each once. */
export function axesOf(draw: Draw, rank: number): number[] {
  const axes = times(rank, (i) => i).filter(() => coin(draw));
  return axes.map((axis) => (coin(draw) ? axis : axis - rank));
}
/** The axes of a rank in another order. */
export function orderOf(draw: Draw, rank: number): number[] {
  const left = times(rank, (i) => i);
  return times(rank, () => left.splice(int(draw, 0, left.length - 1), 1)[0]!);
}

// zeros of both signs, halves, ties, large ones
const awkward = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 3, -3, 7, -7, 1e-3, 100, -100, 1e6, -1e6];
// below 2 ** 24 also when squared: the cpu backend computes some of them in float32
const whole = [0, 1, -1, 2, -2, 3, -3, 5, -7, 100, -1000];
export type Kind = 'awkward' | 'fractions' | 'positive' | 'within 1';

export function numbersOf(draw: Draw, count: number, dtype: Input['dtype'], kind: Kind): number[] {
  let state = int(draw, 1, 2 ** 30);
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) / 2 ** 23;
  };
  const from = (pool: readonly number[]): number => pool[Math.floor(next() * pool.length)]!;
  return times(count, () => {
    if (dtype === 'bool') return Math.floor(next() * 2);
    if (dtype === 'int32')
      return kind === 'awkward' ? from(whole) : Math.floor(next() * 9) - (kind === 'positive' ? 0 : 4);
    if (kind === 'awkward') return next() < 0.6 ? from(awkward) : next() * 8 - 4;
    // sixteenths, so that some are equal
    if (kind === 'fractions') return Math.floor(next() * 128) / 16 - 4;
    return kind === 'positive' ? 0.1 + 3 * next() : 2 * next() - 1;
  });
}

export const input = (
  draw: Draw,
  shape: readonly number[],
  dtype: Input['dtype'] = 'float32',
  kind: Kind = 'fractions',
): Input => ({
  shape,
  dtype,
  values: numbersOf(
    draw,
    shape.reduce((a, b) => a * b, 1),
    dtype,
    kind,
  ),
});
/** Whole numbers from 0 up to below a bound. */
export const indices = (draw: Draw, below: number, shape: readonly number[]): Input => ({
  shape,
  dtype: 'int32',
  values: times(
    shape.reduce((a, b) => a * b, 1),
    () => int(draw, 0, below - 1),
  ),
});

/** `about` with the shapes and dtypes of the inputs. */
export const drawn = (about: string, run: Run, ...inputs: readonly Input[]): Drawn => ({
  about: `${about} of ${inputs.map(({ dtype, shape }) => `${dtype} [${shape}]`).join(', ')}`,
  run,
  inputs,
});
