// A profile for the terminal: layers and ops, slowest first. In: a profile. Out: text.
import { costByOp, latencyOf, type OpCost } from '../cost/latency.ts';
import { distinctParameters, sizeBytes } from '../cost/memory.ts';
import { gflopsOf, shareOf, spreadOf } from '../cost/quantiles.ts';
import { type Cell, columnsOf, formats } from '../summary/columns.ts';
import { linesOf } from '../summary/displayLines.ts';
import { layersOf } from '../summary/moduleTree.ts';
import { cellsOf, footerText, numericOf, tooNarrow } from '../summary/styles/table.ts';
import { sorted } from '../summary/tableModel.ts';
import { box } from '../text/box.ts';
import { printable } from '../text/printable.ts';
import type { Profile } from '../timing/profileModel.ts';

export interface ProfileTableOptions {
  /** levels below the model that layers are drawn to */
  readonly depth?: number | undefined;
  /** one line for equal neighbours; true unless given */
  readonly fold?: boolean | undefined;
  /** what the second table is about; ops unless given */
  readonly by?: 'op' | 'kernel' | undefined;
  /** columns of the terminal */
  readonly width?: number | undefined;
}

const layerColumns = ['name', 'type', 'latency', 'spread', 'share', 'gflops', 'memory', 'memory_estimated'];

export function profileTable({ trace, timing }: Profile, options: ProfileTableOptions = {}): string {
  const { depth, fold, by = 'op', width } = options;
  const root = layersOf(trace, 'macs', timing);
  const latency = latencyOf(trace, timing);
  const columns = columnsOf(layerColumns);
  const [, byLatency] = columnsOf(['latency'])[0]!;
  const lines = sorted(
    linesOf(root, { depth, fold }).filter(({ amounts }) => amounts.ms !== undefined),
    byLatency,
    root.total,
  );
  const layers = box(cellsOf(columns, lines, root.total), numericOf(columns), width);
  const named = box(namedCells(costByOp(trace, timing, by), by, root.total.ms!), namedNumeric, width);
  const left = columns.slice(layers.kept).map(([name]) => name);
  const { spread, readMs, bareMs, overhead, peak, backend, runs, synchronised } = latency;
  const parameterBytes = distinctParameters(trace).reduce((sum, parameter) => sum + sizeBytes(parameter), 0);
  const footer = footerText([
    [`Forward pass (${backend}, median of ${runs})`, spread.median, 'ms'],
    ['Between its quartiles', spread.upperQuartile - spread.lowerQuartile, 'ms'],
    ['Reading the outputs', readMs, 'ms'],
    ['Not watched, outputs read', bareMs, 'ms'],
    ['What watching adds', overhead, 'share'],
    ['MACs', root.total.macs, 'count'],
    ['GFLOP/s', gflopsOf(root.total.macs, root.total.ms!) ?? 0, 'ratio'],
    ['Params and buffers', parameterBytes, 'bytes'],
    ['Activations at their peak, measured', peak.measured, 'bytes'],
    ['Activations at their peak, estimated', peak.estimated, 'bytes'],
  ]);
  const notes = [
    ...(left.length > 0 ? [tooNarrow(left)] : []),
    ...(synchronised ? ['each kernel’s outputs were read before its time was taken'] : []),
  ];
  return `${[...layers.lines, ...named.lines, ...footer, ...notes.map((note) => `note: ${note}`)].join('\n')}\n`;
}

const namedNumeric = [false, true, true, true, false, true, true];

function namedCells(costs: readonly OpCost[], by: string, total: readonly number[]): string[][] {
  const rows = costs.map(({ name, calls, ms, macs }) => {
    const { median, lowerQuartile, upperQuartile } = spreadOf(ms);
    const cells: readonly [Cell, keyof typeof formats][] = [
      [printable(name), 'text'],
      [calls === 0 ? undefined : calls, 'count'],
      [median, 'ms'],
      [upperQuartile - lowerQuartile, 'ms'],
      [shareOf(ms, total), 'bar'],
      [macs, 'count'],
      [macs === undefined ? undefined : gflopsOf(macs, ms), 'ratio'],
    ];
    return [median, cells.map(([value, unit]) => formats[unit](value))] as const;
  });
  rows.sort(([a], [b]) => b - a);
  const head = [by === 'op' ? 'Op' : 'Kernel', 'Calls', 'Latency', 'Spread', 'Share of time', 'MACs', 'GFLOP/s'];
  return [head, ...rows.map(([, cells]) => cells)];
}
