// The calls of the writer for pictures and sounds: their arguments, and what they refuse.
import { expect, test } from 'vitest';
import { type SummaryWriter, UserError } from '../../src/index.ts';
import { written } from '../tensorboard/written.ts';

const grey = { data: Uint8Array.of(1, 2), shape: [2, 1] };

test('orders of axes, rates and times are arguments in the reference’s order', async () => {
  const { events } = await written((writer) => {
    writer.addImage('i', grey, 1, 2, 'WH');
    writer.addImages('i', { ...grey, shape: [1, 1, 2, 1] }, 1, 2, 'NHWC');
    writer.addImageWithBoxes('i', grey, [], 1, 2, 'WH', []);
    writer.addVideo('i', { ...grey, shape: [1, 2, 1, 1, 1] }, 1, 5, 2, 'CWHNT');
    writer.addAudio('i', [0], 1, 8000, 2);
  });
  const sizes = events.map(({ step, wallTime, summary }) => {
    const { image, audio } = summary!.value![0]!;
    return [Number(step), wallTime, image ? `${image.width}x${image.height}` : audio!.sampleRate];
  });
  expect(sizes).toEqual([...Array.from({ length: 4 }, () => [1, 2, '2x1']), [1, 2, 8000]]);
});

test('a value that cannot be written leaves the file as it was, and its canvas open', async () => {
  let closed = false;
  const canvas = { toBuffer: () => new Uint8Array(3), close: () => (closed = true) };
  const wrong: readonly ((writer: SummaryWriter) => void)[] = [
    (writer) => writer.addImage('i', [[1]]),
    (writer) => writer.addImage('i', grey, 0.5, 0, 'HW'),
    (writer) => writer.addImages('i', grey),
    (writer) => writer.addImageWithBoxes('i', grey, [1], 0, 0, 'HW'),
    (writer) => writer.addFigure('i', canvas),
    (writer) => writer.addVideo('i', { ...grey, shape: [1, 2, 1, 1, 1] }, 0, 0),
    (writer) => writer.addAudio('i', []),
  ];
  const { events } = await written((writer) => {
    for (const add of wrong) expect(() => add(writer)).toThrow(UserError);
  });
  expect([events.length, closed]).toEqual([0, false]);
});
