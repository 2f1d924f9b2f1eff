// Durability of event files, on real processes: killed processes, full disks, removed files, several writers.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { type AppendableFile, memoryStorage, readEvents, SummaryWriter } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'durable-'));
afterAll(() => rmSync(folder, { recursive: true }));
const logdir = () => mkdtempSync(join(folder, 'logs-'));
const library = new URL('../../dist/index.js', import.meta.url);
const program = (logs: string, options: object, body: string) => [
  '--input-type=module',
  '-e',
  `import { SummaryWriter } from '${library}';
  import { spawnSync } from 'node:child_process';
  import { rmSync, statSync, writeSync } from 'node:fs';
  const logdir = ${JSON.stringify(logs)};
  const writer = new SummaryWriter({ logdir, ...${JSON.stringify(options)} });
  const said = (error) => error.code ?? error.message;
  const answer = (call) => { try { call(); return 'taken'; } catch (error) { return said(error); } };
  ${body}`,
];
// ends by itself: what hangs fails by the timeout
const run = (args: readonly string[], kilobytes = 'unlimited') => {
  const { stdout, stderr, status, signal } = spawnSync(
    'bash',
    ['-c', `ulimit -S -f ${kilobytes}; exec "$0" "$@"`, process.execPath, ...args],
    { encoding: 'utf8', timeout: 20_000 },
  );
  return { stdout, stderr, status, signal };
};

async function stepsIn(logs: string): Promise<{ steps: number[]; corruption: string[] }> {
  const [steps, corruption]: [number[], string[]] = [[], []];
  for (const name of readdirSync(logs).sort())
    for await (const { step, values } of readEvents(join(logs, name), {
      onCorruption: 'stop',
      reportCorruption: ({ reason }) => corruption.push(reason),
    }))
      if (values.length > 0) steps.push(step);
  return { steps, corruption };
}
const upTo = (count: number) => Array.from({ length: count }, (_, step) => step);

test('a process that is killed loses at most what it did not flush', async () => {
  const logs = logdir();
  const { signal } = run(
    program(
      logs,
      { maxQueue: 1000 },
      `for (let step = 0; step < 5; step++) writer.addScalar('loss', step, step);
      await writer.flush({ sync: true });
      for (let step = 5; step < 9; step++) writer.addScalar('loss', step, step);
      process.kill(process.pid, 'SIGKILL');`,
    ),
  );
  expect(signal).toBe('SIGKILL');
  expect(await stepsIn(logs)).toEqual({ steps: [0, 1, 2, 3, 4], corruption: [] });
});

test('a process that is killed at any moment loses no flushed event, and no step before its last one', async () => {
  for (const milliseconds of [0, 3, 9, 20, 41]) {
    const logs = logdir();
    const child = spawn(
      process.execPath,
      program(
        logs,
        { maxQueue: 7 },
        `for (let step = 0; ; step++) {
          writer.addScalar('loss', step, step);
          if (step % 100 === 99) { await writer.flush(); writeSync(1, (step + 1) + '\\n'); }
        }`,
      ),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(child, 'close');
    let flushed = 0;
    for await (const line of createInterface(child.stdout)) {
      if (flushed === 0) setTimeout(() => child.kill('SIGKILL'), milliseconds);
      flushed = Number(line);
    }
    await ended;
    const { steps } = await stepsIn(logs);
    expect(steps.length).toBeGreaterThanOrEqual(flushed);
    expect(flushed).toBeGreaterThan(0);
    expect(steps).toEqual(upTo(steps.length));
  }
});

const fill =
  'let step = 0; let answered; while ((answered = answer(() => writer.addScalar("loss", step, step))) === "taken") step++;';

test('add, flush and close throw on a full disk, memory stays bounded, and the process ends', async () => {
  const logs = logdir();
  const { stdout, stderr, status } = run(
    program(
      logs,
      {},
      `${fill}
      const before = process.memoryUsage().rss;
      const refused = new Set();
      for (let more = 0; more < 50_000; more++) refused.add(answer(() => writer.addScalar('loss', 0, 1e6)));
      const grown = process.memoryUsage().rss - before;
      const flushed = await writer.flush().catch(said);
      const closed = await writer.close().catch(said);
      console.log(JSON.stringify({ step, answered, refused: [...refused], flushed, closed, grown: grown < 48e6 }));`,
    ),
    '64',
  );
  const { step, ...told } = JSON.parse(stdout);
  expect(told).toEqual({ answered: 'EFBIG', refused: ['EFBIG'], flushed: 'EFBIG', closed: 'EFBIG', grown: true });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(statSync(join(logs, readdirSync(logs)[0]!)).size).toBe(65_536);
  const { steps, corruption } = await stepsIn(logs);
  // of the last ten that waited some went out
  expect(steps).toEqual(upTo(steps.length));
  expect(step - steps.length).toBeLessThan(10);
  expect(corruption).toEqual([expect.stringMatching(/^it ends \d+ bytes into a record$/)]);
});

test('a writer whose file cannot be begun on a full disk throws, and leaves no file and no folder', () => {
  const logs = logdir();
  const { stderr, status } = run(program(join(logs, 'outer', 'run'), {}, ''), '0');
  expect(status).toBe(1);
  expect(stderr).toContain('EFBIG: file too large, write');
  expect(readdirSync(logs)).toEqual([]);
});

test('a disk that was full and has room again gets each event once', async () => {
  const logs = logdir();
  const { stdout, status } = run(
    program(
      logs,
      {},
      `${fill}
      spawnSync('prlimit', ['--pid', process.pid, '--fsize=unlimited']);
      for (let more = step + 1; more < step + 50; more++) writer.addScalar('loss', more, more);
      await writer.close();
      console.log(step + 50);`,
    ),
    '64',
  );
  expect(status).toBe(0);
  expect(await stepsIn(logs)).toEqual({ steps: upTo(Number(stdout)), corruption: [] });
});

test('a process that ends without a close, and cannot write its last events, ends with the error', () => {
  const logs = logdir();
  const { stderr, status } = run(
    program(logs, { maxQueue: 1e6 }, "for (let step = 0; step < 300; step++) writer.addScalar('loss', step, step);"),
    '8',
  );
  expect(status).toBe(1);
  expect(stderr).toContain('EFBIG: file too large, write');
});

test('add, flush and close of a writer whose file was removed throw, and the process ends', () => {
  const logs = logdir();
  const { stdout, stderr, status } = run(
    program(
      logs,
      { maxQueue: 1 },
      `writer.addScalar('loss', 1);
      rmSync(logdir, { recursive: true });
      const added = answer(() => writer.addScalar('loss', 2));
      const flushed = await writer.flush().catch(said);
      const closed = await writer.close().catch(said);
      console.log(JSON.stringify([added, flushed, closed].map((text) => text.replace(writer.path, 'FILE'))));`,
    ),
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(JSON.parse(stdout)).toEqual(Array.from({ length: 3 }, () => 'FILE was removed while it was written'));
});

test('two processes with two writers each in one logdir and one second lose nothing', async () => {
  const logs = logdir();
  const body = `const second = new SummaryWriter({ logdir });
    for (let step = 0; step < 500; step++) { writer.addScalar('a', step, step); second.addScalar('b', step, step); }
    await writer.close(); await second.close();`;
  const children = [0, 1].map(() => spawn(process.execPath, program(logs, {}, body), { stdio: 'inherit' }));
  expect(await Promise.all(children.map((child) => once(child, 'close')))).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(readdirSync(logs)).toHaveLength(4);
  const { steps, corruption } = await stepsIn(logs);
  expect(corruption).toEqual([]);
  expect(steps).toEqual(Array.from({ length: 4 }, () => upTo(500)).flat());
});

test('files are named in the order of their writers, within one second too: TensorBoard reads them so', async () => {
  const logs = logdir();
  const paths = [];
  for (let n = 0; n < 12; n++) {
    const writer = new SummaryWriter({ logdir: logs });
    paths.push(writer.path!);
    await writer.close();
  }
  expect(paths).toEqual([...new Set(paths)].sort());
  expect(
    readdirSync(logs)
      .map((name) => join(logs, name))
      .sort(),
  ).toEqual(paths);
});

test('events of a megabyte are written though the queue is not full', async () => {
  const writer = new SummaryWriter({ logdir: logdir(), maxQueue: 1e9 });
  const size = () => readFileSync(writer.path!).length;
  const before = size();
  for (let step = 0; step < 10; step++) writer.addText('long', 'x'.repeat(100_000), step);
  expect(size()).toBe(before);
  for (let step = 10; step < 12; step++) writer.addText('long', 'x'.repeat(100_000), step);
  expect(size()).toBeGreaterThan(2 ** 20);
  await writer.close();
});

test('all runs below a writer are flushed and closed though one of them fails', async () => {
  const memory = memoryStorage();
  const [closed, flushed]: [string[], string[]] = [[], []];
  let full = false;
  const writer = new SummaryWriter({
    logdir: 'logs',
    maxQueue: 100,
    storage: {
      ...memory,
      create(newFile): AppendableFile {
        const file = memory.create(newFile);
        const { folder: run } = newFile;
        return {
          ...file,
          flush() {
            if (full && run.endsWith('_bad')) throw new Error('no room');
            flushed.push(run);
          },
          close: () => closed.push(run),
        };
      },
    },
  });
  writer.addScalars('loss', { bad: 1, good: 2 });
  flushed.length = 0;
  full = true;
  await expect(writer.flush()).rejects.toThrow('no room');
  expect(flushed).toEqual(['logs', 'logs/loss_good']);
  await expect(writer.close()).rejects.toThrow('no room');
  expect(closed).toEqual(['logs/loss_bad', 'logs/loss_good', 'logs']);
  expect(() => writer.addScalar('loss', 1)).toThrow('the writer of ');
});
