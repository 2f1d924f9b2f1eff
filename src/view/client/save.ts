// The graph as an SVG or PNG file, and the table as CSV.

import { type MarkupParts, nearMarkup } from './boxMarkup.ts';
import { lineClass, type Shown } from './canvas.ts';
import type { Frame } from './frame.ts';
import { lineMarkup } from './lineMarkup.ts';
import type { MetricName } from './model.ts';
import type { TableRow } from './table.ts';
import { escaped } from './wording.ts';

/** Pixels of a PNG for one of the page, and the widest that browsers draw. */
const pngScale = 2;
const maxPngSide = 8192;

/** Offers a file for download. @returns its name */
export async function save(
  format: string,
  shown: Shown,
  parts: MarkupParts,
  frame: Frame,
  rows: readonly TableRow[],
): Promise<string> {
  const name = `${parts.model.data.name.replace(/[^\w.-]+/g, '-') || 'model'}.${format}`;
  const blob =
    format === 'csv'
      ? new Blob([csvOf(parts, rows)], { type: 'text/csv' })
      : format === 'svg'
        ? new Blob([svgOf(shown, parts, frame)], { type: 'image/svg+xml' })
        : await pngOf(shown, parts, frame);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return name;
}

/** All that is open, in the colours of the page. */
function svgOf({ scene, heat, related }: Shown, parts: MarkupParts, frame: Frame): string {
  const { width, height } = scene;
  const boxes = scene.list.map((box) => {
    const { className, item, beside } = nearMarkup(parts, box, heat);
    const title = `<title>${escaped(parts.model.boxes[box.id]!.path)}</title>`;
    return `<g class="${className}" transform="translate(${box.x} ${box.y})">${title}${item}${beside}</g>`;
  });
  const lines = scene.lines.map((line) => {
    const className = lineClass(line, scene, parts.model, related.get(line));
    return `<g class="${className}">${lineMarkup(line, scene.direction, false)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" class="canvas" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escaped(parts.model.data.name)}</title><style>${stylesOf(frame)}</style>
<rect class="ground" width="${width}" height="${height}"/>${boxes.join('\n')}
${lines.join('\n')}</svg>
`;
}

/** The rules of the graph with the values of the page's colours: programs for pictures know no variables. */
function stylesOf({ root, svg }: Frame): string {
  const computed = getComputedStyle(root);
  const rules: string[] = [];
  const home = svg.getRootNode() as Document | ShadowRoot;
  for (const sheet of home.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSStyleRule && rule.selectorText.startsWith('.canvas')) rules.push(rule.cssText);
  const font = `.canvas text{font-family:${computed.fontFamily}}`;
  return [font, ...rules]
    .join('\n')
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => computed.getPropertyValue(name).trim());
}

async function pngOf(shown: Shown, parts: MarkupParts, frame: Frame): Promise<Blob> {
  const { width, height } = shown.scene;
  const scale = Math.min(pngScale, maxPngSide / Math.max(width, height));
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(shown, parts, frame))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
  });
}

/** The rows of the table as it is, whole numbers in place of short ones. */
function csvOf({ model }: MarkupParts, rows: readonly TableRow[]): string {
  const { columns } = model.data;
  const titles = columns
    ? columns.map(({ title }) => title)
    : ['Output', ...model.known.map((name) => csvTitles[name])];
  const lines = rows.map(({ id }) => {
    const box = model.boxes[id]!;
    const own = columns
      ? columns.map(({ values }) => values[id] ?? '')
      : [box.outputs.join(' '), ...model.known.map((name) => (box.amounts[name] < 0 ? '' : box.amounts[name]))];
    return [box.path, box.type, ...own, ...(model.data.against === undefined ? [] : [box.rare.change ?? ''])];
  });
  const head = ['Path', 'Type', ...titles, ...(model.data.against === undefined ? [] : ['Change'])];
  // rows of RFC 4180
  return [head, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

const csvTitles = {
  params: 'Params',
  macs: 'MACs',
  memoryBytes: 'Memory (bytes)',
  timeMs: 'Time (ms)',
  error: 'Error',
} satisfies Record<MetricName, string>;

/** Quoted where needed; a spreadsheet takes a text that begins with = + - @ for a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return `${value}`;
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
