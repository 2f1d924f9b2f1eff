// The table of a file of weights alone: its header, and its values only for statistics.

import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import { countKind, expectKinds, type OptionKinds, optionKinds } from '../options.ts';
import { type OpenSafetensors, withSafetensors } from '../weights/openSafetensors.ts';
import { numbersOf } from '../weights/safetensors.ts';
import type { StoredEntry } from '../weights/safetensorsHeader.ts';
import { type Statistics, StatisticsPasses } from '../weights/statistics.ts';
import { expectRows, type TensorFacts, tensorStyles } from './tensorTable.ts';

/** Options of `summarizeSafetensors`. */
export interface SafetensorsSummaryOptions {
  /** `table` (the names as a tree, split at their dots) unless given, `csv` or `json`. */
  readonly style?: 'table' | 'csv' | 'json';
  /** Reads the values too, a megabyte at a time, for min, max, mean, std, zeros, NaN and infinite values. */
  readonly statistics?: boolean;
  /** Columns of the terminal, for style `table`; unbounded unless given. */
  readonly width?: number;
  /** Colours for a terminal, for style `table`. */
  readonly colours?: boolean;
}

const optionKind: OptionKinds<SafetensorsSummaryOptions> = {
  style: { must: 'be a word', fits: (value) => typeof value === 'string' },
  statistics: optionKinds.flag,
  width: countKind(1),
  colours: optionKinds.flag,
};

/**
 * Summarizes a safetensors file: names, shapes, dtypes, elements and bytes, with totals by branch and dtype.
 * @param path of the file, or of a `model.safetensors.index.json`, next to which its shards lie
 * @returns the text, which ends with a line break
 * @throws UserError for a file that does not exist or is malformed, a table of more than 100,000 rows, and statistics of
 * a dtype whose values are not read (C64, F6_E2M3, F6_E3M2, F4)
 * @example
 * console.log(await summarizeSafetensors('weights.safetensors', { statistics: true }));
 */
export async function summarizeSafetensors(path: string, options: SafetensorsSummaryOptions = {}): Promise<string> {
  expectKinds(options, optionKind);
  const { statistics = false, width, colours } = options;
  const styles = Object.keys(tensorStyles) as (keyof typeof tensorStyles)[];
  const style = choice('style of a file of weights', options.style ?? 'table', styles);
  if (width !== undefined && style !== 'table') throw new UserError(`width is for style table, not ${style}`);
  return withSafetensors(path, async (file) => {
    if (style === 'table') expectRows(file.entries);
    const tensors: TensorFacts[] = [];
    for (const entry of file.entries)
      tensors.push({ entry, statistics: statistics ? await statisticsOfEntry(file, entry) : undefined });
    return tensorStyles[style](tensors, { width, colours });
  });
}

async function statisticsOfEntry(file: OpenSafetensors, entry: StoredEntry): Promise<Statistics> {
  const passes = new StatisticsPasses();
  for await (const piece of file.piecesOf(entry)) passes.count(numbersOf(entry, piece));
  for await (const piece of file.piecesOf(entry)) passes.spread(numbersOf(entry, piece));
  return passes.statistics();
}
