// Style torchsummary: the table of torchsummary 1.5.1, byte for byte.
import { expectCountable } from '../../../checks.ts';
import { product } from '../../../tensors.ts';
import { grouped, twoDecimals } from '../../../text/numberText.ts';
import { printable } from '../../../text/printable.ts';
import type { Style } from '../../style.ts';
import { torchsummaryNotes } from './notes.ts';
import { rows, type TorchsummaryRow } from './rows.ts';

const mebi = 1024 ** 2;
const bytesPerNumber = 4;

export const torchsummaryStyle: Style = {
  describe: 'torchsummary 1.5.1’s table, byte for byte',
  copies: 'torchsummary 1.5.1',
  needs: 'batch',
  takes: [],
  notes(trace) {
    const found = rows(trace);
    expectCountable(found.reduce((sum, { params }) => sum + params, 0));
    return torchsummaryNotes(trace, found);
  },
  render: ({ trace, sizes, batchSize }) => torchsummary(rows(trace), sizes!, batchSize),
};

/** @param inputSizes without the batch; @param batchSize what stands for dimension 0, -1 for unknown. */
function torchsummary(
  rows: readonly TorchsummaryRow[],
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
function shownShapes({ outputs, tuple }: TorchsummaryRow, batchSize: number): number[][] {
  return outputs.map((shape) => [tuple ? -1 : batchSize, ...shape.slice(1)]);
}

// the reference multiplies the dimensions of all outputs; where it raises, each output counts for itself
function numbersOf({ shapes, unreadable }: TorchsummaryRow & { readonly shapes: number[][] }): number {
  if (unreadable === undefined) return product(shapes.flat());
  return shapes.reduce((sum, shape) => sum + product(shape), 0);
}

const columns = (a: string, b: string, c: string): string => `${a.padStart(20)}  ${b.padStart(25)} ${c.padStart(15)}`;
const list = (items: readonly (number | string)[]): string => `[${items.join(', ')}]`;
const megabytes = (numbers: number): number => Math.abs((numbers * bytesPerNumber) / mebi);
