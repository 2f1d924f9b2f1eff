// The formats of `gmlp-viz inspect`.
import type { OutputKind } from '../output.ts';

/** Formats by name: how stdout treats each. */
export const formats = {
  table: { describe: 'a table for people', kind: 'lines' },
  csv: { describe: 'comma-separated values, for spreadsheets and programs', kind: 'csv' },
  json: { describe: 'JSON', kind: 'json' },
  svg: { describe: 'curves of scalars as a picture', kind: 'lines' },
} as const satisfies Readonly<Record<string, { readonly describe: string; readonly kind: OutputKind }>>;

/** A format of tables and lists. */
export type Format = Exclude<keyof typeof formats, 'svg'>;
