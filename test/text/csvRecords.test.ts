// Cells of csv that a spreadsheet would evaluate.
import { expect, test } from 'vitest';
import { records } from '../../src/text/csvRecords.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['\n=1', '"\'\n=1"'],
  ['\r\n=1', '"\'\r\n=1"'],
  ['\t=1', '\\u{9}=1'],
  ['=a,"b"', '"\'=a,""b"""'],
  ['loss=1', 'loss=1'],
])('a cell %j is written so that it is text', (cell, written) => {
  expect(records([[cell, 1]])).toBe(`${written},1\r\n`);
});

test('a negative number stays one', () => {
  expect(records([[-1, undefined, 0]])).toBe('-1,,0\r\n');
});
