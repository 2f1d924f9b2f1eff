// What boxes and amounts are called on the page.
import { amountTexts, countText } from '../../formats/amountText.ts';
import { escapeXml } from '../../formats/escapeXml.ts';
import { spelled } from '../../text/printable.ts';
import type { ViewTotal } from '../tree/viewTree.ts';
import type { Box, MetricName } from './model.ts';

/** Safe in HTML, in SVG, and in attributes of both. */
export const escaped = escapeXml;

export interface Title {
  readonly type: string;
  /** '' where the type says it all. */
  readonly name: string;
}

/** As it is drawn, and so as it is measured: characters that show nothing are spelled out. */
export function titleOf(box: Box): Title {
  const { type, name } = wordsOf(box);
  return { type: spelled(type), name: spelled(name) };
}

function wordsOf({ kind, type, name, children, rare, path }: Box): Title {
  if (kind === 'fold') return { type: `${children.length / (rare.period ?? 1)} × ${type || name}`, name: '' };
  if (kind === 'input' || kind === 'output') return name === '' ? { type, name: '' } : { type: name, name: type };
  if (kind === 'missing') return { type: name || path, name: '' };
  const rest = name.toLowerCase().startsWith(type.toLowerCase()) ? name.slice(type.length) : undefined;
  // a layer's type is known by how it is spelled
  const isSame = rest !== undefined && /^[_-]?\d*$/.test(rest) && (kind !== 'module' || name.startsWith(type));
  return type === '' || isSame ? { type: name || type, name: '' } : { type, name };
}

/** Ways in which a box is not as the others, with the mark that tells it without a colour. */
export const marks = {
  added: '+',
  removed: '−',
  changed: '~',
  failed: '!',
  notRun: '',
  notReached: '',
  missing: '?',
  differs: '≠',
} as const;
export type MarkName = keyof typeof marks;

export const markTitles = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  failed: 'failed here',
  notRun: 'not run',
  notReached: 'not reached',
  missing: 'made by no node',
  differs: 'first error beyond the tolerance',
} satisfies Record<MarkName, string>;

/** The state of a box for `data-state`, its class and its label; undefined of one like the others. */
export function stateOf({ rare }: Box): MarkName | 'same' | undefined {
  if (rare.state === 'failed') return 'failed';
  if (rare.first) return 'differs';
  return rare.change ?? (rare.notReached ? 'notReached' : rare.state);
}

export function markOf(box: Box): MarkName | undefined {
  const state = stateOf(box);
  return state === 'same' ? undefined : state;
}

function errorText(error: number): string {
  if (error === 0) return '0';
  return Number.isFinite(error) ? error.toExponential(1) : 'wrong';
}

interface Metric {
  readonly title: string;
  /** In the head of the table and on the switch. */
  readonly short: string;
  readonly about: string;
  text(amount: number): string;
}

export const metrics = {
  params: { title: 'Parameters', short: 'Params', about: 'elements of parameters, each counted once', text: countText },
  macs: { title: 'MACs', short: 'MACs', about: 'multiply-adds', text: countText },
  memoryBytes: {
    title: 'Activation memory',
    short: 'Memory',
    about: 'bytes of outputs',
    text: amountTexts.memoryBytes,
  },
  timeMs: { title: 'Time', short: 'Time', about: 'of the pass with the median time', text: amountTexts.timeMs },
  error: { title: 'Error', short: 'Error', about: 'of outputs, in parts of the reference’s scale', text: errorText },
} satisfies Record<MetricName, Metric>;

export const totalText = ({ unit }: Pick<ViewTotal, 'unit'>, value: number): string =>
  unit === 'count' ? countText(value) : unit === 'bytes' ? amountTexts.memoryBytes(value) : amountTexts.timeMs(value);

/** `+210`, `−1.2 k`, `=`. */
export function differenceText(total: ViewTotal): string {
  const difference = total.value - (total.before ?? total.value);
  if (difference === 0) return '=';
  return `${difference > 0 ? '+' : '−'}${totalText(total, Math.abs(difference))}`;
}

export const grouped = (count: number): string => count.toLocaleString('en-US');

/** `12.5 %`; what is not nothing is never 0. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  return `${percent >= 99.95 ? 100 : Number(percent.toPrecision(3))} %`;
}

export const nodesText = (count: number): string => `${grouped(count)} ${count === 1 ? 'node' : 'nodes'}`;

/** Cuts a text in its middle. */
export function cutMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = Math.ceil(max / 2) - 1;
  return `${text.slice(0, head)}…${text.slice(text.length - (max - head - 1))}`;
}
