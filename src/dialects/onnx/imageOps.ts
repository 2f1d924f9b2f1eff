// Pixels of images [batch, height, width, channels] at positions that are computed while the graph runs.
import { asIndices, gather, reshape, unsqueeze } from './arrayOps.ts';
import { add, binary, compare, mul, numberLike, sub, unary, where } from './elementOps.ts';
import { type Operand, scalar } from './operand.ts';

/** Rows and columns of pixels, floats that are broadcast to one shape, and the images that they are in, int64. */
export interface Positions {
  readonly image: Operand;
  readonly rows: Operand;
  readonly columns: Operand;
}

/** `x` between 0 and `max`. */
export const clamped = (x: Operand, max: number): Operand =>
  binary('Min', binary('Max', x, numberLike(x, 0, 'first')), numberLike(x, max, 'last'));

/** Whether positions are pixels of the image, or lie between them. */
export function isInside(images: Operand, { rows, columns }: Omit<Positions, 'image'>): Operand {
  const [, height, width] = images.shape as [number, number, number, number];
  const within = (x: Operand, max: number): Operand =>
    compare(
      'And',
      compare('GreaterOrEqual', x, numberLike(x, 0, 'first')),
      compare('LessOrEqual', x, numberLike(x, max, 'last')),
    );
  return compare('And', within(rows, height - 1), within(columns, width - 1));
}

/** The pixels at whole positions, [...positions, channels]; beyond the image those at its border. */
export function pixelsAt(images: Operand, { image, rows, columns }: Positions): Operand {
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const all = reshape(images, [batch * height * width, channels]);
  const index = (x: Operand, size: number): Operand => asIndices(clamped(x, size - 1));
  const inImage = add(mul(index(rows, height), scalar(width, 'int64', 'width')), index(columns, width));
  return gather(all, add(mul(image, scalar(height * width, 'int64', 'pixels')), inImage), 0);
}

/** `pixels` [...positions, channels] where `kept` [...positions] holds, and `value` elsewhere. */
export const orFill = (kept: Operand, pixels: Operand, value: number): Operand =>
  where(unsqueeze(kept, [kept.shape.length]), pixels, numberLike(pixels, value, 'fill'));

/**
 * The mean of the four pixels around each position, weighted by how near they are: [...positions, channels].
 * @param pixels returns the pixels at whole positions
 */
export function interpolated(
  { rows, columns }: Omit<Positions, 'image'>,
  pixels: (rows: Operand, columns: Operand) => Operand,
): Operand {
  const [top, left] = [unary('Floor', rows), unary('Floor', columns)];
  const [bottom, right] = [top, left].map((x) => add(x, numberLike(x, 1, 'one'))) as [Operand, Operand];
  const share = (x: Operand, from: Operand): Operand => unsqueeze(sub(x, from), [x.shape.length]);
  const between = (a: Operand, b: Operand, part: Operand): Operand => add(a, mul(sub(b, a), part));
  const across = share(columns, left);
  const upper = between(pixels(top, left), pixels(top, right), across);
  const lower = between(pixels(bottom, left), pixels(bottom, right), across);
  return between(upper, lower, share(rows, top));
}

/** The nearest whole number, where halves are rounded up. */
export const rounded = (x: Operand): Operand => unary('Floor', add(x, numberLike(x, 0.5, 'half')));

/** The part of a number before its point. */
export const truncated = (x: Operand): Operand => mul(unary('Sign', x), unary('Floor', unary('Abs', x)));
