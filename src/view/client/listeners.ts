// What the reader does with pointer, keys and buttons, as calls of the viewer.
import { pathIn } from './address.ts';
import type { Camera } from './camera.ts';
import type { Frame } from './frame.ts';
import { listenToGestures } from './gestures.ts';
import type { MetricName } from './model.ts';
import type { ShownTree } from './shownTree.ts';
import { keyAction } from './treeKeys.ts';

export interface SelectOptions {
  /** Moves the view there if it is not readable where it is. */
  readonly go?: boolean;
  readonly focus?: boolean;
}

/** What the viewer does. */
export interface Actions {
  /** Selects a box, whose groups are opened; undefined selects nothing. */
  select(id: number | undefined, options?: SelectOptions): void;
  selectPath(path: string | undefined): void;
  selectFailed(): void;
  /** Opens or closes a group, which stays where it is. */
  toggle(id: number, options?: SelectOptions): void;
  unfold(fold: number): void;
  fold(fold: number): void;
  setMetric(metric: MetricName | undefined): void;
  setView(view: string): void;
  setActive(id: number): void;
  fit(): void;
  zoomBy(factor: number): void;
  turn(): void;
  focusSearch(): void;
  save(format: string): Promise<void>;
  recolour(): void;
  resize(): void;
}

export interface Listened {
  readonly camera: Camera;
  readonly tree: ShownTree;
  readonly hasAddress: boolean;
}

export function listen(actions: Actions, frame: Frame, { camera, tree, hasAddress }: Listened): void {
  const { graph, svg, root } = frame;
  listenToGestures(graph, svg, camera, {
    click: (target) => onClick(actions, tree, target),
    doubleClick: (target) => {
      if (!target.closest('[data-id]')) actions.fit();
    },
  });
  frame.tree.addEventListener('keydown', (event) => onTreeKey(actions, tree, event));
  frame.tree.addEventListener('focusin', (event) => actions.setActive(Number((event.target as SVGElement).dataset.id)));
  root.addEventListener('keydown', (event) => onKey(actions, event));
  root.addEventListener('click', (event) => onButton(actions, event.target as Element));
  root.addEventListener('change', (event) => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'colour') actions.setMetric((value || undefined) as MetricName | undefined);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => actions.recolour());
  new ResizeObserver(() => actions.resize()).observe(svg);
  if (!hasAddress) return;
  // keys that no part of the page took
  document.addEventListener('keydown', (event) => {
    if (event.target === document.body) onKey(actions, event);
  });
  addEventListener('hashchange', () => actions.selectPath(pathIn(location.hash)));
}

function onClick(actions: Actions, tree: ShownTree, target: Element): void {
  const item = target.closest<SVGElement>('[data-id]');
  if (!item) {
    actions.select(undefined);
    return;
  }
  const id = Number(item.dataset.id);
  const isButton = !tree.isOpen(id) || target.closest('.band') !== null;
  if (tree.isGroup(id) && isButton) actions.toggle(id, { focus: true });
  else actions.select(id, { focus: true });
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

function onTreeKey(actions: Actions, tree: ShownTree, event: KeyboardEvent): void {
  const item = (event.target as Element).closest<SVGElement>('[data-id]');
  if (!item || hasModifier(event)) return;
  const action = keyAction(tree, Number(item.dataset.id), event.key);
  if (!action) return;
  event.preventDefault();
  if ('to' in action) actions.select(action.to, { go: true, focus: true });
  else if ('toggle' in action) actions.toggle(action.toggle, { go: true, focus: true });
  else actions.select(action.select, { focus: true });
}

function onKey(actions: Actions, event: KeyboardEvent): void {
  const isTyped = (event.target as Element).closest('input[type=search]') !== null;
  if (isTyped || event.defaultPrevented || hasModifier(event)) return;
  if (event.key === '/') actions.focusSearch();
  else if (event.key === 'f') actions.fit();
  else if (event.key === '+' || event.key === '=') actions.zoomBy(1.25);
  else if (event.key === '-') actions.zoomBy(0.8);
  else if (event.key === 'Escape') actions.select(undefined);
  else return;
  event.preventDefault();
}

function onButton(actions: Actions, target: Element): void {
  const button = target.closest<HTMLElement>('button');
  if (!button) return;
  const { go, unfold, fold, view, do: action, save: format } = button.dataset;
  if (go !== undefined) actions.select(Number(go), { go: true });
  else if (unfold !== undefined) actions.unfold(Number(unfold));
  else if (fold !== undefined) actions.fold(Number(fold));
  else if (view !== undefined) actions.setView(view);
  else if (format !== undefined) void actions.save(format);
  else if (action === 'fit') actions.fit();
  else if (action === 'in') actions.zoomBy(1.25);
  else if (action === 'out') actions.zoomBy(0.8);
  else if (action === 'turn') actions.turn();
  else if (action === 'failed') actions.selectFailed();
}
