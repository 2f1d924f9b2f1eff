// What the colours of the graph mean.
import type { PictureRole } from '../../graph/picture/picture.ts';
import type { Heat } from './heat.ts';
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

export function legendHtml(model: Model, { metric, largest, stops }: Heat): string {
  if (metric !== undefined) {
    const total = model.total[metric] || 1;
    const numbers = ticks.map((at) => {
      const share = (largest * at * at) / total;
      return `<span style="left:${at * 100}%">${at === 0 ? '0' : shareText(Number(share.toPrecision(2)))}</span>`;
    });
    return `<span class="caption">${metrics[metric].title}, share of the model</span><span class="ramp" style="background:linear-gradient(90deg,${stops.join()})"></span><span class="ticks">${numbers.join('')}</span>`;
  }
  if (model.data.against !== undefined) return changeLegend(model);
  const used = new Set(model.boxes.flatMap(({ children, role }) => (children.length === 0 ? [role] : [])));
  const keys = Object.entries(roleTitles).flatMap(([role, title]) =>
    used.has(role as PictureRole) ? [`<span class="r-${role}"><i></i>${title}</span>`] : [],
  );
  return `<span class="keys">${keys.join('')}</span>`;
}

function changeLegend({ boxes, data }: Model): string {
  const keys = (['added', 'removed', 'changed'] as const).map((change) => {
    const count = boxes.filter(({ children, rare }) => children.length === 0 && rare.change === change).length;
    return `<span class="s-${change}"><b>${marks[change]}</b>${change} ${count}</span>`;
  });
  return `<span class="keys">${keys.join('')}<span>against ${escaped(data.against!)}</span></span>`;
}
