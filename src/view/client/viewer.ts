// The viewer: one model, which boxes are open, which one is selected, and the parts that show it.
import type { Direction } from '../../graph/layout/layout.ts';
import type { ViewData } from '../viewData.ts';
import { addressed, pathIn } from './address.ts';
import { BoxTexts } from './boxText.ts';
import { Camera, type Extent, firstView, fittedView, viewOf } from './camera.ts';
import { Canvas, type Shown } from './canvas.ts';
import { openFirst } from './firstOpen.ts';
import { type Frame, frameIn } from './frame.ts';
import { type Heat, heatOf, noHeat } from './heat.ts';
import { legendHtml } from './legend.ts';
import { type Actions, listen, type SelectOptions } from './listeners.ts';
import { firstMetric, guiltyBox, type MetricName, type Model, modelOf } from './model.ts';
import { panelHtml } from './panel.ts';
import { relatedLines } from './related.ts';
import { save } from './save.ts';
import { layoutScene, type Scene } from './scene.ts';
import { Search } from './search.ts';
import { EdgeSum } from './shownEdges.ts';
import { ShownTree } from './shownTree.ts';
import { Table } from './table.ts';
import { type Ruler, rulerFor } from './textRuler.ts';

export interface ViewerOptions {
  /** Whether the address of the page names the selected box. */
  readonly hasAddress: boolean;
}

export class Viewer implements Actions {
  readonly #model: Model;
  readonly #tree: ShownTree;
  readonly #frame: Frame;
  readonly #edges: EdgeSum;
  readonly #texts: BoxTexts;
  readonly #ruler: Ruler;
  readonly #canvas: Canvas;
  readonly #camera: Camera;
  readonly #table: Table;
  readonly #search: Search;
  readonly #hasAddress: boolean;
  #scene!: Scene;
  #shown!: Shown;
  #heat: Heat = noHeat;
  #metric: MetricName | undefined;
  #direction: Direction;
  #selected: number | undefined;
  /** Where the Tab key enters the tree. */
  #active: number | undefined;

  /** @param root is filled; its styles are the page's */
  constructor(root: HTMLElement, data: ViewData, { hasAddress }: ViewerOptions) {
    this.#model = modelOf(data);
    this.#tree = new ShownTree(this.#model);
    this.#frame = frameIn(root, this.#model);
    this.#edges = new EdgeSum(this.#model);
    this.#ruler = rulerFor(getComputedStyle(this.#frame.root).fontFamily);
    this.#texts = new BoxTexts(this.#model, this.#tree, this.#ruler);
    const parts = { model: this.#model, tree: this.#tree, texts: this.#texts, ruler: this.#ruler };
    this.#canvas = new Canvas(parts, this.#frame.world);
    this.#camera = new Camera((isAtRest) => this.#onMove(isAtRest));
    this.#hasAddress = hasAddress;
    this.#direction = data.start.direction ?? 'down';
    this.#metric = firstMetric(data);
    const toggle = (id: number): void => this.toggle(id, { go: true });
    const select = (id: number): void => this.select(id, { go: true });
    this.#table = new Table(this.#model, this.#tree, this.#frame, { select, toggle });
    this.#search = new Search(this.#model, this.#tree, this.#frame, (id) => this.select(id, { go: true, focus: true }));
  }

  /** Draws the first picture and listens to the reader from then on. */
  start(): void {
    const { data } = this.#model;
    openFirst(this.#model, this.#tree);
    this.#layout();
    this.#camera.set(firstView(this.#scene, this.#window, this.#scene.list[0], this.#direction));
    if (data.start.sort !== undefined) this.#table.sortBy(data.start.sort);
    this.#refresh();
    this.setView(data.start.at ?? 'graph');
    listen(this, this.#frame, { camera: this.#camera, tree: this.#tree, hasAddress: this.#hasAddress });
    if (data.start.search !== undefined) {
      this.#frame.search.value = data.start.search;
      this.#search.run();
    }
    const path = this.#hasAddress ? pathIn(location.hash) : undefined;
    if (path !== undefined) this.selectPath(path);
    else if (data.failure && data.failure.node >= 0) this.select(data.failure.node, { go: true });
    else this.select(guiltyBox(this.#model)?.id, { go: true });
  }

  /** Glides to a view of everything that is open. */
  fit(): void {
    this.#camera.glide(fittedView(this.#scene, this.#window));
  }

  /** Zooms at the middle of the view. */
  zoomBy(factor: number): void {
    const { width, height } = this.#window;
    this.#camera.zoomBy(factor, width / 2, height / 2);
  }

  /** Selects the box with this path, if there is one. */
  selectPath(path: string | undefined): void {
    const id = path === undefined ? undefined : this.#model.byPath.get(path);
    if (id !== undefined) this.select(id, { go: true });
  }

  /** Selects the box that failed. */
  selectFailed(): void {
    const { failure } = this.#model.data;
    if (failure && failure.node >= 0) this.select(failure.node, { go: true, focus: true });
  }

  /** Remembers where the Tab key enters the tree. */
  setActive(id: number): void {
    this.#active = id;
  }

  /** Draws anew in the colours of the theme. */
  recolour(): void {
    this.#colour();
    this.#draw();
  }

  /** Draws what the new size of the page shows. */
  resize(): void {
    this.#draw();
    this.#table.draw();
  }

  focusSearch(): void {
    this.#frame.search.focus();
    this.#frame.search.select();
  }

  get #window(): Extent {
    const { width, height } = this.#frame.svg.getBoundingClientRect();
    return { width, height };
  }

  #layout(): void {
    this.#scene = layoutScene({
      model: this.#model,
      tree: this.#tree,
      texts: this.#texts,
      ruler: this.#ruler,
      edges: this.#edges.of(this.#tree),
      direction: this.#direction,
    });
    this.#colour();
  }

  #colour(): void {
    const ramp = getComputedStyle(this.#frame.root).getPropertyValue('--ramp');
    this.#heat = heatOf(this.#model, this.#scene, this.#metric, ramp);
    this.#frame.legend.innerHTML = legendHtml(this.#model, this.#heat);
  }

  /** Draws graph, table and panel as things are now. */
  #refresh(): void {
    this.#draw();
    this.#table.list();
    this.#showPanel();
  }

  #draw(): void {
    const active = this.#active !== undefined && this.#scene.boxes.has(this.#active) ? this.#active : undefined;
    this.#shown = {
      scene: this.#scene,
      heat: this.#heat,
      selected: this.#selected,
      active: this.#selected ?? active ?? this.#scene.list[0]?.id,
      related: relatedLines(this.#model, this.#scene, this.#selected),
    };
    this.#canvas.draw(this.#shown, this.#camera.view, this.#window);
  }

  #showPanel(): void {
    const { edges } = this.#scene;
    const facts = { model: this.#model, tree: this.#tree, edges, metric: this.#texts.metric };
    this.#frame.panel.innerHTML = panelHtml(facts, this.#selected);
  }

  #onMove(isAtRest: boolean): void {
    this.#frame.zoom.textContent = `${Math.round(this.#camera.view.zoom * 100)} %`;
    // before the first picture there is nothing to move
    if (!this.#shown) return;
    if (isAtRest) this.#draw();
    else this.#canvas.move(this.#shown, this.#camera.view, this.#window);
  }

  /** Lays out anew what changed, and keeps a box where it is on the screen. @param after the id of that box then */
  #keepInPlace(before: number, change: () => void, after = before): void {
    const old = this.#scene.boxes.get(before);
    change();
    this.#layout();
    const now = this.#scene.boxes.get(after);
    if (old && now) {
      const { x, y, zoom } = this.#camera.view;
      const isDown = this.#direction === 'down';
      const dx = isDown ? old.x + old.width / 2 - now.x - now.width / 2 : old.x - now.x;
      const dy = isDown ? old.y - now.y : old.y + Math.min(old.height, 46) / 2 - now.y - Math.min(now.height, 46) / 2;
      this.#camera.set({ x: x + dx * zoom, y: y + dy * zoom, zoom });
    }
    this.#refresh();
  }

  /** Opens or closes a group, which stays where it is and keeps the focus. */
  toggle(id: number, { go = false, focus = false }: SelectOptions = {}): void {
    if (!this.#tree.isGroup(id)) return;
    this.#selected = id;
    this.#active = id;
    this.#keepInPlace(id, () => {
      if (this.#tree.isOpen(id)) this.#tree.close(id);
      else this.#tree.openThrough(id);
    });
    this.#afterSelection({ go, focus });
  }

  unfold(fold: number): void {
    const first = this.#model.boxes[fold]!.children[0]!;
    this.#selected = first;
    this.#keepInPlace(fold, () => this.#tree.unfold(fold), first);
    this.#afterSelection({});
  }

  fold(fold: number): void {
    const first = this.#model.boxes[fold]!.children[0]!;
    this.#selected = fold;
    this.#keepInPlace(first, () => this.#tree.fold(fold), fold);
    this.#afterSelection({});
  }

  /** Selects a box, whose groups are opened; undefined selects nothing. */
  select(id: number | undefined, options: SelectOptions = {}): void {
    if (id === undefined) {
      this.#selected = undefined;
      this.#draw();
      this.#showPanel();
    } else {
      const isShown = this.#scene.boxes.has(id);
      const shown = isShown ? id : this.#tree.reveal(id);
      this.#selected = shown;
      this.#active = shown;
      if (!isShown) this.#layout();
      if (isShown) {
        this.#draw();
        this.#showPanel();
      } else this.#refresh();
    }
    this.#afterSelection(options);
  }

  #afterSelection({ go = false, focus = false }: SelectOptions): void {
    const id = this.#selected;
    this.#table.select(id, true);
    if (this.#hasAddress) addressed(id === undefined ? undefined : this.#model.boxes[id]!.path);
    const box = id === undefined ? undefined : this.#scene.boxes.get(id);
    const to = go && box && viewOf(box, this.#window, this.#camera.view);
    if (focus && id !== undefined) this.#canvas.itemOf(id)?.focus({ preventScroll: true });
    if (to) this.#camera.glide(to);
  }

  setMetric(metric: MetricName | undefined): void {
    this.#metric = metric;
    this.#texts.metric = metric ?? this.#model.known[0] ?? 'params';
    this.#colour();
    this.#draw();
    this.#showPanel();
  }

  turn(): void {
    this.#direction = this.#direction === 'down' ? 'right' : 'down';
    this.#frame.root.querySelector('[data-do=turn]')!.setAttribute('aria-pressed', `${this.#direction === 'right'}`);
    this.#layout();
    this.#camera.set(firstView(this.#scene, this.#window, this.#scene.list[0], this.#direction));
    this.#refresh();
  }

  /** Which part a narrow page shows. */
  setView(view: string): void {
    const { root } = this.#frame;
    root.dataset.view = view;
    for (const button of root.querySelectorAll<HTMLElement>('nav button'))
      button.setAttribute('aria-pressed', `${button.dataset.view === view}`);
    this.#draw();
    this.#table.draw();
  }

  async save(format: string): Promise<void> {
    const parts = { model: this.#model, tree: this.#tree, texts: this.#texts, ruler: this.#ruler };
    const { status } = this.#frame;
    try {
      status.textContent = `saved ${await save(format, this.#shown, parts, this.#frame, this.#table.rows)}`;
    } catch (error) {
      status.textContent = `cannot save: ${(error as Error).message}`;
      status.classList.remove('hidden');
    }
  }
}
