// Style html: the page of `view`, opened at its table.
import type { Style } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import { layerTableOptions } from '../tableModel.ts';
import { html } from './htmlPage.ts';

export const htmlStyle: Style = {
  describe: 'one page without other files: the table, which sorts by a click, and the graph',
  needs: 'modules',
  takes: [...layerTableOptions, 'memoryBudgetBytes'],
  printsNotes: true,
  notes: conventionNotes,
  render: ({ trace, timing, facts }, options) => html({ trace, timing }, facts(), options),
};
