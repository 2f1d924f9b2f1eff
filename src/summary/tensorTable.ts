// The arrays of a safetensors file as a table: their names as a tree, split at the dots.

import { UserError } from '../errors.ts';
import { shapeText } from '../tensors.ts';
import { type BoxColumn, box } from '../text/box.ts';
import { records } from '../text/csvRecords.ts';
import { printable } from '../text/printable.ts';
import { textWidth } from '../text/textWidth.ts';
import type { StoredEntry } from '../weights/safetensorsHeader.ts';
import type { Statistics } from '../weights/statistics.ts';
import { formats } from './column.ts';
import { boxColumn, footerText } from './styles/table.ts';

/** An array of a file, and statistics of its values where they were asked for. */
export interface TensorFacts {
  readonly entry: StoredEntry;
  readonly statistics?: Statistics | undefined;
}

interface TableOptions {
  /** Columns of the terminal. */
  readonly width?: number | undefined;
  readonly colours?: boolean | undefined;
}

/** The styles of the table; each is a text that ends with a line break. */
export const tensorStyles = {
  table: tensorTable,
  csv: tensorCsv,
  json: tensorJson,
} satisfies Record<string, (tensors: readonly TensorFacts[], options: TableOptions) => string>;

// cli-table3 takes seconds for so many rows
const maxRows = 100_000;
// bounds the indentation of names with thousands of dots
const maxDepth = 64;
// columns of the terminal; names up to here stay whole where statistics are left out for them
const maxWholeName = 48;

interface Branch {
  readonly name: string;
  readonly depth: number;
  params: number;
  bytes: number;
  tensor?: TensorFacts;
  readonly children: Map<string, Branch>;
}

const statisticColumns = [
  { name: 'min', title: 'Min', unit: 'number' },
  { name: 'max', title: 'Max', unit: 'number' },
  { name: 'mean', title: 'Mean', unit: 'number' },
  { name: 'std', title: 'Std', unit: 'number' },
  { name: 'zeros', title: 'Zeros', unit: 'count' },
  { name: 'nan', title: 'NaN', unit: 'count' },
  { name: 'infinite', title: 'Inf', unit: 'count' },
] as const;

const bytesOf = ({ begin, end }: StoredEntry): number => end - begin;

function tensorTable(tensors: readonly TensorFacts[], { width, colours }: TableOptions): string {
  const rows = [...linesOf(treeOf(tensors))];
  const hasStatistics = tensors.some(({ statistics }) => statistics);
  const longest = rows.reduce((most, { name, depth }) => Math.max(most, 2 * depth + textWidth(printable(name))), 0);
  const columns: BoxColumn[] = [
    { title: 'Name', ...(longest > maxWholeName && { cut: 'middle' }) },
    boxColumn('Shape', 'text'),
    boxColumn('Dtype', 'text'),
    boxColumn('Params', 'count'),
    boxColumn('Bytes', 'bytes'),
    ...(hasStatistics ? statisticColumns.map(({ title, unit }) => boxColumn(title, unit)) : []),
  ];
  const cells = rows.map(({ name, depth, params, bytes, tensor }) => [
    `${'  '.repeat(depth)}${printable(name)}`,
    tensor ? printable(shapeText(tensor.entry.shape)) : '--',
    tensor?.entry.dtype ?? '--',
    formats.count(params),
    formats.bytes(bytes),
    ...(hasStatistics ? statisticColumns.map(({ name, unit }) => formats[unit](tensor?.statistics?.[name])) : []),
  ]);
  const drawn = box(columns, cells, { width, colours });
  const notes = drawn.notes.map((note) => `note: ${note}`);
  return `${[...drawn.lines, ...footerText(footerOf(tensors), colours), ...notes].join('\n')}\n`;
}

/** Refuses a table of too many rows before the values of its arrays are read. @throws UserError for more than 100,000 rows */
export const expectRows = (entries: readonly StoredEntry[]): void => void treeOf(entries.map((entry) => ({ entry })));

/** @throws UserError for more rows than a table has room for */
function treeOf(tensors: readonly TensorFacts[]): Branch {
  const root = branch('', -1);
  let rows = 0;
  for (const tensor of tensors) {
    let at = root;
    for (const name of partsOf(tensor.entry.name)) {
      let child = at.children.get(name);
      if (!child) {
        rows += 1;
        if (rows > maxRows)
          throw new UserError(
            `the tree of ${tensors.length} names has more than ${maxRows} rows: choose style csv or json`,
          );
        child = branch(name, at.depth + 1);
        at.children.set(name, child);
      }
      child.params += tensor.entry.size;
      child.bytes += bytesOf(tensor.entry);
      at = child;
    }
    at.tensor = tensor;
  }
  return root;
}

const branch = (name: string, depth: number): Branch => ({ name, depth, params: 0, bytes: 0, children: new Map() });

/** Splits a name at its dots; the parts from level 64 on stay together. */
function partsOf(name: string): string[] {
  const parts = name.split('.');
  return parts.length <= maxDepth ? parts : [...parts.slice(0, maxDepth - 1), parts.slice(maxDepth - 1).join('.')];
}

function* linesOf(at: Branch): Generator<Branch> {
  for (const child of at.children.values()) {
    yield child;
    yield* linesOf(child);
  }
}

function totalsOf(tensors: readonly TensorFacts[]) {
  const dtypes: Record<string, number> = {};
  let [params, bytes] = [0, 0];
  for (const { entry } of tensors) {
    params += entry.size;
    bytes += bytesOf(entry);
    dtypes[entry.dtype] = (dtypes[entry.dtype] ?? 0) + entry.size;
  }
  return { tensors: tensors.length, params, bytes, dtypes };
}

function footerOf(tensors: readonly TensorFacts[]): [string, number, 'count' | 'bytes'][] {
  const { params, bytes, dtypes } = totalsOf(tensors);
  const kinds = Object.entries(dtypes).map(([dtype, count]): [string, number, 'count'] => [
    `  ${dtype}`,
    count,
    'count',
  ]);
  return [
    ['Tensors', tensors.length, 'count'],
    ['Params', params, 'count'],
    ...(kinds.length > 1 ? kinds : []),
    ['Bytes', bytes, 'bytes'],
  ];
}

function tensorCsv(tensors: readonly TensorFacts[]): string {
  const hasStatistics = tensors.some(({ statistics }) => statistics);
  const asked = hasStatistics ? statisticColumns : [];
  const rows = tensors.map(({ entry, statistics }) => [
    entry.name,
    shapeText(entry.shape),
    entry.dtype,
    entry.size,
    bytesOf(entry),
    ...asked.map(({ name }) => statistics?.[name]),
  ]);
  return records([['name', 'shape', 'dtype', 'params', 'bytes', ...asked.map(({ name }) => name)], ...rows]);
}

/** Unknown statistics, of arrays without a finite value, are null. */
function tensorJson(tensors: readonly TensorFacts[]): string {
  const rows = tensors.map(({ entry, statistics }) => ({
    name: entry.name,
    shape: entry.shape,
    dtype: entry.dtype,
    params: entry.size,
    bytes: bytesOf(entry),
    ...(statistics && {
      statistics: Object.fromEntries(statisticColumns.map(({ name }) => [name, statistics[name] ?? null])),
    }),
  }));
  return `${JSON.stringify({ schema: 'gmlp-viz.tensors', version: 1, totals: totalsOf(tensors), tensors: rows }, null, 1)}\n`;
}
