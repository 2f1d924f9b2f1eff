// The guide, each page followed in an empty folder. Pages that need Python or a browser are followed by test/real.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realPages } from './realPages.ts';
import { root, runPage } from './runPage.ts';

const guide = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md'));

test.each(guide.filter((name) => !realPages.includes(name)))('docs/guide/%s prints what it shows', (name) =>
  runPage(`docs/guide/${name}`),
);

test('the list of recipes names each page', () => {
  const list = readFileSync(join(root, 'docs/guide/README.md'), 'utf8');
  const linked = [...list.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page);
  expect(linked.sort()).toEqual(guide.filter((name) => name !== 'README.md').sort());
});
