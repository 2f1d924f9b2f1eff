// Sizes, names and words of the source.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nameOf, positionOf, root, sources, walk } from './program.ts';

const maxFunctionLines = 60;
const maxFileLines = 300;

const lineOf = (source: ts.SourceFile, position: number): number => source.getLineAndCharacterOfPosition(position).line;

const findIn = (describe: (node: ts.Node, source: ts.SourceFile) => string | undefined): string[] =>
  sources.flatMap((source) => {
    const found: string[] = [];
    walk(source, (node) => {
      const text = describe(node, source);
      if (text !== undefined) found.push(`${positionOf(node)} ${text}`);
    });
    return found;
  });

test(`no function is longer than ${maxFunctionLines} lines`, () => {
  const long = findIn((node, source) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return undefined;
    const length = lineOf(source, node.getEnd()) - lineOf(source, node.getStart(source)) + 1;
    return length > maxFunctionLines ? `${length} lines` : undefined;
  });
  expect(long).toEqual([]);
});

test(`no file of src and cli is longer than ${maxFileLines} lines`, () => {
  const long = sources.filter((source) => lineOf(source, source.getEnd()) > maxFileLines);
  expect(long.map(({ fileName }) => nameOf(fileName))).toEqual([]);
});

test(`no file of test, tools and bench is longer than ${maxFileLines} lines`, () => {
  const files = ['test', 'tools', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:[cm]?[jt]s|py)$/.test(file) && !/^golden[\\/]/.test(file))
      .map((file) => join(root, folder, file)),
  );
  const long = files.filter((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length > maxFileLines);
  expect(long.map(nameOf)).toEqual([]);
});

test('at most four base names are used twice, families of kernels apart', () => {
  const byBase = new Map<string, string[]>();
  for (const name of sources.map(({ fileName }) => nameOf(fileName)))
    if (!/\/(?:kernels|shapes)\/[^/]+$/.test(name))
      byBase.set(basename(name), [...(byBase.get(basename(name)) ?? []), name]);
  expect([...byBase.values()].filter((names) => names.length > 1).length).toBeLessThanOrEqual(4);
});

// `place` as a word of its own: Placeholder, replace and inPlace are other words
const replacedWords =
  /^place(?:s|d)?(?![a-z])|^placing|(?:[a-z0-9]|^)Place(?:s|d)?(?![a-z])|^watch|(?:[a-z0-9]|^)Watch|^most[A-Z]|^least[A-Z]/;

test('identifiers say index, trace, max and min, not place, watch, most and least', () => {
  const nodeNames = new Set(['watch', 'watchFile', 'unwatchFile']);
  const found = findIn((node) =>
    ts.isIdentifier(node) && node.text !== 'inPlace' && replacedWords.test(node.text) && !nodeNames.has(node.text)
      ? node.text
      : undefined,
  );
  expect(found).toEqual([]);
});

test('the text for an unknown word is written once, in src/choice.ts', () => {
  const textOf = (node: ts.Node): string | undefined => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (!ts.isTemplateExpression(node)) return undefined;
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  };
  const found = findIn((node) => {
    const text = textOf(node);
    return text !== undefined && /unknown\b.*:.*\(.*one of/s.test(text) ? text : undefined;
  });
  expect(found.map((line) => line.split(':')[0])).toEqual(['src/choice.ts']);
});

test('exit codes are set in cli/main.ts alone', () => {
  const found = findIn((node) =>
    ts.isPropertyAccessExpression(node) && /^process\.exit(?:Code)?$/.test(node.getText())
      ? 'sets an exit code'
      : undefined,
  );
  expect(found.filter((line) => !line.startsWith('cli/main.ts'))).toEqual([]);
});

test('src reads the process only where it touches the machine', () => {
  const found = findIn((node) =>
    ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'process'
      ? node.getText()
      : undefined,
  );
  expect(found.filter((line) => line.startsWith('src/') && !/^src\/(?:storage|backends)\//.test(line))).toEqual([]);
});
