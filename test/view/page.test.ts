// The text of the page: what it holds, what it forbids, how large it is.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { trace, view, viewCell } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import type { ViewData } from '../../src/view/viewData.ts';
import { hostilePicture } from '../formats/pictures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { model, inputSize } = createGMLP('gmlp');
const record = trace(model, [{ shape: [1, ...inputSize] }]);
const page = view(record);

const unpacked = (html: string, id: string): string => {
  const [, text] = new RegExp(`id="${id}">([^<]*)<`).exec(html)!;
  return gunzipSync(Buffer.from(text!, 'base64')).toString();
};
const dataIn = (html: string): ViewData => JSON.parse(unpacked(html, 'data'));

test('the policy allows the two scripts of the page alone, and no request', () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
  const hash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const [, start] = /<script>(.*)<\/script>/s.exec(page)!;
  expect(policy!.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hash(start!)} ${hash(unpacked(page, 'code'))}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.match(/\s(?:src|href)=|url\(|@import/g)).toBe(null);
});

test('the same trace gives the same page, whose data are those of the model', () => {
  expect(view(record)).toBe(page);
  const { nodes, totals } = dataIn(page);
  expect(nodes.path).toContain('patcher');
  expect(totals[0]).toEqual({ title: 'Parameters', value: 915_688, unit: 'count' });
});

test('the page less its data is at most 60 KB compressed', () => {
  const bare = page.replace(/(id="data">)[^<]*/, '$1');
  expect(gzipSync(bare, { level: 9 }).length).toBeLessThan(60_000);
});

test('no folder of this machine stands in the page', () => {
  const whole = page + unpacked(page, 'data') + unpacked(page, 'code');
  for (const folder of [root, tmpdir(), process.env.HOME ?? '/root'].map((path) => path.replace(/\/$/, '')))
    if (folder !== '') expect(whole).not.toContain(folder);
});

test('hostile names end no element of the page, and come back whole', () => {
  const nodes = sumInside(hostilePicture.nodes).map((node) => ({ ...node, facts: {} }));
  const html = pageOf(packed({ ...hostilePicture, type: '</title>', nodes, totals: [], notes: ['<b>'] }));
  expect(html.match(/<\/?script\b[^>]*>/g)).toEqual([
    '<script type="application/gzip" id="data">',
    '</script>',
    '<script type="application/gzip" id="code">',
    '</script>',
    '<script>',
    '</script>',
  ]);
  expect(html.match(/<\/title>/g)).toHaveLength(1);
  expect(html).not.toMatch(/<b>|\p{Bidi_Control}/u);
  expect(dataIn(html).nodes.name.filter((name) => name.includes('alert(1)')).length).toBeGreaterThan(0);
});

test('a notebook shows the page in a frame', () => {
  const shown = viewCell(record, { name: 'seed' })[Symbol.for('Jupyter.display')]!();
  expect(shown['text/plain']).toBe('the graph of seed');
  const [, text] = /^<iframe srcdoc="([^"]*)"/.exec(shown['text/html']!)!;
  expect(text!.replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(view(record, { name: 'seed' }));
});

test('levels and directions that are none are refused', () => {
  expect(() => view(record, { level: 'layers' as never })).toThrow(
    'unknown level: layers (one of modules, ops, kernels)',
  );
  expect(() => view(record, { direction: 'up' as never })).toThrow('unknown direction: up (one of down, right)');
});

test('the generated code is what the tool makes of its sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'viewer-'));
  try {
    execFileSync(process.execPath, [join(root, 'tools/generateViewer.mjs'), folder]);
    const generated = join(root, 'src/view/generated');
    expect(readdirSync(folder).sort()).toEqual(readdirSync(generated).sort());
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(generated, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
