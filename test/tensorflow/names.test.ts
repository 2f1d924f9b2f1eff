import { expect, test } from 'vitest';
import { restoreName, tensorflowName } from '../../src/tensorflow/names.ts';

const names = [
  'gMLP/Sequential[model]/gMLPBlock[0]',
  '>5b',
  '[',
  '.[',
  '.',
  '_a',
  '-',
  'a b',
  '层/ü',
  '😀',
  'a>',
  'a//b',
  '..>',
];

test.each(names)('%s is accepted by TensorFlow and comes back', (name) => {
  expect(tensorflowName(name)).toMatch(/^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/);
  expect(restoreName(tensorflowName(name))).toBe(name);
});

test('different names stay different', () => {
  expect(new Set(names.map(tensorflowName)).size).toBe(names.length);
});
