// Which room may import which: ARCHITECTURE.md's table.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const allowed: Readonly<Record<string, readonly string[]>> = {
  nn: [],
  backends: ['trace'],
  models: ['nn'],
  trace: ['nn'],
  cost: ['trace'],
  summary: ['cost', 'nn', 'trace'],
  profile: ['cost', 'summary', 'trace'],
  weights: ['nn'],
  graph: ['trace'],
  formats: ['graph'],
  proto: [],
  tensorflow: ['graph', 'proto', 'trace'],
  torch: ['graph', 'trace'],
  export: ['graph', 'proto', 'tensorflow', 'trace'],
  events: ['cost', 'graph', 'nn', 'proto', 'tensorflow', 'torch', 'trace', 'weights'],
  keras: ['events', 'trace'],
};
const withTfjs = ['nn', 'models', 'trace', 'backends'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.includes('/') && file.endsWith('.ts'),
);

test.each(files)('%s imports only what its room may', (file) => {
  const room = file.split('/')[0]!;
  const text = readFileSync(join(src, file), 'utf8');
  for (const [, source] of text.matchAll(/from '([^']+)'/g)) {
    if (source!.startsWith('@tensorflow/')) expect(withTfjs).toContain(room);
    if (!source!.startsWith('.')) continue;
    const target = relative(src, resolve(join(src, dirname(file)), source!));
    if (target.includes('/')) expect([room, ...allowed[room]!]).toContain(target.split('/')[0]);
  }
});
