// A curve to draw.

/** The values of one scalar in one run. */
export interface Curve {
  /** the name in the legend, such as that of the run */
  readonly name: string;
  /** steps in ascending order, with a value for each; a value that is not finite leaves a gap */
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** The smallest and the largest of the finite numbers; undefined where there is none. */
export function rangeOf(numbers: Iterable<number>): [number, number] | undefined {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of numbers) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? [min, max] : undefined;
}

/** The steps at which curves have a finite value. */
export function* finiteSteps(curves: readonly Curve[]): Generator<number> {
  for (const { steps, values } of curves)
    for (let i = 0; i < steps.length; i++) if (Number.isFinite(values[i])) yield steps[i]!;
}

/** The values of curves. */
export function* valuesOf(curves: readonly Curve[]): Generator<number> {
  for (const { values } of curves) for (let i = 0; i < values.length; i++) yield values[i]!;
}

/** A curve in the order of its steps: a training that was resumed writes some steps a second time. */
export function inOrder(curve: Curve): Curve {
  const { steps, values } = curve;
  const order = Array.from({ length: steps.length }, (_, i) => i);
  if (order.every((i) => i === 0 || steps[i]! >= steps[i - 1]!)) return curve;
  order.sort((a, b) => steps[a]! - steps[b]!);
  return { ...curve, steps: order.map((i) => steps[i]!), values: order.map((i) => values[i]!) };
}
