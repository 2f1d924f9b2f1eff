// Neighbours of float32 numbers, for comparisons that tf.js and other runtimes make with other signs.

/** The largest float32 below a positive one. */
export function float32Below(value: number): number {
  const float = new Float32Array([value]);
  const bits = new Int32Array(float.buffer);
  bits[0]! -= 1;
  return float[0]!;
}
