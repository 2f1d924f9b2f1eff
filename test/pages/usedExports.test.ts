// Every value that the doors of the package export is used in the README, in a program of the guide or on the page of budgets.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as index from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { blocksOf } from './markdown.ts';
import { root } from './runPage.ts';

const pages = ['README.md', 'docs/ci.md', ...readdirSync(join(root, 'docs/guide')).map((name) => `docs/guide/${name}`)];
const programs = pages
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => blocksOf(readFileSync(join(root, name), 'utf8')))
  .filter(({ file }) => file !== undefined)
  .map(({ text }) => text.replace(/^import [\s\S]*?from .*$/gm, ''))
  .join('\n');

test.each([
  ['gmlp-viz', Object.keys(index)],
  ['gmlp-viz/nn', Object.keys(nn)],
  ['functional', Object.keys(nn.functional)],
])('every function of %s is used in the guide', (_, names) => {
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(programs))).toEqual([]);
});
