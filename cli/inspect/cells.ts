// Cells of the tables of all points.
import type { RunHparams } from '../../src/tensorboard/runs/sessionHparams.ts';

/** Formats of the tables of all points. */
export type RowFormat = 'csv' | 'json';

/** A cell of a table; undefined where it is empty. */
export type Cell = string | number | boolean | undefined;

/** The name of the column of a hyperparameter. */
export const hparamHead = (name: string): string => `hparams/${name}`;

/** The cell of a hyperparameter; undefined where the run has none of that name. */
export const hparamCell = (hparams: RunHparams, name: string): Cell =>
  Object.hasOwn(hparams, name) ? hparams[name] : undefined;

/** A number in JSON, which has none for NaN and the infinities. */
export const jsonNumber = (value: number): string => (Number.isFinite(value) ? `${value}` : `"${value}"`);

/** A field of a JSON object, which has none for an empty cell. */
export function jsonField(head: string, cell: Cell): string[] {
  if (cell === undefined) return [];
  return [`${JSON.stringify(head)}:${typeof cell === 'number' ? jsonNumber(cell) : JSON.stringify(cell)}`];
}
