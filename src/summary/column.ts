// The type of a column, and the texts of its cells.
import { bytesText, grouped, msText, percentText } from '../text/numberText.ts';
import type { Amounts } from './amounts.ts';
import type { DisplayLine } from './displayLines.ts';

/** A value before it is formatted; undefined where it is unknown or zero. */
export type Cell = string | number | undefined;

export interface Column {
  readonly title: string;
  readonly unit: keyof typeof formats;
  /** A noun phrase for help and docs. */
  readonly describe: string;
  /** Whether the model has to be run and timed for it. */
  readonly measured?: true;
  /** Whether its texts are names, which differ at their ends. */
  readonly isName?: true;
  readonly value: (line: DisplayLine, totals: Amounts | undefined) => Cell;
}

const bar = (share: number): string => {
  const eighths = Math.round(share * 64);
  return '█'.repeat(eighths >> 3) + (eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1] : '');
};

/** Texts of cells, by the unit of their column. */
export const formats = {
  text: (value: Cell) => `${value ?? '--'}`,
  count: (value: Cell) => (value === undefined ? '--' : grouped(Number(value))),
  bytes: (value: Cell) => (value === undefined ? '--' : bytesText(Number(value))),
  share: (value: Cell) => (value === undefined ? '--' : percentText(Number(value)).padStart(6)),
  bar: (value: Cell) =>
    value === undefined ? '--' : `${percentText(Number(value)).padStart(6)} ${bar(Number(value))}`,
  number: (value: Cell) => (value === undefined ? '--' : `${Number(Number(value).toPrecision(4))}`),
  ratio: (value: Cell) => (value === undefined ? '--' : Number(value).toFixed(2)),
  ms: (value: Cell) => (value === undefined ? '--' : msText(Number(value))),
} satisfies Record<string, (value: Cell) => string>;
