// Values of the columns, from a line of the table.
import type { OpenShapeText } from '../axes/openTexts.ts';
import { gflopsOf, shareOf, spreadOf } from '../cost/quantiles.ts';
import { type Dtype, type Shape, shapeText } from '../tensors.ts';
import { type Settings, settingText } from '../trace/settings.ts';
import type { Statistics } from '../weights/statistics.ts';
import type { Amounts } from './amounts.ts';
import type { Cell } from './column.ts';
import type { DisplayLine } from './displayLines.ts';

/** @param open the same shapes at any size of open axes */
export const shapes = (all: readonly Shape[], open?: readonly OpenShapeText[]): Cell =>
  all.length === 0 ? undefined : all.map((shape, i) => open?.[i]?.text ?? shapeText(shape)).join(' ');

// style json alone holds null settings and the initializers of weights
export function settingsText(settings: Settings): Cell {
  const shown = Object.entries(settings).filter(([name, value]) => value !== null && !/[iI]nitializer$/.test(name));
  return shown.length === 0 ? undefined : shown.map(([name, value]) => `${name} ${settingText(value)}`).join(', ');
}

export const own = (value: number): Cell => (value === 0 ? undefined : value);
export const share = (part: number, whole: number | undefined): Cell =>
  whole === undefined || whole === 0 || part === 0 ? undefined : part / whole;
/** A count of parameters or bytes, undefined where it is unknown or 0. */
export const state = ({ amounts, known }: DisplayLine, count: (amounts: Amounts) => number): Cell =>
  known.state ? own(count(amounts)) : undefined;
export const macs = ({ amounts, unknownKernels, known }: DisplayLine): number | undefined =>
  unknownKernels.length > 0 || !known.macs ? undefined : amounts.macs;
export const allBytes = ({ stateBytes }: Amounts): number =>
  Object.values(stateBytes).reduce((sum, bytes) => sum + bytes, 0);
export const bytesOf =
  (dtype: Dtype) =>
  ({ amounts, known }: DisplayLine): Cell =>
    known.state ? amounts.stateBytes[dtype] : undefined;
export const flops = (line: DisplayLine): number | undefined => {
  const count = macs(line);
  return count === undefined ? undefined : 2 * count;
};

export function intensity(line: DisplayLine): Cell {
  const work = flops(line);
  const moved = line.inputBytes + line.activationBytes + allBytes(line.amounts);
  return work === undefined || work === 0 || moved === 0 ? undefined : work / moved;
}

export function gflops(line: DisplayLine): Cell {
  const count = macs(line);
  const { ms } = line.amounts;
  return count === undefined || !ms ? undefined : gflopsOf(count, ms);
}

export function timeShare({ amounts: { ms } }: DisplayLine, totals: Amounts | undefined): Cell {
  return ms && totals?.ms && shareOf(ms, totals.ms);
}

export function spread({ amounts: { ms } }: DisplayLine): Cell {
  if (!ms) return undefined;
  const { lowerQuartile, upperQuartile } = spreadOf(ms);
  return upperQuartile - lowerQuartile;
}

export function trainable({ amounts: { params, trainable }, known }: DisplayLine): Cell {
  if (params === 0 || !known.state) return undefined;
  return trainable === params ? 'yes' : trainable === 0 ? 'no' : 'partly';
}

export const statistic =
  (name: Exclude<keyof Statistics, 'histogram'>) =>
  ({ layer }: DisplayLine): Cell =>
    layer.statistics?.[name];
