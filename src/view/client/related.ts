// Lines from and to the selected box, and further on: upstream and downstream.
import { addTo } from '../../addTo.ts';
import type { Model } from './model.ts';
import type { Scene, SceneLine } from './scene.ts';

/** `near`: an edge of the selected box itself. `beyond`: one that leads to it, or on from it, through others. */
export type Relation = 'near' | 'beyond';

/** By line of the scene. */
export function relatedLines({ boxes }: Model, scene: Scene, selected: number | undefined): Map<SceneLine, Relation> {
  const found = new Map<SceneLine, Relation>();
  if (selected === undefined) return found;
  const { edges, boxes: shown } = scene;
  const isInside = (id: number): boolean => {
    for (
      let at: number | undefined = id;
      at !== undefined && at !== -1;
      at = shown.get(at)?.parent ?? boxes[at]?.parent
    )
      if (at === selected) return true;
    return false;
  };
  const leaving = new Map<number, number[]>();
  const entering = new Map<number, number[]>();
  for (const [i, { from, to }] of edges.entries()) {
    addTo(leaving, from, i);
    addTo(entering, to, i);
  }
  const inside = new Map(scene.list.map(({ id }) => [id, isInside(id)]));
  const near = new Set([...edges.keys()].filter((i) => inside.get(edges[i]!.from) !== inside.get(edges[i]!.to)));
  const relation = new Map<number, Relation>();
  const follow = (next: ReadonlyMap<number, readonly number[]>, endOf: (edge: number) => number): void => {
    const seen = new Set<number>();
    const queue = scene.list.flatMap(({ id }) => (inside.get(id) ? [id] : []));
    for (let at = queue.pop(); at !== undefined; at = queue.pop())
      for (const edge of next.get(at) ?? []) {
        if (inside.get(at) && inside.get(endOf(edge))) continue;
        if (!relation.has(edge)) relation.set(edge, 'beyond');
        const end = endOf(edge);
        if (!seen.has(end)) queue.push(end);
        seen.add(end);
      }
  };
  follow(leaving, (edge) => edges[edge]!.to);
  follow(entering, (edge) => edges[edge]!.from);
  for (const edge of near) relation.set(edge, 'near');
  for (const line of scene.lines) {
    const relations = line.edges.map((edge) => relation.get(edge));
    if (relations.includes('near')) found.set(line, 'near');
    else if (relations.includes('beyond')) found.set(line, 'beyond');
  }
  return found;
}
