// The skeleton of the page: head, graph, table, panel, tabs of a narrow page.
import type { ViewTotal } from '../tree/viewTree.ts';
import { firstMetric, type MetricName, type Model } from './model.ts';
import { differenceText, escaped, grouped, metrics, totalText } from './wording.ts';

/** The elements that the parts of the viewer fill. */
export interface Frame {
  readonly root: HTMLElement;
  readonly graph: HTMLElement;
  readonly svg: SVGSVGElement;
  readonly world: SVGGElement;
  readonly tree: SVGGElement;
  readonly legend: HTMLElement;
  readonly zoom: HTMLOutputElement;
  readonly search: HTMLInputElement;
  readonly hits: HTMLElement;
  readonly scroll: HTMLElement;
  readonly table: HTMLTableElement;
  readonly panel: HTMLElement;
  readonly status: HTMLElement;
}

export function frameIn(root: HTMLElement, model: Model): Frame {
  root.innerHTML = frameHtml(model);
  const find = <T extends Element>(selector: string): T => root.querySelector<T>(selector)!;
  return {
    root: find('.frame'),
    graph: find('.graph'),
    svg: find('.canvas'),
    world: find('.world'),
    tree: find('.world > g'),
    legend: find('.legend'),
    zoom: find('.zoom output'),
    search: find('input[type=search]'),
    hits: find('.hits'),
    scroll: find('.scroll'),
    table: find('table'),
    panel: find('.panel'),
    status: find('.status'),
  };
}

function frameHtml(model: Model): string {
  const { data } = model;
  const name = escaped(data.name);
  const isDiff = data.against !== undefined;
  return `<div class="frame" data-view="${data.start.at === 'table' ? 'table' : 'graph'}"${isDiff ? ' data-diff' : ''} style="--amounts:${model.known.length}">
<header><div class="title"><h1>${name}</h1>${data.type && data.type !== data.name ? `<span>${escaped(data.type)}</span>` : ''}</div>
<dl class="totals">${data.totals.map((total) => totalHtml(total, isDiff)).join('')}</dl>
<search class="find"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5 14 14"/></svg><input type="search" placeholder="Find a layer, type or shape" aria-label="Find a layer, type or shape; a regular expression between slashes" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="hits" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd><ul class="hits" id="hits" role="listbox" aria-label="Found" hidden></ul></search></header>
${data.failure ? `<p class="failure" role="alert"><b>!</b> ${escaped(data.failure.message)}${data.failure.node === -1 ? '' : ' <button data-do="failed">Go there</button>'}</p>` : ''}
<main><section class="graph" aria-label="Graph"><svg class="canvas"><g class="world"><g role="tree" aria-label="Layers of ${name}"></g><g aria-hidden="true"></g></g></svg>
<div class="bar"><fieldset class="switch"><legend>Colour</legend>${coloursHtml(model)}</fieldset></div>
<div class="strip"><div class="tools"><div class="group" role="group" aria-label="Save">${saveHtml}</div><div class="group" role="group" aria-label="Direction"><button data-do="turn" aria-label="Draw from left to right" aria-pressed="${data.start.direction === 'right'}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h9M9 4.500l3.500 3.500L9 11.500"/></svg></button></div><div class="group zoom" role="group" aria-label="Zoom"><button data-do="out" aria-label="Zoom out">−</button><output>100 %</output><button data-do="in" aria-label="Zoom in">+</button><button data-do="fit" aria-label="Fit the graph into the view">Fit</button></div></div><div class="legend"></div></div></section>
<aside><section class="rows" aria-label="Table"><div class="scroll" tabindex="0" role="region" aria-label="Rows"><table${wideTable(model)}><caption class="hidden">Layers of ${name}</caption>${headHtml(model)}<tbody></tbody></table></div></section><section class="panel" aria-label="Selection" tabindex="0"></section></aside></main>
<nav aria-label="Parts of the page">${['graph', 'table', 'panel'].map((view) => `<button data-view="${view}" aria-pressed="false">${view === 'panel' ? 'Selection' : view[0]!.toUpperCase() + view.slice(1)}</button>`).join('')}</nav>
<p class="status hidden" role="status"></p></div>`;
}

/** A table of other columns than the page's own scrolls sideways where they are many. */
const wideTable = ({ data: { columns } }: Model): string =>
  columns
    ? ` class="wide" style="min-width:${200 + columns.reduce((sum, { isText }) => sum + (isText ? 98 : 84), 0)}px"`
    : '';

function totalHtml(total: ViewTotal, isDiff: boolean): string {
  const { title, value, before } = total;
  const difference = isDiff && before !== undefined ? ` <small>${differenceText(total)}</small>` : '';
  return `<div><dt>${title}</dt><dd title="${grouped(value)}">${totalText(total, value)}${difference}</dd></div>`;
}

function coloursHtml({ data, known }: Model): string {
  const choices: (readonly [MetricName | '', string])[] = [
    ['', data.against === undefined ? 'Type' : 'Change'],
    ...known.map((name) => [name, metrics[name].short] as const),
  ];
  return choices
    .map(([value, text]) => {
      const checked = value === (firstMetric(data) ?? '') ? ' checked' : '';
      return `<label><input type="radio" name="colour" value="${value}"${checked}><span>${text}</span></label>`;
    })
    .join('');
}

const saveHtml = `<span aria-hidden="true">Save</span>${['svg', 'png', 'csv']
  .map(
    (format) =>
      `<button data-save="${format}" aria-label="Save ${format === 'csv' ? 'the table as CSV' : `the graph as ${format.toUpperCase()}`}">${format.toUpperCase()}</button>`,
  )
  .join('')}`;

function headHtml({ data, known }: Model): string {
  const columns = data.columns
    ? data.columns.map(({ title, isText }, i) => [`${i}`, title, isText] as const)
    : [['outputs', 'Output', true] as const, ...known.map((name) => [name, metrics[name].short, false] as const)];
  const heads = [['layer', 'Layer', true] as const, ...columns].map(
    ([key, title, isText]) =>
      `<th scope="col" data-key="${key}" class="${isText ? `text c-${key}` : 'number'}" aria-sort="none"><button>${escaped(title)}</button></th>`,
  );
  const widths = columns.map(([key, , isText]) => `<col class="${isText ? `text c-${key}` : 'number'}">`);
  return `<colgroup><col>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead>`;
}
