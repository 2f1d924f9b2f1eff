// Folders of the curves that share a chart.
import { expect, test } from 'vitest';
import { CurveRuns } from '../../src/tensorboard/runFolders.ts';

test('keys whose folders are the same are told apart, the same at each step', () => {
  const runs = new CurveRuns();
  expect(runs.foldersOf('t', ['a/b', 'a_b', 'a\\b'])).toEqual(['t_a_b', 't_a_b_1', 't_a_b_2']);
  expect(runs.foldersOf('t', ['a_b'])).toEqual(['t_a_b_1']);
  expect(runs.foldersOf('u', ['a_b', 'a_b_1', 'a/b'])).toEqual(['u_a_b', 'u_a_b_1', 'u_a_b_2']);
});

test('a refused key leaves no folder taken', () => {
  const runs = new CurveRuns();
  expect(() => runs.foldersOf('t', ['a/b', 'c\0'])).toThrow('must be without a NUL character');
  expect(runs.foldersOf('t', ['a_b'])).toEqual(['t_a_b']);
});

test('a folder whose number makes it longer than 255 bytes is refused', () => {
  const runs = new CurveRuns();
  const [slash, line] = ['/', '_'].map((mark) => `${'x'.repeat(200)}${mark}${'x'.repeat(52)}`);
  expect(() => runs.foldersOf('t', [slash!, line!])).toThrow('at most 255 bytes, got 257');
});
