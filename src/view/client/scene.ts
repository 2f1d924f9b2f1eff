// Where everything stands: the open boxes and the lines between them, laid out.
import type { Direction, Layout, LayoutBox, LayoutEdge, Rect, Route } from '../../graph/layout/layout.ts';
import { layoutGraph } from '../../graph/layout/layoutGraph.ts';
import { type BoxShape, type BoxSize, type BoxTexts, titleHeight } from './boxText.ts';
import type { Model } from './model.ts';
import type { ShownEdge } from './shownEdges.ts';
import { modelId, type ShownTree } from './shownTree.ts';
import type { Ruler } from './textRuler.ts';

export interface SceneBox extends Rect {
  readonly id: number;
  /** The box around it as shown. */
  readonly parent: number;
  readonly depth: number;
  readonly shape: BoxShape;
  /** Room of the texts in the title band of an open group. */
  readonly titleWidth: number;
  /** Room that its title band has up to the first line across it. */
  readonly titleRoom: number;
}

export interface SceneLine extends Rect {
  /** The same line of another scene has the same key. */
  readonly key: string;
  readonly route: Route;
  /** Edges of `Scene.edges` that it is a part of. */
  readonly edges: readonly number[];
  /** Id of the box that it is drawn in. */
  readonly parent: number;
  readonly depth: number;
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | undefined;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly direction: Direction;
  /** In the order of the tree. */
  readonly list: readonly SceneBox[];
  readonly boxes: ReadonlyMap<number, SceneBox>;
  readonly lines: readonly SceneLine[];
  readonly edges: readonly ShownEdge[];
}

export interface SceneParts {
  readonly model: Model;
  readonly tree: ShownTree;
  readonly texts: BoxTexts;
  readonly ruler: Ruler;
  readonly edges: readonly ShownEdge[];
  readonly direction: Direction;
}

export function layoutScene({ model, tree, texts, ruler, edges, direction }: SceneParts): Scene {
  const shown = tree.list();
  const index = new Map(shown.map(({ id }, i) => [id, i]));
  const indexOf = (id: number): number => (id === modelId ? -1 : index.get(id)!);
  const labels = shapesOn(edges);
  const sizes = sizesOf(shown, tree, texts, edges, labels, ruler);
  const boxes = shown.map(({ id }, i): LayoutBox => {
    const size = sizes[i]!;
    const box = { parent: indexOf(tree.parent(id)), ...size, weight: model.boxes[id]!.amounts.params };
    return tree.isOpen(id) ? { ...box, title: { width: size.width, height: titleHeight } } : box;
  });
  const links = edges.map(({ from, to, output }, i): LayoutEdge => {
    const link = { from: indexOf(from), to: indexOf(to), output };
    const text = labels[i]!;
    return text === '' ? link : { ...link, label: { width: Math.ceil(ruler(text, 'small')) + 6, height: 14 } };
  });
  const unreached = unreachedInOrder(model, tree).map(([from, to]) => ({
    from: indexOf(from),
    to: indexOf(to),
    output: 0,
  }));
  const layout = layoutGraph({ boxes, edges: [...links, ...unreached] }, { direction });
  const titleRoom = titleRoomsOf(layout, direction);
  const list = shown.map(({ id, depth }, i): SceneBox => {
    const { parent } = boxes[i]!;
    const around = parent === -1 ? modelId : shown[parent]!.id;
    const title = { titleWidth: sizes[i]!.width, titleRoom: titleRoom[i]! };
    return { id, depth, parent: around, shape: texts.shapeOf(id), ...title, ...layout.boxes[i]! };
  });
  const taken = new Map<string, number>();
  const labelled = new Set<string>();
  const drawn = layout.routes.filter((route) => route.edges.some((edge) => edge < links.length));
  const lines = drawn.map((route): SceneLine => {
    const [from, to] = [list[route.from.box]!, list[route.to.box]!];
    const name = `${from.id}${route.from.border ? '|' : ''}>${to.id}${route.to.border ? '|' : ''}`;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const label = route.label;
    const text = label ? labels[route.edges.find((edge) => labels[edge] !== '') ?? -1] : undefined;
    // lines of one output share their beginning, and its label
    const spot = label && `${label.x} ${label.y}`;
    const isFirst = spot !== undefined && !labelled.has(spot);
    if (isFirst) labelled.add(spot);
    return {
      key: count === 1 ? name : `${name}#${count}`,
      route,
      edges: route.edges,
      ...parentOf(from, to),
      ...boundsOf(route),
      label:
        label && text && isFirst ? { text, x: label.x + label.width / 2, y: label.y + label.height / 2 } : undefined,
    };
  });
  const { width, height } = layout;
  return { width, height, direction, list, boxes: new Map(list.map((box) => [box.id, box])), lines, edges };
}

/** By box: its width, or the distance from its left to the first line that crosses its upper border. */
function titleRoomsOf({ boxes, routes }: Layout, direction: Direction): number[] {
  const room = boxes.map((rect) => rect!.width);
  if (direction === 'right') return room;
  for (const { from, to, points } of routes)
    for (const [{ box, border }, { x, y }] of [
      [from, points[0]!],
      [to, points.at(-1)!],
    ] as const) {
      const rect = boxes[box]!;
      if (border && y === rect.y) room[box] = Math.min(room[box]!, x - rect.x);
    }
  return room;
}

/** The box that a line between two boxes is drawn in: the one around both, or the one whose border it ends at. */
function parentOf(from: SceneBox, to: SceneBox): { readonly parent: number; readonly depth: number } {
  if (from.id === to.parent) return { parent: from.id, depth: from.depth + 1 };
  if (to.id === from.parent) return { parent: to.id, depth: to.depth + 1 };
  return { parent: from.parent, depth: from.depth };
}

function boundsOf({ points }: Route): Rect {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Widths and heights; the layers of a group are of one width, so that their numbers stand under each other. */
function sizesOf(
  shown: readonly { readonly id: number }[],
  tree: ShownTree,
  texts: BoxTexts,
  edges: readonly ShownEdge[],
  labels: readonly string[],
  ruler: Ruler,
): BoxSize[] {
  const sizes = shown.map(({ id }) => texts.sizeOf(id));
  const column = new Map<number, number>();
  const isColumn = (id: number): boolean => ['leaf', 'closed'].includes(texts.shapeOf(id));
  for (const [i, { id }] of shown.entries()) {
    const around = tree.parent(id);
    if (isColumn(id)) column.set(around, Math.max(column.get(around) ?? 0, sizes[i]!.width));
  }
  const outputs = roomForOutputs(edges, labels, ruler);
  return shown.map(({ id }, i) => {
    const { width, height } = sizes[i]!;
    const own = isColumn(id) ? column.get(tree.parent(id))! : width;
    return { width: tree.isOpen(id) ? own : Math.max(own, outputs.get(id) ?? 0), height };
  });
}

/** A box with two or three outputs is wide enough for the others to pass the label of the middle one. */
function roomForOutputs(
  edges: readonly ShownEdge[],
  labels: readonly string[],
  ruler: Ruler,
): ReadonlyMap<number, number> {
  const outputs = new Map<number, Set<number>>();
  const widest = new Map<number, number>();
  for (const [i, { from, output }] of edges.entries()) {
    const set = outputs.get(from) ?? new Set<number>();
    outputs.set(from, set.add(output));
    if (labels[i] !== '') widest.set(from, Math.max(widest.get(from) ?? 0, ruler(labels[i]!, 'small')));
  }
  const room = new Map<number, number>();
  for (const [id, { size }] of outputs)
    if (size === 2 || size === 3) room.set(id, 2 * Math.ceil(((widest.get(id) ?? 0) + 40 + (size - 2) * 12) / 2));
  return room;
}

/** Shapes where they differ from what the box took in; '' on other edges. */
function shapesOn(edges: readonly ShownEdge[]): string[] {
  const taken = new Map<number, Set<string>>();
  for (const { to, shape } of edges) taken.set(to, (taken.get(to) ?? new Set()).add(shape));
  // an output has one shape, whoever wrote the file
  const first = new Map<string, string>();
  return edges.map(({ from, output, shape, isControl }) => {
    const key = `${from} ${output}`;
    const text = first.get(key) ?? shape;
    first.set(key, text);
    return isControl || taken.get(from)?.has(text) ? '' : text;
  });
}

/**
 * Pairs of shown boxes, the second of which was not reached: it would have run after the first. Without an edge to them,
 * such boxes would stand beside the others.
 */
function unreachedInOrder({ boxes }: Model, tree: ShownTree): [from: number, to: number][] {
  if (!boxes.some(({ rare }) => rare.notReached)) return [];
  const inner = (id: number, at: 0 | -1): number => {
    let found = id;
    while (tree.isOpen(found)) found = tree.children(found).at(at)!;
    return found;
  };
  const open = [modelId, ...tree.list().flatMap(({ id }) => (tree.isOpen(id) ? [id] : []))];
  return open.flatMap((around) => {
    const siblings = tree.children(around);
    return siblings.flatMap((id, i): [number, number][] =>
      i > 0 && boxes[id]!.rare.notReached ? [[inner(siblings[i - 1]!, -1), inner(id, 0)]] : [],
    );
  });
}
