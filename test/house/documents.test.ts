// Links and paths of the documents lead somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './program.ts';

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const withoutCode = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, '')).replace(/`[^`\n]*`/g, '');

/** GitHub's anchor of a heading. */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const slugsOf = (text: string): string[] =>
  [...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading]) => slugOf(heading!));

test.each(pages)('every local link of %s leads to a file and a heading', (page) => {
  const broken = [...withoutCode(readFileSync(join(root, page), 'utf8')).matchAll(/\]\(<?([^)\s>]+)[^)]*\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z][a-z+.-]*:|^\/\//i.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
      if (!existsSync(join(root, target))) return true;
      if (anchor === undefined || !target.endsWith('.md')) return false;
      return !slugsOf(readFileSync(join(root, target), 'utf8')).includes(anchor);
    });
  expect(broken).toEqual([]);
});

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'])('every path that %s names exists', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const paths = [...text.matchAll(/`((?:src|cli|test|tools|bench|docs|examples)\/[\w./-]+)`/g)].map(
    ([, path]) => path!,
  );
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every picture of docs is shown by a page', () => {
  const pictures = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(png|svg|gif)$/.test(name))
    .map((name) => `docs/${name}`);
  const shown = pages.flatMap((page) =>
    [...withoutCode(readFileSync(join(root, page), 'utf8')).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, path]) =>
      join(dirname(page), path!),
    ),
  );
  expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
});
