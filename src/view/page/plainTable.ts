// The outermost boxes as a plain table, for browsers that run no script.
import { escapeXml } from '../../formats/escapeXml.ts';
import type { ViewData } from '../viewData.ts';

export function plainTable({ name, nodes, words }: ViewData): string {
  const rows = nodes.parent.flatMap((parent, id) => {
    if (parent !== -1) return [];
    const outputs = nodes.outputs[id]!.map((word) => words[word]!).join(', ');
    const cells = [nodes.path[id]!, words[nodes.type[id]!]!, outputs].map((text) => `<td>${escapeXml(text)}</td>`);
    return [`<tr>${cells.join('')}</tr>`];
  });
  return `<div class="plain"><h1>${escapeXml(name)}</h1><p>The graph needs a browser that runs scripts.</p><table><tr><th>Layer</th><th>Type</th><th>Output</th></tr>${rows.join('')}</table></div>`;
}
