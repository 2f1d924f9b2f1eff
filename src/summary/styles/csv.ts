// Style csv: comma-separated values by RFC 4180, the columns' names first.
import { records } from '../../text/csvRecords.ts';
import { columns as allColumns } from '../columns.ts';
import type { Style } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import { type Facts, type FailedFacts, layerTableOptions, type TableOptions, tableModel } from '../tableModel.ts';

export const csvStyle: Style = {
  describe: 'comma-separated values with a row for each layer, for spreadsheets and programs',
  needs: 'modules',
  takes: layerTableOptions,
  notes: conventionNotes,
  render: ({ facts }, options) => csv(facts(), options),
};

/** Numbers are written without units, unknown ones empty; names keep line breaks in quotes, other control characters are spelled out. */
function csv(facts: Facts | FailedFacts, options: TableOptions = {}): string {
  const table = tableModel(facts, options);
  // names of layers may be equal, paths differ
  const columns = options.columns ? table.columns : [['path', allColumns.path] as const, ...table.columns];
  const rows = table.lines.map((line) => columns.map(([, { value }]) => value(line, facts.totals)));
  return records([columns.map(([name]) => name), ...rows]);
}
