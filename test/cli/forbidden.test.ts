// Files and folders that the user may not read, and notes of folders that were passed over.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { userModel } from '../../cli/model/userModel.ts';
import { noteWarnings } from '../../cli/output.ts';
import { warn } from '../../src/storage/warn.ts';
import { asNobody } from '../asNobody.ts';

const folder = mkdtempSync(join(tmpdir(), 'forbidden-'));
const secret = join(folder, 'secret');
mkdirSync(secret);
writeFileSync(join(secret, 'model.json'), '{}');
chmodSync(folder, 0o755);
chmodSync(secret, 0);
afterAll(() => rmSync(folder, { recursive: true }));

test.each([secret, `${secret}/`, join(secret, 'model.json'), join(secret, 'model.ts')])(
  'a model at %s, which the user may not read, is refused in one clause',
  (path) =>
    asNobody(() => expect(userModel(path, [])).rejects.toThrow(`cannot read ${path}: EACCES: permission denied`)),
);

test('the command writes warnings of this package as notes, and leaves others to Node', async () => {
  const byNode = process.listeners('warning');
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const others = vi.fn();
  process.removeAllListeners('warning').on('warning', others);
  noteWarnings();
  warn('passed over logs/\u001b[2J: EACCES: permission denied');
  process.emitWarning('of another package');
  await new Promise(setImmediate);
  process.removeAllListeners('warning');
  for (const listener of byNode) process.on('warning', listener);
  const notes = written.mock.calls.map(([text]) => text);
  written.mockRestore();
  expect(notes).toEqual(['gmlp-viz: note: passed over logs/?[2J: EACCES: permission denied\n']);
  expect(others.mock.calls.map(([{ message }]) => message)).toEqual(['of another package']);
});
