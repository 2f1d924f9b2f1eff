// The panel: what is known of the selected box, or of the whole model.
import type { Statistics } from '../../weights/statistics.ts';
import type { ViewParameter } from '../tree/viewTree.ts';
import { type Box, guiltyBox, type MetricName, type Model } from './model.ts';
import type { ShownEdge } from './shownEdges.ts';
import type { ShownTree } from './shownTree.ts';
import {
  cutMiddle,
  escaped,
  grouped,
  markOf,
  marks,
  markTitles,
  metrics,
  nodesText,
  shareText,
  titleOf,
} from './wording.ts';

/** Types and links that are listed. */
const maxTypes = 6;
const maxLinks = 12;
const maxSetting = 200;

export interface PanelFacts {
  readonly model: Model;
  readonly tree: ShownTree;
  readonly edges: readonly ShownEdge[];
  readonly metric: MetricName;
}

type Pairs = readonly (readonly [string, string])[];

/** The panel's HTML. Buttons have `data-go`, `data-unfold` and `data-fold` with the id of a box. */
export function panelHtml(facts: PanelFacts, selected: number | undefined): string {
  return selected === undefined ? modelHtml(facts) : boxHtml(facts, facts.model.boxes[selected]!);
}

const line = (name: string, html: string): string =>
  html === '' ? '' : `<div><dt title="${escaped(name)}">${escaped(name)}</dt><dd>${html}</dd></div>`;

function share(title: string, amount: number, total: number, text: string, before = ''): string {
  if (amount <= 0 && before === '') return '';
  const part = total > 0 ? amount / total : 0;
  const width = Math.min(100, Math.max(0.5, 100 * part));
  return `<div class="share"><dt title="${escaped(title)}">${escaped(title)}</dt><dd>${before}${text} <em>${shareText(part)}</em><i><b style="width:${width.toFixed(1)}%"></b></i></dd></div>`;
}

function modelHtml({ model, metric }: PanelFacts): string {
  const { data, boxes, total } = model;
  const { title, text } = metrics[metric];
  const byType = new Map<string, number>();
  for (const { id, type, name } of boxes) {
    const own = metric === 'error' ? 0 : (data.nodes.amounts[metric]?.[id] ?? 0);
    if (own > 0) byType.set(type || name, (byType.get(type || name) ?? 0) + own);
  }
  const heaviest = [...byType].sort((a, b) => b[1] - a[1]);
  const rest = heaviest.slice(maxTypes).reduce((sum, [, amount]) => sum + amount, 0);
  const bars = heaviest.slice(0, maxTypes).map(([type, amount]) => share(type, amount, total[metric], text(amount)));
  const shapes = (role: 'input' | 'output', of: (box: Box) => readonly string[]): string =>
    boxes
      .flatMap((box) => (box.kind === role ? [escaped([box.name, ...of(box)].filter(Boolean).join(' '))] : []))
      .join('<br>');
  const entering = new Map<number, string>();
  for (const [i, to] of data.edges.to.entries()) entering.set(to, data.words[data.edges.shape[i]!]!);
  const first = guiltyBox(model);
  const notes = data.notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('');
  const empty = boxes.length === 0 ? '<p class="note">There is nothing to draw: the model has no nodes.</p>' : '';
  return `<h2>${escaped(data.type || data.name)}</h2>${empty}
${bars.length > 0 ? `<p class="caption">${title} by type</p>` : ''}<dl>${bars.join('')}${rest > 0 ? share('others', rest, total[metric], text(rest)) : ''}
${line(
  'In',
  shapes('input', ({ outputs }) => outputs),
)}${line(
  'Out',
  shapes('output', ({ id }) => [entering.get(id) ?? '']),
)}
${(data.facts ?? []).map(([name, value]) => line(name, escaped(value))).join('')}${first ? line('First beyond', linkTo(first)) : ''}</dl>${notes}`;
}

function boxHtml(facts: PanelFacts, box: Box): string {
  const { model, tree, edges } = facts;
  const { rare, inputs, outputs } = box;
  const { type, name } = titleOf(box);
  const mark = markOf(box);
  const tag = mark
    ? `<span class="tag s-${mark}">${marks[mark] ? `${marks[mark]} ` : ''}${markTitles[mark]}</span>`
    : '';
  const changed = new Map((rare.fields ?? []).map(([field, before, after]) => [field, [before, after] as const]));
  const was = (field: string): string => {
    const former = changed.get(field)?.[0];
    changed.delete(field);
    return former === undefined ? '' : `<del>${escaped(former || '–')}</del> `;
  };
  const amounts = model.known
    .filter((key) => key !== 'error')
    .map((key) =>
      share(metrics[key].title, box.amounts[key], model.total[key], metrics[key].text(box.amounts[key]), was(key)),
    )
    .join('');
  const settings = plain(model, rare.settings).map(([key, value]) =>
    line(
      key,
      `${was(`settings.${key}`)}<span title="${escaped(value)}">${escaped(cutMiddle(value, maxSetting))}</span>`,
    ),
  );
  const kernels = plain(model, rare.kernels).map(([kernel, times]) =>
    Number(times) > 1 ? `${times} × ${kernel}` : kernel,
  );
  const rows = [
    amounts,
    errorHtml(box, model),
    line('In', was('inputs') + escaped(inputs.join(', '))),
    line('Out', was('outputs') + escaped(outputs.join(', '))),
    line(
      'From',
      links(
        facts,
        edges.flatMap(({ from, to }) => (to === box.id ? [from] : [])),
      ),
    ),
    line(
      'To',
      links(
        facts,
        edges.flatMap(({ from, to }) => (from === box.id ? [to] : [])),
      ),
    ),
    ...(rare.parameters ?? []).map((one) => parameterHtml(one, was(`parameters.${one.name}`))),
    line('Shared', rare.sharedElements ? `reads ${grouped(rare.sharedElements)} parameters of other boxes` : ''),
    line('Kernels', escaped(kernels.join(', '))),
    line('MACs', rare.unknownMacs ? `not known of ${escaped(rare.unknownMacs.join(', '))}` : ''),
    line('Nodes', tree.isGroup(box.id) || box.size > 1 ? nodesText(box.size) : ''),
  ].join('');
  const others = [...changed].map(([field, [before, after]]) =>
    line(field, `<del>${escaped(before || '–')}</del> ${escaped(after || '–')}`),
  );
  return `<h2>${tag}${escaped(type)} <span>${escaped(name)}</span></h2><code class="path">${escaped(box.path)}</code>${failureHtml(model, box)}${foldHtml(model, tree, box)}<dl>${others.join('')}${rows}</dl>${settings.length > 0 ? `<p class="caption">Settings</p><dl>${settings.join('')}</dl>` : ''}`;
}

const failureHtml = ({ data: { failure } }: Model, { id }: Box): string =>
  failure?.node === id ? `<p class="note s-failed">${escaped(failure.message)}</p>` : '';

function foldHtml({ boxes }: Model, tree: ShownTree, { id, kind, children, rare }: Box): string {
  if (kind === 'fold' && tree.isFolded(id)) {
    const count = children.length / (rare.period ?? 1);
    return `<p class="note">${count} equal blocks. The first is shown. <button class="link" data-unfold="${id}">Show all ${count}</button></p>`;
  }
  const fold = tree.unfoldedAround(id);
  if (fold === undefined) return '';
  const { children: all, rare: about } = boxes[fold]!;
  return `<p class="note">One of ${all.length / (about.period ?? 1)} equal blocks. <button class="link" data-fold="${fold}">Fold them</button></p>`;
}

const plain = ({ data }: Model, word: number | undefined): Pairs =>
  word === undefined ? [] : (JSON.parse(data.words[word]!) as Pairs);

function linkTo(box: Box): string {
  const { type, name } = titleOf(box);
  return `<button class="link" data-go="${box.id}">${escaped(type)} <span>${escaped(name)}</span></button>`;
}

/** The errors of a box; those beyond the tolerance are marked. */
function errorHtml({ rare: { error } }: Box, { data }: Model): string {
  if (!error) return '';
  const text = (one: number | null): string => {
    const value = one ?? Number.POSITIVE_INFINITY;
    const mark = value > data.comparison!.tolerance ? ' <b class="mark s-differs">beyond the tolerance</b>' : '';
    return metrics.error.text(value) + mark;
  };
  return [
    line('Error', text(error.error)),
    line('Of its inputs', text(error.fed)),
    line('Made here', text(error.made)),
  ].join('');
}

function links({ model }: PanelFacts, ids: readonly number[]): string {
  const distinct = [...new Set(ids)];
  const buttons = distinct.slice(0, maxLinks).map((id) => linkTo(model.boxes[id]!));
  return buttons.join('') + (distinct.length > maxLinks ? `<em>and ${distinct.length - maxLinks} more</em>` : '');
}

function parameterHtml({ name, shape, dtype, note, statistics }: ViewParameter, before: string): string {
  const about = [dtype, note].filter(Boolean).join(', ');
  return line(
    name,
    `${before}${escaped(shape)} <em>${escaped(about)}</em>${statistics ? statisticsHtml(statistics) : ''}`,
  );
}

const digits = (value: number | undefined): string => (value === undefined ? '–' : `${Number(value.toPrecision(3))}`);

function statisticsHtml({ mean, std, min, max, zeros, nan, infinite, histogram }: Statistics): string {
  const highest = Math.max(1, ...histogram);
  const bars = histogram
    .map((count, i) => {
      const height = count === 0 ? 0 : Math.max(1, Math.round((count / highest) * 16));
      return `<rect x="${i * 5}" y="${16 - height}" width="4" height="${height}"/>`;
    })
    .join('');
  const odd = [
    zeros > 0 && `${grouped(zeros)} zeros`,
    nan > 0 && `<b class="mark s-failed">${grouped(nan)} NaN</b>`,
    infinite > 0 && `<b class="mark s-failed">${grouped(infinite)} infinite</b>`,
  ].filter(Boolean);
  return `<span class="statistics"><svg width="80" height="16" viewBox="0 0 80 16" role="img" aria-label="Histogram from ${digits(min)} to ${digits(max)}">${bars}</svg>${digits(mean)} ± ${digits(std)} <em>${digits(min)} … ${digits(max)}${odd.length > 0 ? `, ${odd.join(', ')}` : ''}</em></span>`;
}
