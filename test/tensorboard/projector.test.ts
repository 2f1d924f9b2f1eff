// The files of the Projector: labels that would break its lines, tags that would leave their folder, what is already there.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryStorage, SummaryWriter } from '../../src/index.ts';

const points = [[0], [1], [2], [3], [4], [5]];

test('labels that the page would leave out or take apart are written as JSON has them', async () => {
  const storage = memoryStorage();
  const writer = new SummaryWriter({ logdir: 'logs', storage });
  writer.addEmbedding(points, ['\n', '\t', '', ' ', 'two words', 3]);
  writer.addEmbedding(
    points,
    ['a', 'b', 'c', 'd', 'e', 'f'].map((c) => [c]),
    undefined,
    1,
    'one',
    ['letter'],
  );
  await writer.close();
  const text = (path: string) => Buffer.from(storage.files().get(path)!).toString();
  expect(text('logs/00000/default/metadata.tsv')).toBe('"\\n"\n"\\t"\n""\n" "\ntwo words\n3\n');
  expect(text('logs/00001/one/metadata.tsv')).toBe('a\nb\nc\nd\ne\nf\n');
});

test.each([
  ['..', 0, '00000/%2e%2e', '..:00000'],
  ['a/b\\c', -2, '-0002/a%2fb%5cc', 'a/b\\\\c:-0002'],
  ['say "hi"', 123_456, '123456/say "hi"', 'say \\"hi\\":123456'],
])('the tag %j at step %i stays in its folder', async (tag, step, folder, name) => {
  const storage = memoryStorage();
  const writer = new SummaryWriter({ logdir: 'logs', storage });
  writer.addEmbedding([[Number.NaN, 1.5]], undefined, undefined, step, tag);
  await writer.close();
  const path = `${folder}/tensors.tsv`;
  expect(Buffer.from(storage.files().get(`logs/${path}`)!).toString()).toBe('NaN\t1.5\n');
  expect(Buffer.from(storage.files().get('logs/projector_config.pbtxt')!).toString()).toBe(
    `embeddings {\ntensor_name: "${name}"\ntensor_path: "${path.replaceAll('"', '\\"')}"\n}\n`,
  );
});

test('a later process adds to the config on disk, and writes an embedding anew under its name', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  for (const value of [1, 2]) {
    await using writer = new SummaryWriter({ logdir });
    writer.addEmbedding([[value]]);
    writer.addEmbedding([[value]], undefined, undefined, value, 'own');
  }
  const names = readFileSync(join(logdir, 'projector_config.pbtxt'), 'utf8').match(/(?<=tensor_name: ).*/g);
  expect(names).toEqual(['"default:00000"', '"own:00001"', '"own:00002"']);
  expect(readFileSync(join(logdir, '00000/default/tensors.tsv'), 'utf8')).toBe('2\n');
});

test('without writeToDisk there are no files', async () => {
  const logdir = join(mkdtempSync(join(tmpdir(), 'logs-')), 'none');
  await using writer = new SummaryWriter({ logdir, writeToDisk: false });
  writer.addEmbedding(points);
  writer.addHparams({ lr: 1 }, { loss: 2 });
  expect(readdirSync(join(logdir, '..'))).toEqual([]);
});
