// A run with every kind of picture and sound. In: a writer. Out: two steps of each in it.

import type { SummaryWriter } from '../../src/index.ts';
import { encodePng } from '../../src/media/png.ts';
import { balls, chord, confusions, filters, type Shaped, scene, wander } from '../fixtures/media.ts';

export const wallTimes = [1_795_517_757, 1_795_517_758];
export const rate = 16_000;
export const figures: readonly [Shaped<Uint8Array>, Shaped<Uint8Array>] = [confusions(0), confusions(3)];

const asPng = ({ data, shape: [height = 0, width = 0, channels = 0] }: Shaped<Uint8Array>): Uint8Array =>
  encodePng({ width, height, channels, bytes: data });

export function writeMedia(writer: SummaryWriter): void {
  const { picture, boxes, labels } = scene();
  wallTimes.forEach((time, step) => {
    writer.addImage('pictures/input', picture, step, time, 'HWC');
    writer.addImages('pictures/filters', filters(), step, time, 'NHWC');
    writer.addImageWithBoxes('pictures/detections', picture, boxes, step, time, 'HWC', labels);
    writer.addFigure('pictures/confusion', asPng(figures[0]), step, true, time);
    writer.addFigure('pictures/confusions', figures.map(asPng), step, true, time);
    writer.addVideo('pictures/balls', balls(), step, 8, time);
    writer.addAudio('sounds/chord', chord(), step, rate, time);
    writer.addAudio('sounds/wander', wander(), step, rate, time);
  });
}
