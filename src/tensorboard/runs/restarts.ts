// Which points the restarts of a training discard: a SessionLog START drops the run's earlier points of its step and later ones.

/**
 * Limits of steps by the number of restarts before a point: the point is discarded if its step is at the limit or above it.
 * @param steps those of the restarts, in their order
 * @returns one more than there are restarts
 */
export function discardLimits(steps: readonly number[]): readonly number[] {
  const limits = [...steps, Number.POSITIVE_INFINITY];
  for (let i = steps.length - 1; i >= 0; i--) limits[i] = Math.min(limits[i]!, limits[i + 1]!);
  return limits;
}
