// The layers as a plain table, for browsers that run no script.

import { grouped } from '../../text/numberText.ts';
import { printable } from '../../text/printable.ts';
import type { ViewData } from '../viewData.ts';
import { viewKinds } from '../viewData.ts';
import { pathsOf } from '../viewPaths.ts';

/** More rows are for the graph. */
const maxRows = 100;
const maxOutputs = 200;

/** HTML of the first boxes, the totals and the notes. */
export function plainTable(data: ViewData): string {
  const { name, nodes, rare, words, totals, notes, failure, facts = [] } = data;
  const paths = pathsOf(data);
  const rows: string[] = [];
  const fold = viewKinds.indexOf('fold');
  for (let id = 0; id < nodes.parent.length && rows.length < maxRows; id++) {
    if (nodes.kind[id] === fold) continue;
    const outputs = nodes.outputs[id]!.map((word) => words[word]!).join(', ');
    const params = nodes.amounts.params?.[id] ?? 0;
    const shown = rare[id]?.state === 'failed' ? '✗ fails here' : outputs.slice(0, maxOutputs);
    const cells = [paths[id]!, words[nodes.type[id]!]!, shown, params > 0 ? grouped(params) : ''];
    rows.push(`<tr>${cells.map((text) => `<td>${entities(text)}</td>`).join('')}</tr>`);
  }
  const about = [...notes, ...(rows.length < maxRows ? [] : ['only the first layers are listed'])];
  const amounts = [
    ...totals.map(({ title, value }) => `${title}: ${grouped(value)}`),
    ...facts.map(([title, value]) => `${title}: ${value}`),
  ];
  const heads = ['Layer', 'Type', 'Output', 'Params'].map((head) => `<th scope="col">${head}</th>`);
  return `<div class="plain"><h1>${entities(name)}</h1><p>The graph needs a browser that runs scripts and unpacks gzip.</p>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
${list(about.map((note) => `note: ${note}`))}${failure ? `<p>${entities(failure.message)}</p>` : ''}${list(amounts)}</div>`;
}

const list = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>\n${lines.map((line) => `<li>${entities(line)}</li>`).join('\n')}\n</ul>`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Printable text of one line, safe in HTML. */
export const entities = (text: string): string => printable(text).replace(/[&<>"']/g, (mark) => marks[mark]!);
