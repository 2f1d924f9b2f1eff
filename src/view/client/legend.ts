// What the colours of the graph mean.
import type { PictureRole } from '../../graph/picture/picture.ts';
import { type Heat, rampShare } from './heat.ts';
import type { Model } from './model.ts';
import { escaped, marks, metrics, shareText } from './wording.ts';

const roleTitles = {
  weights: 'Weights',
  norm: 'Norm',
  activation: 'Activation',
  merge: 'Merge',
  pool: 'Pool, resize',
  other: 'Shape, other',
} satisfies Record<Exclude<PictureRole, 'end'>, string>;

/** Where along the ramp its numbers stand. */
const ticks = [0, 0.25, 0.5, 1];

/** '' where nothing has a colour. */
export function legendHtml(model: Model, heat: Heat): string {
  const { metric, largest, stops } = heat;
  if (metric === 'error') return errorLegend(model, heat);
  if (metric !== undefined) {
    const total = model.total[metric] || 1;
    const numbers = ticks.map((at) => {
      const share = (largest * at * at) / total;
      return `<span style="left:${at * 100}%">${at === 0 ? '0' : shareText(Number(share.toPrecision(2)))}</span>`;
    });
    return rampHtml(`${metrics[metric].title}, share of the model`, stops, numbers);
  }
  if (model.data.against !== undefined) return changeLegend(model);
  const used = new Set(model.boxes.flatMap(({ children, role }) => (children.length === 0 ? [role] : [])));
  const keys = Object.entries(roleTitles).flatMap(([role, title]) =>
    used.has(role as PictureRole) ? [`<span class="r-${role}"><i></i>${title}</span>`] : [],
  );
  return keys.length === 0 ? '' : `<span class="keys">${keys.join('')}</span>`;
}

const rampHtml = (caption: string, stops: readonly string[], ticks: readonly string[]): string =>
  `<span class="caption">${caption}</span><span class="ramp" style="background:linear-gradient(90deg,${stops.join()})"></span><span class="ticks">${ticks.join('')}</span>`;

function errorLegend({ data }: Model, heat: Heat): string {
  const { tolerance } = data.comparison!;
  const tick = (error: number): string =>
    `<span style="left:${(100 * rampShare(heat, error)).toFixed(1)}%">${metrics.error.text(error)}</span>`;
  const middle = tolerance > 0 ? [tolerance] : [];
  return rampHtml(`Error, tolerance ${tolerance}`, heat.stops, [heat.smallest, ...middle, heat.largest].map(tick));
}

function changeLegend({ boxes, data }: Model): string {
  const keys = (['added', 'removed', 'changed'] as const).map((change) => {
    const count = boxes.filter(({ children, rare }) => children.length === 0 && rare.change === change).length;
    return `<span class="s-${change}"><b>${marks[change]}</b>${change} ${count}</span>`;
  });
  return `<span class="keys">${keys.join('')}<span>against ${escaped(data.against!)}</span></span>`;
}
