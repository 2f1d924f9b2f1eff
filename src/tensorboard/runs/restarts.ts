// Which points the restarts of a training discard: a SessionLog START drops the run's earlier points of its step and later ones.

/** Points that restarts discard. */
export interface Discarded {
  readonly points: number;
  /** the lowest step of a restart that discards one; Infinity without one */
  readonly step: number;
}

/**
 * Upper limits of steps, by the number of restarts before a point: a point whose step is at its limit or above is discarded.
 * @param steps the steps of the restarts, in their order
 * @returns `steps.length + 1` limits, of which the last is Infinity
 */
export function discardLimits(steps: readonly number[]): readonly number[] {
  const limits = [...steps, Number.POSITIVE_INFINITY];
  for (let i = steps.length - 1; i >= 0; i--) limits[i] = Math.min(limits[i]!, limits[i + 1]!);
  return limits;
}
