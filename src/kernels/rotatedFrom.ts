// The geometry of tf.js's kernel RotateWithOffset.

/**
 * The index of the pixel that each pixel of a rotated image comes from, row by row; the index after the last pixel stands
 * for what lies outside. tf.js rounds halves up.
 */
export function rotatedFrom(
  height: number,
  width: number,
  radians: number,
  center: number | readonly [number, number],
): number[] {
  const [across, down] = typeof center === 'number' ? [center, center] : center;
  const [centerX, centerY] = [width * across, height * down];
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  return Array.from({ length: height * width }, (_, at) => {
    const [y, x] = [Math.floor(at / width) - centerY, (at % width) - centerX];
    const column = Math.round(x * cos - y * sin + centerX);
    const row = Math.round(x * sin + y * cos + centerY);
    const inside = column >= 0 && column < width && row >= 0 && row < height;
    return inside ? row * width + column : height * width;
  });
}
