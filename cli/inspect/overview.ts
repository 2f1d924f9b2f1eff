// An overview of event files by run and tag, as a table, CSV or JSON.

import type { InspectedRun } from '../../src/tensorboard/reading/inspectLogdir.ts';
import type { InspectedTag } from '../../src/tensorboard/reading/tagStatistics.ts';
import { records } from '../../src/text/csvRecords.ts';
import type { Format } from './inspectFormats.ts';
import { timeText } from './pointText.ts';
import { tagTable } from './tagTable.ts';

/** The overview as text. @param width columns of the terminal */
export function overview(runs: readonly InspectedRun[], format: Format, width: number): string {
  if (format === 'json') return `${JSON.stringify(runs, null, 2)}\n`;
  return format === 'csv' ? csv(runs) : table(runs, width);
}

const count = (number: number): string => number.toLocaleString('en-US');
const several = (number: number, what: string): string => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

function table(runs: readonly InspectedRun[], width: number): string {
  const heads = ['run', 'tag', 'plugin', 'count', 'steps', 'last value', 'from', 'for', 'notes'];
  const rows = runs.flatMap(({ run, graphs, runMetadata, sessions, tags }) => [
    ...graphs.map((nodes) => [run, '', 'graphs', 1, '', '', '', '', several(nodes, 'node')]),
    ...runMetadata.map((tag) => [run, tag, 'run metadata', 1, '', '', '', '', '']),
    ...sessions.map(({ step, status }) => [run, '', 'session', 1, count(step), '', '', '', status]),
    ...tags.map((tag) => [
      run,
      tag.tag,
      tag.plugin,
      tag.count,
      tag.minStep === tag.maxStep ? count(tag.minStep) : `${count(tag.minStep)} … ${count(tag.maxStep)}`,
      tag.scalar ? Number(tag.scalar.last.toPrecision(6)) : '',
      timeText(tag.minWallTime).replace(/\.\d+Z$/, 'Z'),
      duration(tag.maxWallTime - tag.minWallTime),
      notes(tag).join(', '),
    ]),
  ]);
  return tagTable(heads, rows, width, ['notes', 'plugin', 'last value', 'for', 'from']);
}

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

function csv(runs: readonly InspectedRun[]): string {
  const heads =
    'run,tag,plugin,count,min step,max step,first time,last time,backwards,usual gap,gaps,largest gap,gap after,last value,min value,max value,not finite,nodes';
  const rows = runs.flatMap(({ run, graphs, tags }) => [
    ...graphs.map((nodes) => [run, '', 'graphs', 1, ...new Array<undefined>(13).fill(undefined), nodes]),
    ...tags.map((tag) => [
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
    ]),
  ]);
  return records([heads.split(','), ...rows]);
}
