// Weights as images, laid out as Keras's TensorBoard callback does.
import type { Shaped } from '../media/tensorInput.ts';

interface WeightImages {
  readonly images: Shaped;
  readonly dataformats: 'NHW' | 'NHWC';
}

/**
 * The images of a weight: a vector is one row, a matrix lies on its longer side, a kernel [height, width, 1 or 3, filters] has
 * an image for each filter. Other weights have none.
 */
export function weightImages(data: ArrayLike<number>, shape: readonly number[]): WeightImages | undefined {
  const sizes = shape.filter((size) => size !== 1);
  const [first = 1, second = 1, last = 1] = sizes;
  if (data.length === 0) return undefined;
  if (sizes.length < 2) return { images: { data, shape: [1, 1, first] }, dataformats: 'NHW' };
  if (sizes.length === 2) {
    const tall = first > second;
    const images = tall ? transposed(data, first, second) : { data, shape: [first, second] };
    return { images: { data: images.data, shape: [1, ...images.shape] }, dataformats: 'NHW' };
  }
  if (sizes.length === 3) {
    const { data: moved } = transposed(data, first * second, last);
    return { images: { data: moved, shape: [last, first, second] }, dataformats: 'NHW' };
  }
  if (sizes.length === 4 && last === 3) {
    const filters = sizes[3]!;
    const { data: moved } = transposed(data, first * second * last, filters);
    return { images: { data: moved, shape: [filters, first, second, last] }, dataformats: 'NHWC' };
  }
  return undefined;
}

/** Transposes [rows, columns] to [columns, rows]. */
function transposed(data: ArrayLike<number>, rows: number, columns: number): Shaped {
  const moved = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) moved[column * rows + row] = data[row * columns + column]!;
  return { data: moved, shape: [columns, rows] };
}
