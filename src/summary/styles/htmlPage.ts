// The page of style html: the page of `view`, opened at its table.
import { packed } from '../../view/pack.ts';
import { pageOf } from '../../view/page/page.ts';
import { traceTree } from '../../view/tree/traceTree.ts';
import type { ViewColumn, ViewData } from '../../view/viewData.ts';
import { pathsOf } from '../../view/viewPaths.ts';
import { type Column, formats } from '../column.ts';
import { columnsOf, defaultColumns } from '../columns.ts';
import { type DisplayLine, displayLines } from '../displayLines.ts';
import type { StyleOptions, Traced } from '../style.ts';
import { type Facts, type FailedFacts, tableModel } from '../tableModel.ts';

/** The page of a trace with the columns, totals and notes of its table. */
export function html(
  { trace, timing }: Pick<Traced, 'trace' | 'timing'>,
  facts: Facts | FailedFacts,
  options: StyleOptions = {},
): string {
  const { weights, depth, sort, filter, fold = true } = options;
  const names = columnNamesOf(options);
  const tree = traceTree(trace, { ...(timing && { timing }), ...(weights && { weights }) });
  // unknown columns are refused, and what the table cannot show is noted
  const { footer, notes } = tableModel(facts, { ...options, columns: names ?? defaultColumns });
  const data = packed(tree, {
    at: 'table',
    ...(depth !== undefined && { depth }),
    ...(filter !== undefined && { search: filter }),
    ...(!fold && { unfolded: true }),
    ...(sort !== undefined && names && { sort: sortKey(names, sort) }),
  });
  return pageOf({
    ...data,
    notes,
    facts: footer.map(([title, value, unit]) => [title, formats[unit](value)] as const),
    ...(names && { columns: tableColumns(names, facts, data) }),
  });
}

/** The columns that the reader asked for; undefined for those that the page has anyway. */
function columnNamesOf({ columns, sort, convention }: StyleOptions): readonly string[] | undefined {
  if (columns === undefined && sort === undefined && convention === undefined) return undefined;
  const names = columns ?? defaultColumns;
  return sort === undefined || names.includes(sort) ? names : [...names, sort];
}

/** The page's key of a column: the first one is of its own, the others go by their index. */
const sortKey = (names: readonly string[], sort: string): string =>
  sort === 'name' ? 'layer' : `${names.filter((name) => name !== 'name').indexOf(sort)}`;

/** The page has the layer's name and type in its first column. */
function tableColumns(names: readonly string[], facts: Facts | FailedFacts, data: ViewData): ViewColumn[] {
  const lines = linesByPath(facts);
  const paths = pathsOf(data);
  return columnsOf(names)
    .filter(([name]) => name !== 'name')
    .map(([, { title, unit, value }]: readonly [string, Column]) => {
      const values = paths.map((path) => {
        const line = lines.get(path);
        return line && value(line, facts.totals);
      });
      return {
        title,
        isText: unit === 'text',
        texts: values.map((one) => (one === undefined ? '' : formats[unit](one))),
        values: values.map((one) => one ?? null),
      };
    });
}

/** The line of each layer, of a later call with `#2` and so on, as the page's paths have it. */
function linesByPath({ root }: Facts | FailedFacts): ReadonlyMap<string, DisplayLine> {
  const lines = new Map<string, DisplayLine>();
  const calls = new Map<string, number>();
  for (const line of displayLines(root, { fold: false })) {
    const { path } = line.layer;
    const call = (calls.get(path) ?? 0) + 1;
    calls.set(path, call);
    lines.set(call === 1 ? path : `${path}#${call}`, line);
  }
  return lines;
}
