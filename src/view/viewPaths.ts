// The paths of the boxes of a page's data.
import type { ViewData } from './viewData.ts';

/** Marks a path that begins with that of its parent, which is left out. */
export const below = '\u0000';

/** By index of the box. */
export function pathsOf({ nodes: { parent, path } }: Pick<ViewData, 'nodes'>): string[] {
  const paths: string[] = [];
  for (const [id, own] of path.entries())
    paths.push(own.startsWith(below) ? paths[parent[id]!]! + own.slice(below.length) : own);
  return paths;
}
