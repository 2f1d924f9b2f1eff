// The list of the guide's pages. test/real/packedPages.test.ts follows each page.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './runPage.ts';

const guide = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md'));

test('the list of recipes names each page', () => {
  const list = readFileSync(join(root, 'docs/guide/README.md'), 'utf8');
  const linked = [...list.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page);
  expect(linked.sort()).toEqual(guide.filter((name) => name !== 'README.md').sort());
});
