// Style markdown: a table in GitHub-flavoured markdown.
import { printable } from '../../text/printable.ts';
import { formats } from '../column.ts';
import { type CheckedLimit, checkLimits, limitCells } from '../limits.ts';
import type { Style, StyleOptions } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import { type Facts, type FailedFacts, layerTableOptions, type TableOptions, tableModel } from '../tableModel.ts';

export const markdownStyle: Style = {
  describe: 'a table for a pull request, as GitHub reads markdown',
  needs: 'modules',
  takes: [...layerTableOptions, 'memoryBudgetBytes', 'limits'],
  printsNotes: true,
  notes: conventionNotes,
  render: ({ facts }, options) => markdown(facts(), options),
};

type MarkdownOptions = TableOptions & Pick<StyleOptions, 'limits'>;

/** A table in GitHub-flavoured markdown, after one of the budgets, with the totals and notes as a list. */
function markdown(facts: Facts | FailedFacts, options: MarkdownOptions = {}): string {
  const { columns, lines, footer, notes } = tableModel(facts, options);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const align = columns.map(([, { unit }]) => (unit === 'text' || unit === 'bar' ? ':--' : '--:'));
  return `${[
    ...(options.limits && facts.totals ? limitLines(checkLimits(facts, options.limits)) : []),
    row(columns.map(([, { title }]) => title)),
    row(align),
    ...lines.map((line) =>
      row(
        columns.map(([name, { unit, value }]) => {
          const text = escaped(formats[unit](value(line, facts.totals)).trim());
          return name === 'name' ? '&nbsp;&nbsp;'.repeat(line.depth) + text : text;
        }),
      ),
    ),
    '',
    ...footer.map(([text, value, unit]) => `- ${text}: ${formats[unit](value)}`),
    ...notes.map((note) => `- note: ${escaped(note)}`),
  ].join('\n')}\n`;
}

const limitLines = (limits: readonly CheckedLimit[]): readonly string[] => [
  '| Budget | Value | At most | |',
  '| :-- | --: | --: | :-- |',
  ...limits.map((limit) => {
    const cells = limitCells(limit);
    return `| ${(limit.exceeded ? cells.map((cell) => `**${cell}**`) : cells).join(' | ')} |`;
  }),
  '',
];

/** Escapes text so that markdown shows it as it is. */
export function escaped(text: string): string {
  const entities = printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return entities.replace(/[\\`*_[\]|~#!]/g, '\\$&');
}
