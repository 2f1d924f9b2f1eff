import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siblingNames, uniqueNames } from '../../src/names/uniqueNames.ts';

const names = fc.array(fc.string({ unit: fc.constantFrom('a', '_', '.', '1'), maxLength: 4 }), { maxLength: 12 });

test('names of siblings differ, have no separator and are not empty', () => {
  fc.assert(
    fc.property(names, (given) => {
      const result = siblingNames(given, '.');
      expect(new Set(result).size).toBe(given.length);
      expect(result.filter((name) => name === '' || name.includes('.'))).toEqual([]);
    }),
  );
});

test('a name that can stay does, wherever it stands among those that meet it', () => {
  fc.assert(
    fc.property(names, (given) => {
      const result = siblingNames(given, '.');
      for (const [i, name] of given.entries())
        if (name !== '' && !name.includes('.') && given.indexOf(name) === i) expect(result[i]).toBe(name);
    }),
  );
  expect(siblingNames(['a.b', 'a_b_1', 'a_b', 'a.b', ''], '.')).toEqual(['a_b_2', 'a_b_1', 'a_b', 'a_b_3', '_']);
});

test('names asked for one after another differ', () => {
  fc.assert(
    fc.property(names, (given) => {
      expect(new Set(given.map(uniqueNames())).size).toBe(given.length);
    }),
  );
});
