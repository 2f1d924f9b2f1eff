// Boxes of cells for the terminal.
import { expect, test } from 'vitest';
import { box } from '../../src/text/box.ts';
import { textWidth } from '../../src/text/textWidth.ts';

const columns = [
  { title: 'Layer', cut: 'end' },
  { title: 'Params', align: 'right' },
  { title: 'Type', cut: 'end' },
] as const;
const rows = [
  ['a long name of a layer', '1,234', 'Linear'],
  ['宽', 5, 'é'],
];

test('text cells follow their column’s alignment, and numbers are right-aligned', () => {
  expect(box(columns, rows)).toEqual({
    lines: [
      '┌────────────────────────┬────────┬────────┐',
      '│ Layer                  │ Params │ Type   │',
      '├────────────────────────┼────────┼────────┤',
      '│ a long name of a layer │  1,234 │ Linear │',
      '│ 宽                     │      5 │ é      │',
      '└────────────────────────┴────────┴────────┘',
    ],
    notes: [],
  });
});

test('a narrow terminal cuts cells of the columns that may be cut, the widest first', () => {
  const { lines, notes } = box(columns, rows, { width: 30 });
  expect(notes).toEqual([]);
  expect(lines.map(textWidth)).toEqual(lines.map(() => 30));
  expect(lines[3]).toBe('│ a long … │  1,234 │ Linear │');
});

test('names are cut in the middle, and before shapes', () => {
  const named = [
    { title: 'Layer', cut: 'middle' },
    { title: 'Output shape', cut: 'end' },
  ] as const;
  const layers = [
    ['  a_long_name_of_a_layer_1', '[1, 224, 224, 3]'],
    ['  a_long_name_of_a_layer_2', '[1, 224, 224, 64]'],
    ['  宽宽宽宽宽宽宽宽宽宽', '[1, 10]'],
  ];
  expect(box(named, layers, { width: 38 }).lines).toEqual([
    '┌────────────────┬───────────────────┐',
    '│ Layer          │ Output shape      │',
    '├────────────────┼───────────────────┤',
    '│   a_long…yer_1 │ [1, 224, 224, 3]  │',
    '│   a_long…yer_2 │ [1, 224, 224, 64] │',
    '│   宽宽宽…宽宽  │ [1, 10]           │',
    '└────────────────┴───────────────────┘',
  ]);
  const { lines } = box(named, layers, { width: 24 });
  expect(lines.map(textWidth)).toEqual(lines.map(() => 24));
  expect(lines[3]).toBe('│   a_l…_1 │ [1, 224,… │');
});

test('names in a narrow column keep their indent, and none gets longer', () => {
  const named = [
    { title: 'Layer', cut: 'middle' },
    { title: 'Output shape', cut: 'end' },
  ] as const;
  const names = ['net', '  lstm_lstm_LSTM1', '    cell', '    norm', '      b', '        kernel'];
  const rows = names.map((name) => [name, '[1, 224, 224, 3]']);
  const cells = (width: number) => {
    const { lines } = box(named, rows, { width });
    return lines.slice(3, -1).map((line) => line.split('│')[1]!.slice(1, -1).trimEnd());
  };
  expect(cells(35)).toEqual(['net', '  lstm_…STM1', '    cell', '    norm', '      b', '        ke…l']);
  expect(cells(21)).toEqual(['net', '  ls…M1', '    c…l', '    n…m', '      b', '    k…l']);
  for (let width = 16; width < 60; width++)
    for (const [i, cell] of cells(width).entries())
      expect(textWidth(cell), `${cell} at ${width}`).toBeLessThanOrEqual(names[i]!.length);
});

test('columns that do not fit are left out from the last to the second, or in the order that is given', () => {
  const [, second, third] = columns.map(({ title }) => title);
  const note = (names: string) => [`the terminal is too narrow for the columns ${names}`];
  expect(box(columns, rows).notes).toEqual([]);
  expect(box(columns, rows, { width: 17 }).notes).toEqual(note(`${third}`));
  expect(box(columns, rows, { width: 3 }).notes).toEqual(note(`${second}, ${third}`));
  expect(box(columns, rows, { width: 3 }).lines[1]).toBe('│ Lay… │');
  expect(box(columns, rows, { width: 17, dropOrder: [1] }).notes).toEqual(note(`${second}`));
});

test('a table of many rows has the same lines as its rows one by one', () => {
  const many = Array.from({ length: 100 }, (_, i) => [`row ${100 + i}`, i + 100, 'x']);
  const { lines } = box(columns, many);
  const single = many.map((row) => box(columns, [row]).lines[3]);
  expect(lines.slice(3, -1)).toEqual(single);
});

test('a table without rows is a head in a box', () => {
  expect(box([{ title: 'a' }], []).lines).toEqual(['┌───┐', '│ a │', '├───┤', '└───┘']);
});
