// The clause for a file that the system does not let read.
import { expect, test } from 'vitest';
import { refused } from '../../src/storage/fileSource.ts';

test('an error of the file system is its code, another one its message', () => {
  const denied = Object.assign(new Error("EACCES: permission denied, open 'm.json'"), {
    code: 'EACCES',
    syscall: 'open',
  });
  expect(() => refused('m.json')(denied)).toThrow(/^cannot read m\.json: EACCES$/);
  expect(() => refused('m.json')(new Error('it ends early'))).toThrow(/^cannot read m\.json: it ends early$/);
});
