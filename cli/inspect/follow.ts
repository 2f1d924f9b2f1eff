// Prints points while a training writes them, until Ctrl-C.

import { type Point, pointsOf } from '../../src/tensorboard/reading/points.ts';
import { records } from '../../src/text/csvRecords.ts';
import { printable } from '../../src/text/printable.ts';
import { untilStopped } from '../untilStopped.ts';
import { type Format, formats } from './inspectFormats.ts';
import { pointObject, pointRow } from './pointText.ts';
import type { Printer } from './printer.ts';

/** Prints each new point on a line; with `json` each line is an object. */
export async function follow(
  path: string,
  chosen: { readonly run: string | undefined; readonly tag: string | undefined },
  format: Format,
  printer: Printer,
): Promise<void> {
  if (format === 'csv') await printer.print(records([['run', 'tag', 'step', 'time', 'value']]), 'csv');
  const { tellCorruption: reportCorruption } = printer;
  await untilStopped(async (signal) => {
    for await (const points of pointsOf(path, { ...chosen, reportCorruption, follow: true, signal }))
      await printer.print(points.map((point) => lines[format](point)).join(''), formats[format].kind);
  });
}

function row(point: Point): (string | number)[] {
  const [run, ...rest] = pointRow(point);
  return [run!, point.value.tag, ...rest];
}

// widths that fit most tags and steps, since later points are not known yet
const widths = [12, 24, 8, 24];

const lines: Record<Format, (point: Point) => string> = {
  csv: (point) => records([row(point)]),
  json: (point) => `${JSON.stringify({ tag: point.value.tag, ...pointObject(point) })}\n`,
  table: (point) =>
    `${row(point)
      .map((cell, i) => printable(`${cell}`).padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
};
