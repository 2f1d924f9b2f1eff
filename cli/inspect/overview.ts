// An overview of event files by run and tag, as a table, CSV or JSON.

import type { InspectedRun } from '../../src/tensorboard/reading/runFacts.ts';
import type { InspectedTag } from '../../src/tensorboard/reading/tagStatistics.ts';
import { records } from '../../src/text/csvRecords.ts';
import { timeText } from './pointText.ts';
import type { Cells } from './tagTable.ts';

/** The overview as text for programs, in pieces of at most a thousand rows. */
export const overview = (runs: readonly InspectedRun[], format: 'csv' | 'json'): Iterable<string> =>
  format === 'json' ? [`${JSON.stringify(runs, null, 2)}\n`] : csv(runs);

const count = (number: number): string => number.toLocaleString('en-US');
const several = (number: number, what: string): string => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

/** The rows of a table of the runs, each made when its cells are asked for: counts with commas are slow. */
export function* overviewRows(runs: readonly InspectedRun[]): Generator<() => Cells> {
  for (const { run, graphs, runMetadata, sessions, tags } of runs) {
    for (const nodes of graphs) yield () => [run, '', 'graphs', 1, '', '', '', '', several(nodes, 'node')];
    for (const tag of runMetadata) yield () => [run, tag, 'run metadata', 1, '', '', '', '', ''];
    for (const { step, status } of sessions) yield () => [run, '', 'session', 1, count(step), '', '', '', status];
    for (const tag of tags) yield () => tagRow(run, tag);
  }
}

/** Heads of the overview, and those of the columns that a narrow terminal leaves out, the last one first. */
export const overviewHeads = ['run', 'tag', 'plugin', 'count', 'steps', 'last value', 'from', 'for', 'notes'];
export const dispensableHeads = ['notes', 'plugin', 'last value', 'for', 'from'];

const tagRow = (run: string, tag: InspectedTag): Cells => [
  run,
  tag.tag,
  tag.plugin,
  tag.count,
  tag.minStep === tag.maxStep ? count(tag.minStep) : `${count(tag.minStep)} … ${count(tag.maxStep)}`,
  tag.scalar ? Number(tag.scalar.last.toPrecision(6)) : '',
  timeText(tag.minWallTime).replace(/\.\d+Z$/, 'Z'),
  duration(tag.maxWallTime - tag.minWallTime),
  notes(tag).join(', '),
];

function notes({ backwards, gaps, largestGap, scalar, nodes }: InspectedTag): string[] {
  return [
    ...(nodes === undefined ? [] : [several(nodes, 'node')]),
    ...(backwards > 0 ? [`${count(backwards)} backwards`] : []),
    ...(largestGap
      ? [
          `${several(gaps, 'gap')}, ${gaps > 1 ? 'the longest' : 'of'} ${count(largestGap.steps)} after ${count(largestGap.after)}`,
        ]
      : []),
    ...(scalar && scalar.notFinite > 0 ? [`${count(scalar.notFinite)} not finite`] : []),
  ];
}

// the two largest units with a value above 0
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const first = parts.findIndex(([size]) => size > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([size]) => size > 0)
    .map(([size, unit]) => `${size} ${unit}`)
    .join(' ');
}

const csvHeads =
  'run,tag,plugin,count,min step,max step,first time,last time,backwards,usual gap,gaps,largest gap,gap after,last value,min value,max value,not finite,nodes';
const rowsInPiece = 1000;

type CsvRow = readonly (string | number | undefined)[];

function* csv(runs: readonly InspectedRun[]): Generator<string> {
  let rows: CsvRow[] = [csvHeads.split(',')];
  for (const { run, graphs, tags } of runs) {
    for (const nodes of graphs) rows.push([run, '', 'graphs', 1, ...new Array<undefined>(13).fill(undefined), nodes]);
    for (const tag of tags) {
      rows.push(csvRow(run, tag));
      if (rows.length < rowsInPiece) continue;
      yield records(rows);
      rows = [];
    }
  }
  if (rows.length > 0) yield records(rows);
}

const csvRow = (run: string, tag: InspectedTag): CsvRow => [
  run,
  tag.tag,
  tag.plugin,
  tag.count,
  tag.minStep,
  tag.maxStep,
  timeText(tag.minWallTime),
  timeText(tag.maxWallTime),
  tag.backwards,
  tag.usualGap,
  tag.gaps,
  tag.largestGap?.steps,
  tag.largestGap?.after,
  tag.scalar?.last,
  tag.scalar?.min,
  tag.scalar?.max,
  tag.scalar?.notFinite,
  tag.nodes,
];
