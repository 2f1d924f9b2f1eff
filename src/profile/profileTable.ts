// A profile as tables for the terminal: layers and ops, the slowest first.
import { costByOp, latencyOf, type OpCost } from '../cost/latency.ts';
import { distinctParameters, sizeBytes } from '../cost/memory.ts';
import { gflopsOf, shareOf, spreadOf } from '../cost/quantiles.ts';
import { type Cell, type Column, formats } from '../summary/column.ts';
import { columnsOf } from '../summary/columns.ts';
import { displayLines } from '../summary/displayLines.ts';
import { repeatedRunsNote } from '../summary/layersNotes.ts';
import { layersOf } from '../summary/moduleTree.ts';
import { boxColumn, colouredBar, footerText, layersBox } from '../summary/styles/table.ts';
import { overheadLine, sorted } from '../summary/tableModel.ts';
import { box } from '../text/box.ts';
import { printable } from '../text/printable.ts';
import type { Profile } from '../timing/profileModel.ts';

/** Options of the tables of a profile. */
export interface ProfileTableOptions {
  /** Levels below the model to show; all unless given. */
  readonly depth?: number | undefined;
  /** One line for equal neighbours; true unless given. */
  readonly fold?: boolean | undefined;
  /** Rows of the second table: ops unless given. */
  readonly by?: 'op' | 'kernel' | undefined;
  /** Columns of the terminal; as wide as the cells unless given. */
  readonly width?: number | undefined;
  /** Whether the tables have colours of a terminal: dim lines, bold totals, bars by share; false unless given. */
  readonly colours?: boolean | undefined;
}

/** The columns of the table of layers. */
export const layerColumns = ['name', 'type', 'latency', 'spread', 'share', 'gflops', 'memory', 'memory_estimated'];

export function profileTable({ trace, timing }: Profile, options: ProfileTableOptions = {}): string {
  const { depth, fold, by = 'op', width, colours = false } = options;
  const root = layersOf(trace, 'macs', timing);
  const latency = latencyOf(trace, timing);
  const columns = columnsOf(layerColumns);
  const [, byLatency] = columnsOf(['latency'])[0]!;
  const lines = sorted(
    displayLines(root, { depth, fold }).filter(({ amounts }) => amounts.ms !== undefined),
    byLatency,
    root.total,
  );
  const layers = layersBox(columns, lines, root.total, { width, colours });
  const named = box(
    costColumns.map(([title, unit]) => boxColumn(title ?? (by === 'op' ? 'Op' : 'Kernel'), unit)),
    costRows(costByOp(trace, timing, by), root.total.ms!, colours),
    { width, colours },
  );
  const { spread, readMs, bareMs, peak, backend, runs, synchronised } = latency;
  const parameterBytes = distinctParameters(trace).reduce((sum, parameter) => sum + sizeBytes(parameter), 0);
  const footer = footerText(
    [
      [`Forward pass (${backend}, median of ${runs})`, spread.median, 'ms'],
      ['Between its quartiles', spread.upperQuartile - spread.lowerQuartile, 'ms'],
      ['Reading the outputs', readMs, 'ms'],
      ['Uninstrumented, outputs read', bareMs, 'ms'],
      overheadLine(latency),
      ['MACs', root.total.macs, 'count'],
      ['GFLOP/s', gflopsOf(root.total.macs, root.total.ms!) ?? 0, 'ratio'],
      ['Params and buffers', parameterBytes, 'bytes'],
      ['Activations at their peak, measured', peak.measured, 'bytes'],
      ['Activations at their peak, estimated', peak.estimated, 'bytes'],
    ],
    colours,
  );
  const notes = [
    ...repeatedRunsNote(trace),
    ...layers.notes,
    ...named.notes,
    ...(synchronised ? ['each kernel’s outputs were read before its time was taken'] : []),
  ];
  return `${[...layers.lines, ...named.lines, ...footer, ...notes.map((note) => `note: ${printable(note)}`)].join('\n')}\n`;
}

/** Titles and units of the second table; the first title says whether a row is an op or a kernel. */
const costColumns: readonly (readonly [title: string | undefined, unit: Column['unit']])[] = [
  [undefined, 'text'],
  ['Calls', 'count'],
  ['Latency', 'ms'],
  ['Spread', 'ms'],
  ['Share of time', 'bar'],
  ['MACs', 'count'],
  ['GFLOP/s', 'ratio'],
];

/** Rows of the second table, slowest first. */
function costRows(costs: readonly OpCost[], total: readonly number[], colours: boolean): string[][] {
  const rows = costs.map(({ name, calls, ms, macs }) => {
    const { median, lowerQuartile, upperQuartile } = spreadOf(ms);
    const cells: readonly Cell[] = [
      printable(name),
      calls === 0 ? undefined : calls,
      median,
      upperQuartile - lowerQuartile,
      shareOf(ms, total),
      macs,
      macs === undefined ? undefined : gflopsOf(macs, ms),
    ];
    const texts = cells.map((value, i) => {
      const [, unit] = costColumns[i]!;
      const text = formats[unit](value);
      return unit === 'bar' ? colouredBar(text, value, colours) : text;
    });
    return { median, texts };
  });
  return rows.sort((a, b) => b.median - a.median).map(({ texts }) => texts);
}
