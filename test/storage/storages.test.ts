import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { memoryStorage, SummaryWriter } from '../../src/index.ts';
import { disk } from '../../src/storage/diskStorage.ts';
import { storageOf } from '../../src/storage/storages.ts';
import { asNobody } from '../asNobody.ts';

const folder = mkdtempSync(join(tmpdir(), 'storage-'));
afterAll(() => rmSync(folder, { recursive: true }));
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
const newFile = (name: string) => ({
  folder: name,
  wallTime: 1_700_000_000.5,
  suffix: '.end',
  head: Buffer.from('head '),
  appendWaiting: () => undefined,
});

test('a path without a known scheme is on the disk', () => {
  for (const path of ['logs', '/logs', 'C:\\logs', 'a:b', 'unknown://logs']) expect(storageOf(path)).toBe(disk);
});

test('the disk lists files of a folder, those of folders below it on request, and a file as itself', async () => {
  const logs = join(folder, 'listed');
  mkdirSync(join(logs, 'run', 'inner'), { recursive: true });
  for (const name of ['a', 'run/b', 'run/inner/c']) writeFileSync(join(logs, name), name);
  const found = async (path: string, deep: boolean) =>
    (await disk.list(path, deep))?.map((file) => [file.folder, file.name, text(readFileSync(file.path))]).sort();
  expect(await found(logs, false)).toEqual([['.', 'a', 'a']]);
  expect(await found(logs, true)).toEqual([
    ['.', 'a', 'a'],
    ['run', 'b', 'run/b'],
    [join('run', 'inner'), 'c', 'run/inner/c'],
  ]);
  expect(await found(join(logs, 'a'), true)).toEqual([['.', 'a', 'a']]);
  expect(await disk.list(join(logs, 'none'), true)).toBeUndefined();
});

test('the disk lists files through links, and passes over links that lead nowhere or in a circle', async () => {
  const [logs, other] = [join(folder, 'linked'), join(folder, 'elsewhere')];
  for (const path of [join(logs, 'run'), join(other, 'inner')]) mkdirSync(path, { recursive: true });
  for (const path of [join(logs, 'run', 'a'), join(other, 'inner', 'b')]) writeFileSync(path, '');
  const link = (target: string, ...names: string[]) => symlinkSync(target, join(...names));
  link('run', logs, 'latest');
  link(other, logs, 'compared');
  link(join(other, 'inner', 'b'), logs, 'run', 'file');
  // back and forth between two folders, to itself, to nothing
  link(logs, other, 'back');
  link('loop', logs, 'loop');
  link('none', logs, 'gone');
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const listed = (await disk.list(logs, true))!;
  expect(listed.map((file) => join(file.folder, file.name)).sort()).toEqual(
    [
      ['compared', 'inner', 'b'],
      ...['latest', 'run'].flatMap((run) => [
        [run, 'a'],
        [run, 'file'],
      ]),
    ]
      .map((names) => join(...names))
      .sort(),
  );
  expect(warned.mock.calls).toEqual([
    [`passed over ${join(logs, 'loop')}: ELOOP: too many symbolic links encountered`, 'GmlpVizWarning'],
  ]);
  warned.mockRestore();
});

test('a folder that cannot be read is passed over with one warning, and refuses a listing of itself', async () => {
  const logs = join(folder, 'closed');
  const secret = join(logs, 'run', 'secret\u001b[2J');
  mkdirSync(secret, { recursive: true });
  for (const path of [join(logs, 'a'), join(secret, 'b'), join(logs, 'run', 'c')]) writeFileSync(path, '');
  chmodSync(folder, 0o755);
  chmodSync(secret, 0);
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  await asNobody(async () => {
    for (let n = 0; n < 2; n++)
      expect((await disk.list(logs, true))!.map(({ name }) => name).sort()).toEqual(['a', 'c']);
    await expect(disk.list(secret, true)).rejects.toThrow(`cannot read ${secret}: EACCES: permission denied`);
  });
  chmodSync(secret, 0o755);
  expect(warned.mock.calls).toEqual([
    [`passed over ${secret.replace('\u001b', '?')}: EACCES: permission denied`, 'GmlpVizWarning'],
  ]);
  warned.mockRestore();
});

test('a file of the disk that grows is read on from where the last read ended', async () => {
  const path = join(folder, 'growing');
  writeFileSync(path, 'abcdef');
  const file = await disk.open(path);
  const next = async () => {
    const buffer = new Uint8Array(4);
    return text(buffer.subarray(0, await file.read(buffer)));
  };
  expect([await next(), await next(), await next()]).toEqual(['abcd', 'ef', '']);
  appendFileSync(path, 'gh');
  expect([await next(), await file.size()]).toEqual(['gh', 8]);
  await file.close();
});

test.each([
  ['the disk', disk, join(folder, 'created')],
  ['memory', memoryStorage(), 'created'],
] as const)('an event file in %s begins with its head, and takes bytes after it', (_, storage, logs) => {
  const file = storage.create(newFile(logs));
  expect(file.path).toMatch(/created[\\/]events\.out\.tfevents\.1700000000\..+\.end$/);
  expect(file.append(Buffer.from('bytes'))).toBe(5);
  file.flush();
  expect(text(storage.read(file.path))).toBe('head bytes');
  file.close();
  const second = storage.create(newFile(logs));
  expect(second.path > file.path).toBe(true);
  second.discard();
  expect(storage.read(second.path)).toBeUndefined();
});

test.each([
  ['the disk', disk, join(folder, 'replaced')],
  ['memory', memoryStorage(), 'replaced'],
] as const)('a file in %s is replaced whole, and appended to', (_, storage, logs) => {
  const path = storage.join(logs, 'file');
  storage.append(path, Buffer.from('long old text'));
  storage.append(path, Buffer.from(', longer'));
  expect(text(storage.read(path))).toBe('long old text, longer');
  storage.replace(path, Buffer.from('new'));
  expect(text(storage.read(path))).toBe('new');
});

test('files in memory hold the events that still wait in a writer', () => {
  const storage = memoryStorage();
  const writer = new SummaryWriter({ logdir: 'logs', storage, maxQueue: 100 });
  const size = () => storage.files().get(writer.path!)!.length;
  const before = size();
  writer.addScalar('loss', 1);
  expect(size()).toBeGreaterThan(before);
});

test('wall times and names come from the clock of the writer', async () => {
  const storage = memoryStorage();
  const bytes = async () => {
    const writer = new SummaryWriter({ storage, clock: () => 1_700_000_000 });
    writer.addScalar('loss', 1);
    await writer.close();
    return writer;
  };
  const [first, second] = [await bytes(), await bytes()];
  expect(first.path).toContain('events.out.tfevents.1700000000.');
  expect(first.logdir).toMatch(/^runs\/Nov1[45]_/);
  expect(storage.files().get(second.path!)).toEqual(storage.files().get(first.path!));
});
