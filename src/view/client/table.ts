// The table of what the tree shows: the same rows as the graph, of which only those in sight are in the page.
import type { Frame } from './frame.ts';
import { type Box, type MetricName, type Model, twinClass } from './model.ts';
import type { ShownTree } from './shownTree.ts';
import { escaped, grouped, markOf, marks, markTitles, metrics, shareText, stateOf, titleOf } from './wording.ts';

const rowHeight = 28;
const headHeight = 34;
/** Rows beyond what is in sight, and rows that come and go together. */
const spare = 8;
const chunk = 8;
/** Smaller shares have no bar. */
const minBar = 0.04;

/** `conv_2` comes before `conv_10`. */
const words = new Intl.Collator('en', { numeric: true });

/** Letters at the end of a path that are always shown. */
const minEnd = 20;
const maxEnd = 36;

export interface TableRow {
  readonly id: number;
  readonly depth: number;
}

export interface TableCalls {
  select(id: number): void;
  toggle(id: number): void;
}

export class Table {
  readonly #model: Model;
  readonly #tree: ShownTree;
  readonly #frame: Frame;
  #rows: readonly TableRow[] = [];
  #selected: number | undefined;
  #key = '';
  #isDescending = false;
  #drawn = '';

  constructor(model: Model, tree: ShownTree, frame: Frame, calls: TableCalls) {
    this.#model = model;
    this.#tree = tree;
    this.#frame = frame;
    const { scroll, table } = frame;
    scroll.addEventListener('scroll', () => requestAnimationFrame(() => this.draw()), { passive: true });
    table.tHead!.addEventListener('click', (event) => {
      const head = (event.target as Element).closest<HTMLElement>('th');
      if (head) this.sortBy(head.dataset.key!);
    });
    table.tBodies[0]!.addEventListener('click', (event) => {
      const target = event.target as Element;
      const row = target.closest<HTMLElement>('tr[data-id]');
      if (!row) return;
      const id = Number(row.dataset.id);
      if (target.closest('.twisty')) calls.toggle(id);
      else calls.select(id);
    });
    scroll.addEventListener('keydown', (event) => {
      const to = this.#neighbour(event.key);
      if (to !== undefined) calls.select(to);
      else if (this.#selected !== undefined && this.#togglesOn(event.key)) calls.toggle(this.#selected);
      else return;
      event.preventDefault();
    });
  }

  /** The columns after the first, and what a row has in each. */
  get columns(): readonly string[] {
    return [...this.#frame.table.tHead!.rows[0]!.cells].slice(1).map(({ dataset }) => dataset.key!);
  }

  get rows(): readonly TableRow[] {
    return this.#rows;
  }

  get isSorted(): boolean {
    return this.#key !== '';
  }

  /** The first call sorts numbers from the largest and words from A, the second turns that around, the third restores the tree. */
  sortBy(key: string): void {
    const startsDescending = !this.#isText(key);
    if (this.#key !== key) {
      this.#key = key;
      this.#isDescending = startsDescending;
    } else if (this.#isDescending === startsDescending) this.#isDescending = !startsDescending;
    else this.#key = '';
    for (const head of this.#frame.table.tHead!.rows[0]!.cells) {
      const isOn = this.#key !== '' && head.dataset.key === this.#key;
      head.setAttribute('aria-sort', isOn ? (this.#isDescending ? 'descending' : 'ascending') : 'none');
    }
    this.#frame.scroll.scrollTop = 0;
    this.list();
  }

  /** Takes the rows from the tree anew. */
  list(): void {
    this.#rows = this.#key === '' ? this.#tree.list() : this.#sorted();
    this.#frame.table.setAttribute('aria-rowcount', `${this.#rows.length + 1}`);
    this.draw();
  }

  /** All boxes without children, of equal ones that are folded the first. */
  #sorted(): TableRow[] {
    const sign = this.#isDescending ? -1 : 1;
    const leaves = this.#model.boxes.filter(
      ({ id, children }) => children.length === 0 && this.#tree.standIn(id) === id,
    );
    const keyed = leaves.map(({ id }) => ({ row: { id, depth: 0 }, value: this.#value(id, this.#key) }));
    keyed.sort((a, b) => {
      const [x, y] = [a.value, b.value];
      // what has no value comes last either way
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      const order = typeof x === 'number' && typeof y === 'number' ? x - y : words.compare(`${x}`, `${y}`);
      return order * sign || a.row.id - b.row.id;
    });
    return keyed.map(({ row }) => row);
  }

  #isText(key: string): boolean {
    return key === 'layer' || key === 'outputs' || (this.#model.data.columns?.[Number(key)]?.isText ?? false);
  }

  #value(id: number, key: string): number | string | null {
    const box = this.#model.boxes[id]!;
    if (key === 'layer') return box.path;
    if (this.#model.data.columns) return this.#model.data.columns[Number(key)]!.values[id] ?? null;
    if (key === 'outputs') return box.outputs.join(', ') || null;
    const amount = box.amounts[key as MetricName];
    // an error of 0 is a number; other amounts of 0 are shown as nothing
    return amount > 0 || (amount === 0 && key === 'error') ? amount : null;
  }

  /** Marks the row of a box. @param isShown whether the table scrolls to it */
  select(id: number | undefined, isShown: boolean): void {
    this.#selected = id;
    const at = this.#rows.findIndex((row) => row.id === id);
    const { scroll } = this.#frame;
    const top = at * rowHeight;
    const isOut = top < scroll.scrollTop || top + rowHeight > scroll.scrollTop + scroll.clientHeight - headHeight;
    if (isShown && at >= 0 && isOut) scroll.scrollTop = Math.max(0, top - scroll.clientHeight / 2);
    this.draw();
  }

  #neighbour(key: string): number | undefined {
    const at = this.#rows.findIndex(({ id }) => id === this.#selected);
    if (key === 'ArrowDown') return this.#rows[at + 1]?.id;
    if (key === 'ArrowUp') return this.#rows[Math.max(0, at - 1)]?.id;
    if (key === 'Home') return this.#rows[0]?.id;
    return key === 'End' ? this.#rows.at(-1)?.id : undefined;
  }

  #togglesOn(key: string): boolean {
    if (this.isSorted || !this.#tree.isGroup(this.#selected!)) return false;
    const isOpen = this.#tree.isOpen(this.#selected!);
    return key === 'Enter' || (key === 'ArrowRight' && !isOpen) || (key === 'ArrowLeft' && isOpen);
  }

  draw(): void {
    const { scroll, table } = this.#frame;
    const height = scroll.clientHeight || 600;
    const inChunks = (rows: number): number => Math.floor(rows / chunk) * chunk;
    const first = Math.max(0, inChunks(scroll.scrollTop / rowHeight) - spare);
    const end = inChunks((scroll.scrollTop + height) / rowHeight) + chunk + spare;
    const last = Math.min(this.#rows.length, end);
    const span = this.columns.length + 1;
    const space = (rows: number): string =>
      rows > 0 ? `<tr aria-hidden="true" style="height:${rows * rowHeight}px"><td colspan="${span}"></td></tr>` : '';
    const rows = this.#rows.slice(first, last).map((row, i) => this.#row(row, first + i));
    const html = space(first) + rows.join('') + space(this.#rows.length - last);
    // a row that stays can be clicked
    if (html === this.#drawn) return;
    this.#drawn = html;
    table.tBodies[0]!.innerHTML = html;
  }

  #row({ id, depth }: TableRow, at: number): string {
    const box = this.#model.boxes[id]!;
    const state = stateOf(box);
    const isOn = id === this.#selected;
    const isOp = box.kind === 'op' || box.kind === 'kernel' || box.kind === 'node';
    const attributes = [
      `data-id="${id}" data-path="${escaped(box.path)}" aria-rowindex="${at + 2}"`,
      state && `data-state="${state}"`,
      `class="${isOn ? 'on ' : ''}${isOp ? 'op' : ''}"`,
      isOn && 'aria-current="true"',
    ];
    const cells = this.columns.map((key) => this.#cell(box, key));
    return `<tr ${attributes.filter(Boolean).join(' ')}>${this.#head(box, depth)}${cells.join('')}</tr>`;
  }

  #head(box: Box, depth: number): string {
    const { id, path, role, type } = box;
    const isGroup = this.#tree.isGroup(id);
    const isOpen = this.#tree.isOpen(id);
    const title = titleOf(box);
    const twisty = isGroup
      ? `<button class="twisty" tabindex="-1" aria-expanded="${isOpen}" aria-label="${isOpen ? 'Close' : 'Open'} ${escaped(path)}"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="${isOpen ? 'M1.5 3 5 6.5 8.5 3' : 'M3 1.5 6.5 5 3 8.5'}"/></svg></button>`
      : '<i class="twisty"></i>';
    const twin = twinClass(this.#model, box);
    const dot = isGroup ? twin && `<i class="dot ${twin}"></i>` : `<i class="dot r-${role}"></i>`;
    const mark = markOf(box);
    const sign = mark && marks[mark] ? `<b class="mark s-${mark}" title="${markTitles[mark]}">${marks[mark]}</b>` : '';
    const note = mark === 'notRun' || mark === 'notReached' ? ` <em>${markTitles[mark]}</em>` : '';
    const start = `<th scope="row" title="${escaped(path)}" style="padding-left:${this.isSorted ? 8 : 8 + depth * 13}px">`;
    if (this.isSorted)
      return `${start}<div class="whole">${dot}${sign}<b>${escaped(type || title.type)}</b>${pathHtml(path)}${note}</div></th>`;
    return `${start}${twisty}${dot}${sign}<b>${escaped(title.type)}</b> <span>${escaped(title.name)}</span>${note}</th>`;
  }

  #cell(box: Box, key: string): string {
    const { columns } = this.#model.data;
    if (columns) {
      const { isText, texts } = columns[Number(key)]!;
      return `<td class="${isText ? 'text' : 'number'}">${escaped(texts[box.id] ?? '')}</td>`;
    }
    if (key === 'outputs') {
      const all = box.outputs.join(', ');
      return `<td class="text c-outputs" title="${escaped(all)}">${escaped(all)}</td>`;
    }
    const name = key as MetricName;
    const amount = box.amounts[name];
    if (name === 'error') return errorCell(amount, this.#model.data);
    if (amount <= 0) return '<td class="number"><span class="none">–</span></td>';
    const share = amount / (this.#model.total[name] || 1);
    const bar = share >= minBar ? `<i style="background-size:${(100 * Math.min(1, share)).toFixed(1)}% 100%"></i>` : '';
    const exact = name === 'timeMs' ? metrics[name].text(amount) : grouped(amount);
    return `<td class="number" title="${exact}, ${shareText(share)}">${bar}${metrics[name].text(amount)}</td>`;
  }
}

/** An error has no share; one beyond the tolerance is marked. */
function errorCell(error: number, { comparison }: Model['data']): string {
  if (error < 0) return '<td class="number"><span class="none">–</span></td>';
  const mark = error > comparison!.tolerance ? '<b class="mark s-differs" title="beyond the tolerance">!</b> ' : '';
  return `<td class="number">${mark}${metrics.error.text(error)}</td>`;
}

/** A long path loses its middle: of its two parts only the first one shrinks. */
function pathHtml(path: string): string {
  const isBreak = (at: number): boolean => path[at] === '.' || path[at] === '/';
  let at = Math.max(0, path.length - minEnd);
  while (at > 0 && path.length - at < maxEnd && !isBreak(at)) at--;
  return `<span class="path-start">${escaped(path.slice(0, at))}</span><span class="path-end">${escaped(path.slice(at))}</span>`;
}
