// Style html: one page without other files, whose table sorts by a click on a head.
import { printable } from '../../text/printable.ts';
import { formats } from '../column.ts';
import type { Style } from '../style.ts';
import { conventionNotes } from '../summaryFacts.ts';
import { type Facts, type FailedFacts, layerTableOptions, type TableOptions, tableModel } from '../tableModel.ts';

const style = `body{font:14px system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}
th,td{padding:.2rem .7rem;text-align:left;white-space:pre;border-bottom:1px solid #ddd}
th{position:sticky;top:0;background:#fff}th button{all:unset;cursor:pointer;font-weight:600}
th[aria-sort=descending] button::after{content:' \\2193'}th[aria-sort=ascending] button::after{content:' \\2191'}
td.n{text-align:right;font-variant-numeric:tabular-nums}
@media(prefers-color-scheme:dark){body,th{background:#111;color:#eee}th,td{border-color:#333}}`;

// the first click on a head sorts numbers from the largest and words from A, the third restores the model's order
const script = `const body=document.querySelector('tbody'),rows=[...body.rows];let at=-1,turn=0;
document.querySelectorAll('th').forEach((th,i)=>th.querySelector('button').addEventListener('click',()=>{
turn=at===i?(turn+1)%3:1;at=i;const key=r=>r.cells[i].dataset.v;const n=th.dataset.n==='1';
const of=r=>key(r)===''?-Infinity:Number(key(r));
const by=(a,b)=>n?(of(a)===of(b)?0:of(b)-of(a)):key(a).localeCompare(key(b));
const next=turn===0?rows:[...rows].sort((a,b)=>turn===1?by(a,b):by(b,a));
document.querySelectorAll('th').forEach(h=>h.removeAttribute('aria-sort'));
if(turn)th.setAttribute('aria-sort',(turn===1)===n?'descending':'ascending');body.replaceChildren(...next)}));`;

export const htmlStyle: Style = {
  describe: 'one page with a table that sorts by a click, without other files',
  needs: 'modules',
  takes: [...layerTableOptions, 'memoryBudgetBytes'],
  printsNotes: true,
  notes: conventionNotes,
  render: ({ facts }, options) => html(facts(), options),
};

/** One page with a table that sorts by a click on a head. */
export function html(facts: Facts | FailedFacts, options: TableOptions = {}): string {
  const { columns, lines, footer, notes } = tableModel(facts, options);
  const heads = columns.map(
    ([, { title, unit }]) => `<th scope="col" data-n="${unit === 'text' ? 0 : 1}"><button>${title}</button></th>`,
  );
  const rows = lines.map((line) => {
    const cells = columns.map(([name, { unit, value }]) => {
      const raw = value(line, facts.totals);
      const indent =
        name === 'name'
          ? ` style="padding-left:${(0.7 + line.depth * 1.2).toFixed(1)}rem" title="${entities(line.layer.path)}"`
          : '';
      const number = unit === 'text' || unit === 'bar' ? '' : ' class="n"';
      return `<td${number}${indent} data-v="${entities(`${raw ?? ''}`)}">${entities(formats[unit](raw))}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const title = `${entities(facts.root.type)} summary`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body>
<h1>${title}</h1>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<ul>
${footer.map(([text, value, unit]) => `<li>${text}: ${formats[unit](value)}</li>`).join('\n')}
${notes.map((note) => `<li>note: ${entities(note)}</li>`).join('\n')}
</ul>
<script>${script}</script>
</body></html>
`;
}

function entities(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return printable(text).replace(/[&<>"']/g, (mark) => marks[mark]!);
}
