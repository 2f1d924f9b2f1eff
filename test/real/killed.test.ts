// A process is killed in the middle of a training: real TensorBoard reads its file up to what was flushed, through both
// loaders, also where the last record was cut and a second training goes on in the same folder.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const library = new URL('../../dist/index.js', import.meta.url);

async function killed(): Promise<string> {
  const logdir = mkdtempSync(join(tmpdir(), 'killed-'));
  const program = `import { SummaryWriter } from '${library}';
    const writer = new SummaryWriter({ logdir: ${JSON.stringify(logdir)}, maxQueue: 1000 });
    for (let step = 0; step < 50; step++) writer.addScalar('loss', step, step, 100 + step);
    await writer.flush();
    for (let step = 50; step < 90; step++) writer.addScalar('loss', step, step, 100 + step);
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { timeout: 20_000 });
  expect(signal).toBe('SIGKILL');
  const file = join(logdir, readdirSync(logdir)[0]!);
  const bytes = readFileSync(file);
  // as a kill within a write leaves it: the beginning of another record
  appendFileSync(file, bytes.subarray(0, 9));
  const again = new SummaryWriter({ logdir });
  for (let step = 50; step < 60; step++) again.addScalar('loss', step, step, 100 + step);
  await again.close();
  return logdir;
}

test.each(['rust', 'python'] as const)('the %s loader', async (loader) => {
  await withTensorBoard(await killed(), loader, async (url) => {
    expect(JSON.parse(await ask(url, 'data/plugin/scalars/scalars?run=.&tag=loss'))).toEqual(
      Array.from({ length: 60 }, (_, step) => [100 + step, step, step]),
    );
  });
});
