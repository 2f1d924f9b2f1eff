// A picture as a flowchart of Mermaid, small enough for the limits that Mermaid has by default.
import type { Direction } from '../graph/layout/layout.ts';
import { closeGroups } from '../graph/picture/closeGroups.ts';
import { type AmountName, childrenOf, type Picture, type PictureNode } from '../graph/picture/picture.ts';
import { shapeText } from './amountText.ts';
import { plainLabel } from './plainLabel.ts';

export interface MermaidOptions {
  /** `down` by default. */
  readonly direction?: Direction;
  readonly show?: readonly AmountName[];
}

/** Mermaid's `maxTextSize` and `maxEdges`. */
const maxCharacters = 50_000;
const maxEdges = 500;

/** What does not fit is folded, from the innermost groups outwards; the first line says so. */
export function mermaid(picture: Picture, options: MermaidOptions = {}): string {
  const depths = depthsOf(picture);
  const deepest = depths.reduce((a, b) => Math.max(a, b), 0);
  for (let depth = deepest; ; depth--) {
    const smaller = depth === deepest ? picture : closeGroups(picture, (_, level) => level >= depth);
    const note =
      depth === deepest
        ? ''
        : `%% groups from depth ${depth + 1} on are closed: Mermaid draws ${maxEdges} edges and ${maxCharacters} characters\n`;
    const fits = smaller.edges.length <= maxEdges;
    const text = fits || depth === 0 ? note + flowchart(smaller, options) : '';
    if (fits && text.length <= maxCharacters) return text;
    if (depth === 0) return cutToLimits(smaller, options);
  }
}

/** What `mermaid` says in the first line of its text, of what did not fit. */
export const mermaidNote = (text: string): string | undefined => /^%% (.*)/.exec(text)?.[1];

/** Of a flat model that is too long: its first boxes, and one for all others. */
function cutToLimits(picture: Picture, options: MermaidOptions): string {
  for (let count = Math.min(picture.nodes.length, maxEdges); ; count = Math.floor(count / 2)) {
    const rest: PictureNode = {
      parent: -1,
      path: '…',
      name: '',
      type: `${picture.nodes.length - count} more`,
      kind: 'scope',
      role: 'other',
      outputs: [],
      amounts: {},
      size: picture.nodes.length - count,
    };
    const known = new Set<string>();
    const edges = picture.edges.flatMap((edge) => {
      const [from, to] = [Math.min(edge.from, count), Math.min(edge.to, count)];
      if (from === to || known.has(`${from} ${to}`)) return [];
      known.add(`${from} ${to}`);
      return [{ ...edge, from, to }];
    });
    const text = flowchart({ ...picture, nodes: [...picture.nodes.slice(0, count), rest], edges }, options);
    const note = `%% ${rest.type}: Mermaid draws ${maxEdges} edges and ${maxCharacters} characters\n`;
    if ((edges.length <= maxEdges && note.length + text.length <= maxCharacters) || count < 2) return note + text;
  }
}

function depthsOf({ nodes }: Picture): number[] {
  const depths: number[] = [];
  for (const { parent } of nodes) depths.push(parent === -1 ? 0 : depths[parent]! + 1);
  return depths;
}

function flowchart(picture: Picture, { direction = 'down', show = [] }: MermaidOptions): string {
  const { nodes, edges } = picture;
  const { of, top } = childrenOf(picture);
  const lines = [`flowchart ${direction === 'down' ? 'TB' : 'LR'}`];
  const walk: (number | 'end')[] = [...top].reverse();
  let depth = 1;
  while (walk.length > 0) {
    const at = walk.pop()!;
    if (at === 'end') depth--;
    const indent = ' '.repeat(depth);
    if (at === 'end') {
      lines.push(`${indent}end`);
      continue;
    }
    const label = quoted(plainLabel(nodes[at]!, show));
    if (of[at]!.length === 0) {
      const isRound = nodes[at]!.kind === 'op' || nodes[at]!.kind === 'kernel' || nodes[at]!.role === 'end';
      lines.push(`${indent}n${at}${isRound ? `([${label}])` : `[${label}]`}`);
      continue;
    }
    lines.push(`${indent}subgraph g${at}[${label}]`);
    depth++;
    walk.push('end', ...[...of[at]!].reverse());
  }
  for (const { from, to, shape, control } of edges) {
    const text = shapeText(shape);
    const arrow = control ? '-.->' : '-->';
    lines.push(` n${from} ${arrow}${text === '' ? '' : `|${text}|`} n${to}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * In quotes, with all that Mermaid, its Markdown or HTML could read otherwise as an entity, the colon of an icon's name too; an
 * empty text is a space. An underscore or hyphen within a word is none of their marks.
 */
const quoted = (text: string): string =>
  `"${text.replace(/(?!(?<=[\p{L}\p{N}])[_-](?=[\p{L}\p{N}]))[^\p{L}\p{N} ,.×·–…]/gu, (character) => `#${character.codePointAt(0)};`).replace(/^(\d+)\./, '$1#46;') || ' '}"`;
