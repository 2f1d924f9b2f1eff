// The data of a model as one HTML page, which asks for nothing from anywhere.
import { gzip } from '../../media/deflate.ts';
import { main, mainHash, start, startHash } from '../generated/client.js';
import type { ViewData } from '../viewData.ts';
import { entities, plainTable } from './plainTable.ts';

/** No request leaves the page: scripts are the two in it, pictures are made by it. */
const policy = [
  "default-src 'none'",
  `script-src '${startHash}' '${mainHash}'`,
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The same data gives the same text. */
export function pageOf(data: ViewData): string {
  const bytes = gzip(new TextEncoder().encode(JSON.stringify(data)));
  const title = entities(data.against === undefined ? data.name : `${data.name} against ${data.against}`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark"><meta name="generator" content="gmlp-viz"><title>${title}</title>
<style>html,body{height:100%;margin:0}.plain{padding:16px;font:14px/1.5 system-ui,sans-serif}.plain td,.plain th{padding:0 16px 0 0;text-align:left}</style></head>
<body><div class="viewer"></div><noscript>${plainTable(data)}</noscript>
<script type="application/gzip" id="data">${base64(bytes)}</script>
<script type="application/gzip" id="code">${main}</script>
<script>${start}</script></body></html>
`;
}

function base64(bytes: Uint8Array): string {
  const chunk = 0x8000;
  const parts: string[] = [];
  // an argument for each byte
  for (let i = 0; i < bytes.length; i += chunk) parts.push(String.fromCharCode(...bytes.subarray(i, i + chunk)));
  return btoa(parts.join(''));
}
