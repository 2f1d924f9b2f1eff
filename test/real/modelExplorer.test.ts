// Google's Model Explorer shows our graphs and node data: its own page, with the few answers of its server that files need.
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '@tensorflow/tfjs-backend-cpu';
import { modelExplorer } from '../../src/formats/modelExplorer.ts';
import { childrenOf } from '../../src/graph/picture/picture.ts';
import { macsOf, profile, renderGraph } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { hostilePicture } from '../formats/pictures.ts';
import { browse } from './browser.ts';
import { wheelFolder } from './packages.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What the page asks for by the paths of its files. */
const files = new Map<string, string>();
const jsonLoader = { id: 'builtin_json', name: 'JSON', description: '', fileExts: ['json'], type: 'adapter' };
let server: Server;

beforeAll(async () => {
  const page = join(wheelFolder('ai-edge-model-explorer', '0.1.34'), 'model_explorer', 'web_app');
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    if (pathname.startsWith('/api')) {
      const answers: Readonly<Record<string, unknown>> = {
        '/api/v1/get_extensions': [jsonLoader],
        '/api/v1/read_text_file': { content: files.get(searchParams.get('path')!) },
      };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers[pathname] ?? {}));
      return;
    }
    const file = join(page, normalize(pathname === '/' ? '/index.html' : pathname));
    if (existsSync(file)) response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    else response.statusCode = 404;
    response.end(existsSync(file) ? readFileSync(file) : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

/** The text of Model Explorer's page once it shows the graph. */
async function shown(graph: string, nodeData: readonly string[] = []): Promise<string> {
  files.set('/model.json', graph);
  for (const [i, text] of nodeData.entries()) files.set(`/data${i}.json`, text);
  const data = {
    models: [{ url: '/model.json' }],
    nodeData: nodeData.map((_, i) => `/data${i}.json`),
    nodeDataTargets: nodeData.map(() => ''),
  };
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/?data=${encodeURIComponent(JSON.stringify(data))}`;
  return browse(url, async (page) => {
    await page.getByText('op node count').waitFor();
    if (nodeData.length > 0) await page.getByText('Aggregated stats').waitFor();
    return page.evaluate(() => document.body.innerText);
  });
}

const { model, inputSize } = createGMLP('gmlp', { numLayers: 2 });

test('Model Explorer shows the seed model with multiply-adds and times, whose sums are the model’s', async () => {
  const { trace, timing } = profile(model, [{ shape: [1, ...inputSize] }], { runs: 2, warmup: 0, backend: 'cpu' });
  const of = (nodeData: 'macs' | 'time'): string => renderGraph(trace, { format: 'model-explorer', nodeData, timing });
  const text = await shown(renderGraph(trace, { format: 'model-explorer', timing }), [of('macs'), of('time')]);
  expect(text).toMatch(/op node count\s+25\b/);
  expect(text).toMatch(/multiply-adds/);
  expect(text).toMatch(/time/);
  expect(text).toContain(`Sum\t${macsOf(trace).total}\t`);
  expect(text).toContain('Linear channel_proj1');
});

test('Model Explorer shows names that it could misread, each node once', async () => {
  const { of } = childrenOf(hostilePicture);
  const leaves = of.filter((children) => children.length === 0).length;
  expect(await shown(modelExplorer(hostilePicture))).toMatch(new RegExp(`op node count\\s+${leaves}\\b`));
});
