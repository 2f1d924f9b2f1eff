// A picture in Graphviz's language. Groups are clusters, which Graphviz lays out itself.
import type { Direction } from '../graph/layout/layout.ts';
import { type AmountName, childrenOf, type Picture, type PictureNode } from '../graph/picture/picture.ts';
import { spelled } from '../text/printable.ts';
import { shapeText } from './amountText.ts';
import { plainLabel } from './plainLabel.ts';

export interface DotOptions {
  /** `down` by default. */
  readonly direction?: Direction;
  readonly show?: readonly AmountName[];
}

const colours = {
  end: '#1c1d1f',
  weights: '#2f6db5',
  norm: '#8159a8',
  activation: '#b06a00',
  merge: '#1b7f74',
  pool: '#b8446b',
  other: '#83868c',
} satisfies Record<PictureNode['role'], string>;

export function dot(picture: Picture, { direction = 'down', show = [] }: DotOptions = {}): string {
  const { nodes, edges, name } = picture;
  const { of, top } = childrenOf(picture);
  const lines = [
    `digraph ${quoted(name)} {`,
    `  graph [rankdir=${direction === 'down' ? 'TB' : 'LR'}, fontname="Helvetica", fontsize=12, style="rounded,filled", color="#dcdcd7", fillcolor="#f7f7f5", labeljust=l, nodesep=0.3, ranksep=0.35]`,
    '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="Helvetica", fontsize=11, height=0.35]',
    '  edge [fontname="Helvetica", fontsize=9, color="#7f827d", fontcolor="#5c5f66", arrowsize=0.6]',
  ];
  // what is inside a group follows it, so that names keep their order however deep they stand
  const walk: (number | 'end')[] = [...top].reverse();
  let indent = '  ';
  while (walk.length > 0) {
    const at = walk.pop()!;
    if (at === 'end') {
      indent = indent.slice(2);
      lines.push(`${indent}}`);
      continue;
    }
    const node = nodes[at]!;
    const label = `label=${quoted(plainLabel(node, show))}, tooltip=${quoted(node.path)}`;
    if (of[at]!.length === 0) {
      lines.push(`${indent}n${at} [${label}${look(node)}]`);
      continue;
    }
    lines.push(`${indent}subgraph cluster_${at} {`);
    indent += '  ';
    lines.push(`${indent}graph [${label}]`);
    walk.push('end', ...[...of[at]!].reverse());
  }
  for (const { from, to, shape, control } of edges) {
    const text = shapeText(shape);
    const attributes = [...(text === '' ? [] : [`label=${quoted(text)}`]), ...(control ? ['style=dotted'] : [])];
    lines.push(`  n${from} -> n${to}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''}`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function look({ role, state }: PictureNode): string {
  if (state === 'failed') return ', color="#b3162e", fillcolor="#fde8ea", penwidth=2';
  if (state) return ', style="rounded,dashed", fontcolor="#5c5f66"';
  if (role === 'end') return ', fillcolor="#1c1d1f", fontcolor=white';
  return `, color="${colours[role]}"`;
}

/** Graphviz's scanner takes 16,384 bytes of one string; longer ones are joined by `+`. */
const maxPiece = 4000;

/** A string in quotes. Backslashes and entities mean something in labels, and quotes end them. */
function quoted(text: string): string {
  const pieces: string[] = [];
  const characters = [...spelled(text)];
  for (let i = 0; i < characters.length || i === 0; i += maxPiece) {
    const piece = characters.slice(i, i + maxPiece).join('');
    pieces.push(`"${piece.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/&/g, '&amp;')}"`);
  }
  return pieces.join(' + ');
}
