import { expect, test } from 'vitest';
import { isControl, outputText, parseNodeInput, parseUnspelledInput, renameInput } from '../../src/names/nodeInput.ts';

test.each([
  ['n', { node: 'n', output: 0 }],
  ['n:1', { node: 'n', output: 1 }],
  ['^n', { node: 'n', output: 0 }],
  ['n:y:0', { node: 'n', output: 0 }],
  ['scope/n:y:12', { node: 'scope/n', output: 12 }],
  ['n:y', { node: 'n', output: Number.NaN }],
])('the input %s in TensorFlow’s spelling is parsed', (text, input) => {
  expect(parseNodeInput(text)).toEqual(input);
});

test.each([
  ['Linear[a:b]/weight', { node: 'Linear[a:b]/weight', output: 0 }],
  ['Linear[a:b]/weight:1', { node: 'Linear[a:b]/weight', output: 1 }],
  ['^Linear[a:b]/weight', { node: 'Linear[a:b]/weight', output: 0 }],
])('the input %s of a node whose name holds a colon is parsed', (text, input) => {
  expect(parseUnspelledInput(text)).toEqual(input);
});

test.each([
  ['n', 'm/n'],
  ['^n', '^m/n'],
  ['n:2', 'm/n:2'],
  ['a:b:2', 'm/a:b:2'],
])('the input %s with its node renamed is %s', (text, renamed) => {
  expect(renameInput(text, (node) => `m/${node}`)).toBe(renamed);
});

test('the input of a function keeps the name of its output argument when its node is renamed', () => {
  expect(renameInput('n:y:0', (node) => `m/${node}`, parseNodeInput)).toBe('m/n:y:0');
});

test('the first output of a node is written without its index', () => {
  expect([outputText({ node: 'n', output: 0 }), outputText({ node: 'n', output: 3 })]).toEqual(['n', 'n:3']);
});

test('only an input with a caret is a control input', () => {
  expect([isControl('^n'), isControl('n')]).toEqual([true, false]);
});
