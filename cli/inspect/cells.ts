// Cells of the tables of all points.
import type { RunHparams } from '../../src/tensorboard/runs/sessionHparams.ts';

/** Formats of the tables of all points. */
export type RowFormat = 'csv' | 'json';

/** A cell of csv; undefined where it is empty. */
export type Cell = string | number | undefined;

/** The name of the column of a hyperparameter. */
export const hparamHead = (name: string): string => `hparams/${name}`;

/** The cell of a hyperparameter; undefined where the run has none of that name. */
export function hparamCell(hparams: RunHparams, name: string): Cell {
  const value = Object.hasOwn(hparams, name) ? hparams[name] : undefined;
  return typeof value === 'boolean' ? `${value}` : value;
}

/** A number in JSON, which has none for NaN and the infinities. */
export const jsonNumber = (value: number): string => (Number.isFinite(value) ? `${value}` : `"${value}"`);
