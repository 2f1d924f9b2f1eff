// Text that is safe to show: what is spelled out, what stays, and how long it may be.
import { expect, test } from 'vitest';
import { bounded, escapedJson, printable, spelled } from '../../src/text/printable.ts';

test.each([
  ['a terminal’s command', '\x1b]0;title\x07', '\\u{1b}]0;title\\u{7}'],
  ['a command of C1', '\x9b31m', '\\u{9b}31m'],
  ['line breaks, tabs and DEL', 'a\r\nb\tc\x7f', 'a\\u{d}\\u{a}b\\u{9}c\\u{7f}'],
  ['separators of lines and paragraphs', '\u2028\u2029\x85', '\\u{2028}\\u{2029}\\u{85}'],
  ['overrides, isolates and marks of direction', '\u202e\u2066\u200f\u061c', '\\u{202e}\\u{2066}\\u{200f}\\u{61c}'],
  ['characters without width', 'a\u200bb\u200dc\ufeff\u00ad', 'a\\u{200b}b\\u{200d}c\\u{feff}\\u{ad}'],
  ['letters that are not seen', '\u3164\u115f\u034f\u{e0041}', '\\u{3164}\\u{115f}\\u{34f}\\u{e0041}'],
  ['halves of surrogate pairs', 'a\ud83dz\ude00', 'a\\u{d83d}z\\u{de00}'],
  ['a mark of emoji on a letter', 'a\ufe0f', 'a\\u{fe0f}'],
])('%s are spelled out', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(JSON.parse(escapedJson(JSON.stringify([text])))).toEqual([text]);
  expect(escapedJson(JSON.stringify([text]))).toMatch(/^[ -~]*$/);
});

test('letters of any script, emoji and combining marks stay', () => {
  for (const text of ['日本語', 'e\u0301', 'שלום', '👍🏽', '❤\ufe0f', '\u00a0', '├─│'])
    expect(printable(text)).toBe(text);
});

test('the layout keeps its own line ends and colours, and no others', () => {
  const text = 'a\r\nb\nc\rd\x1b[31me\x1b[39mf\x1b[2J\x1b[41m';
  expect(spelled(text, 'lines')).toBe('a\\u{d}\nb\nc\\u{d}d\\u{1b}[31me\\u{1b}[39mf\\u{1b}[2J\\u{1b}[41m');
  expect(spelled(text, 'csv')).toBe('a\r\nb\nc\\u{d}d\\u{1b}[31me\\u{1b}[39mf\\u{1b}[2J\\u{1b}[41m');
  expect(spelled(text, 'coloured')).toBe('a\\u{d}\nb\nc\\u{d}d\x1b[31me\x1b[39mf\\u{1b}[2J\\u{1b}[41m');
});

test('the middle of a long text makes way for its length, and no surrogate pair is parted', () => {
  expect(bounded('abcdefghij', 10)).toBe('abcdefghij');
  expect(bounded('abcdefghijk', 10)).toBe('abcde … (1 characters left out) … ghijk');
  expect(bounded('😀'.repeat(5000), 11)).toBe('😀😀😀 … (9,990 characters left out) … 😀😀');
  expect(printable(`a${'x'.repeat(1_000_000)}z`)).toMatch(/^ax{499} … \(999,002 characters left out\) … x{499}z$/);
});
