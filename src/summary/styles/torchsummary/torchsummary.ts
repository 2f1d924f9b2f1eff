// The table of torchsummary 1.5.1, byte for byte. In: rows, input sizes, the batch size to show. Out: text.
import { product } from '../../../tensors.ts';
import { grouped, twoDecimals } from '../../../text/numberText.ts';
import { printable } from '../../../text/printable.ts';
import type { Row } from './rows.ts';

const mebi = 1024 ** 2;
const bytesPerNumber = 4;

/** @param inputSizes without the batch; @param batchSize what stands for dimension 0, -1 for unknown. */
export function torchsummary(
  rows: readonly Row[],
  inputSizes: readonly (readonly number[])[],
  batchSize: number,
): string {
  const shown = rows.map((row) => ({ ...row, shapes: shownShapes(row, batchSize) }));
  const params = rows.reduce((sum, row) => sum + row.params, 0);
  const trainable = rows.reduce((sum, row) => sum + row.trainableParams, 0);
  // the reference multiplies all dimensions of all inputs, and keeps the sign of -1 until the sum is taken
  const inputMb = megabytes(product(inputSizes.flat()) * batchSize);
  const outputs = shown.reduce((sum, row) => sum + numbersOf(row), 0);
  const outputMb = megabytes(2 * outputs);
  const paramsMb = megabytes(params);
  const rule = '-'.repeat(64);
  const lines = [
    rule,
    columns('Layer (type)', 'Output Shape', 'Param #'),
    '='.repeat(64),
    ...shown.map(({ type, number, tuple, shapes, params }) => {
      const shape = tuple ? list(shapes.map(list)) : list(shapes[0]!);
      return columns(`${printable(type)}-${number}`, shape, grouped(params));
    }),
    '='.repeat(64),
    `Total params: ${grouped(params)}`,
    `Trainable params: ${grouped(trainable)}`,
    `Non-trainable params: ${grouped(params - trainable)}`,
    rule,
    `Input size (MB): ${twoDecimals(inputMb)}`,
    `Forward/backward pass size (MB): ${twoDecimals(outputMb)}`,
    `Params size (MB): ${twoDecimals(paramsMb)}`,
    `Estimated Total Size (MB): ${twoDecimals(paramsMb + outputMb + inputMb)}`,
    rule,
  ];
  return `${lines.join('\n')}\n`;
}

// a tuple shows -1 even when a batch size is given
function shownShapes({ outputs, tuple }: Row, batchSize: number): number[][] {
  return outputs.map((shape) => [tuple ? -1 : batchSize, ...shape.slice(1)]);
}

// the reference multiplies the dimensions of all outputs; where it raises, each output counts for itself
function numbersOf({ shapes, unreadable }: Row & { readonly shapes: number[][] }): number {
  if (unreadable === undefined) return product(shapes.flat());
  return shapes.reduce((sum, shape) => sum + product(shape), 0);
}

const columns = (a: string, b: string, c: string): string => `${a.padStart(20)}  ${b.padStart(25)} ${c.padStart(15)}`;
const list = (items: readonly (number | string)[]): string => `[${items.join(', ')}]`;
const megabytes = (numbers: number): number => Math.abs((numbers * bytesPerNumber) / mebi);
