// Colours of the heat-map: how much of the largest box in view each box has.
import type { MetricName, Model } from './model.ts';
import type { Scene } from './scene.ts';

type Colour = readonly [red: number, green: number, blue: number];

export interface Heat {
  /** What boxes are coloured by; undefined for their type. */
  readonly metric: MetricName | undefined;
  /** The largest amount of a box that is not open. */
  readonly largest: number;
  /** Where errors begin to have a colour. */
  readonly smallest: number;
  readonly stops: readonly string[];
}

export const noHeat: Heat = { metric: undefined, largest: 1, smallest: 0, stops: [] };

/** Of float32: the colours of a tolerance of zero are around it. */
const roundingUnit = 2 ** -24;

/** @param ramp colours from nothing to the largest amount, with spaces between */
export function heatOf({ boxes, data }: Model, { list }: Scene, metric: MetricName | undefined, ramp: string): Heat {
  if (metric === undefined) return noHeat;
  const largest = list.reduce(
    (max, { id, shape }) => (shape === 'open' ? max : Math.max(max, boxes[id]!.amounts[metric])),
    0,
  );
  const stops = ramp.trim().split(/\s+/);
  if (metric !== 'error') return { metric, largest: largest || 1, smallest: 0, stops };
  const tolerance = data.comparison!.tolerance || roundingUnit;
  const finite = list
    .flatMap(({ id, shape }) => (shape === 'open' ? [] : [boxes[id]!.amounts.error]))
    .filter(Number.isFinite);
  return { metric, largest: Math.max(10 * tolerance, ...finite), smallest: tolerance / 1000, stops };
}

export interface HeatFill {
  readonly colour: string;
  /** Whether black is easier to read on it than white. */
  readonly isLight: boolean;
}

/** The fill of a box; undefined where it has nothing, and stays as it is. */
export function fillOf(heat: Heat, amount: number): HeatFill | undefined {
  if (amount <= 0) return undefined;
  const colour = mixed(heat.stops, rampShare(heat, amount));
  // black and white are equally readable on a luminance of .179 (WCAG 2)
  return { colour: `rgb(${colour.join(' ')})`, isLight: luminance(colour) > 0.179 };
}

/** Where an amount is on the ramp, from 0 to 1: amounts differ by orders of magnitude, and errors by more. */
export function rampShare({ metric, largest, smallest }: Heat, amount: number): number {
  if (metric !== 'error') return Math.sqrt(amount / largest);
  return Math.max(0, Math.min(1, Math.log(amount / smallest) / Math.log(largest / smallest)));
}

function mixed(stops: readonly string[], share: number): Colour {
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2);
  const [from, to] = [parsed(stops[low]!), parsed(stops[low + 1]!)];
  const channel = (i: 0 | 1 | 2): number => Math.round(from[i] + (to[i] - from[i]) * (at - low));
  return [channel(0), channel(1), channel(2)];
}

/** @param hex such as `#fdf3df` */
function parsed(hex: string): Colour {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance of WCAG 2. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
