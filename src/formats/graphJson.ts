// A picture as JSON, for other programs; docs/graph.schema.json describes it. `parseGraphJson` reads it back.

import { UserError } from '../errors.ts';
import type { Direction } from '../graph/layout/layout.ts';
import type { Picture, PictureAmounts, PictureEdge, PictureNode } from '../graph/picture/picture.ts';
import { draw } from './drawing.ts';

/** Goes up when a reader of an earlier version would misread what is written. */
const graphJsonVersion = 1;
const format = 'gmlp-viz graph';

export interface GraphJsonOptions {
  /** Adds positions of boxes and paths of edges, in pixels. */
  readonly layout?: boolean;
  /** Of the layout; `down` by default. */
  readonly direction?: Direction;
}

/** Names stand whole in it; an unknown amount is null. */
export function graphJson(picture: Picture, { layout = false, direction = 'down' }: GraphJsonOptions = {}): string {
  const drawn = layout ? draw(picture, { direction }).layout : undefined;
  const nodes = picture.nodes.map(({ parent, amounts, size, ...node }, id) => {
    const { x, y, width, height } = drawn?.boxes[id] ?? {};
    return {
      id,
      parent: parent === -1 ? null : parent,
      ...node,
      ...amounts,
      size,
      ...(drawn && { box: { x, y, width, height } }),
    };
  });
  const routes = drawn?.routes.map(({ edges, points, back }) => ({
    edges,
    points: points.map(({ x, y }) => [x, y]),
    ...(back && { back }),
  }));
  const { name, edges } = picture;
  const whole = {
    format,
    version: graphJsonVersion,
    name,
    nodes,
    edges,
    ...(drawn && { layout: { direction, width: drawn.width, height: drawn.height, routes } }),
  };
  return `${JSON.stringify(whole)}\n`;
}

/** A node as it is written: its amounts stand beside its names. */
type JsonNode = Omit<PictureNode, 'parent' | 'amounts'> &
  PictureAmounts & { readonly id: number; readonly parent: number | null; readonly box?: unknown };

/**
 * Reads what `graphJson` wrote.
 * @throws UserError for another format or version, and for parents and edges that name no node
 */
export function parseGraphJson(text: string, source: string): Picture {
  const whole = parsed(text, source);
  if (whole?.format !== format) throw new UserError(`${source} must be a graph as JSON, got another format`);
  if (whole.version !== graphJsonVersion)
    throw new UserError(`${source} must be of version ${graphJsonVersion}, got version ${whole.version}`);
  const nodes = (whole.nodes as readonly JsonNode[]).map((entry, i): PictureNode => {
    const { id: _, parent, params, macs, memoryBytes, timeMs, box: __, ...node } = entry;
    if (parent !== null && !(Number.isInteger(parent) && parent >= 0 && parent < i))
      throw new UserError(`${source}: the parent of node ${i} must come before it, got ${parent}`);
    // JSON has no NaN
    const given = Object.entries({ params, macs, memoryBytes, timeMs }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value ?? Number.NaN] as const],
    );
    return { ...node, parent: parent ?? -1, amounts: Object.fromEntries(given) };
  });
  const edges = whole.edges as readonly PictureEdge[];
  for (const [i, { from, to }] of edges.entries())
    for (const end of [from, to])
      if (!nodes[end]) throw new UserError(`${source}: edge ${i} must join nodes, got ${end}`);
  return { name: `${whole.name}`, nodes, edges };
}

function parsed(text: string, source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${source} must be JSON: ${(error as Error).message}`, { cause: error });
  }
}
