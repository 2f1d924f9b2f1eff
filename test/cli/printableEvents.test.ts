// Tags and file names of event files are printed without what steers a terminal.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { expectPrintable, folder, hostile, raw, rawInCsv } from './hostileNames.ts';
import { cli, spawnCommand } from './runCommand.ts';

describe('hostile names in event files', () => {
  const logs = join(folder, 'events');
  beforeAll(async () => {
    const writer = new SummaryWriter({ logdir: join(logs, 'run\x1b[31m\u202e\x9b') });
    const name = hostile.replace('\ud83d', '');
    for (const step of [1, 2, 3]) writer.addScalar(name, step, step);
    writer.addText('text', name, 1);
    await writer.close();
    const [file] = readdirSync(join(logs, 'run\x1b[31m\u202e\x9b'));
    const bytes = readFileSync(join(logs, 'run\x1b[31m\u202e\x9b', file!));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(logs, 'damaged.tfevents\x1b[5m'), bytes);
  });

  test.each([
    [['--format', 'table']],
    [['--format', 'csv']],
    [['--format', 'json']],
    [['--plot']],
    [['--tag', 'text/text_summary', '--format', 'table']],
    [['--tag', 'text/text_summary', '--format', 'csv']],
    [['--tag', 'text/text_summary', '--format', 'json']],
    [['--tag', 'no\x1bsuch']],
  ])('are printable in the output of inspect %j', (args) => {
    const { stderr } = expectPrintable(['inspect', logs, ...args], args.includes('csv'));
    expect(stderr).toContain('damaged.tfevents\\u{1b}[5m is corrupt');
  });

  test('of a file with many corrupt places are printed in few lines', async () => {
    const many = mkdtempSync(join(tmpdir(), 'corruptions-'));
    const writer = new SummaryWriter({ logdir: many });
    for (let step = 0; step < 2000; step++) writer.addScalar('loss', step, step);
    await writer.close();
    const [name] = readdirSync(many);
    const bytes = readFileSync(join(many, name!));
    const record = Math.floor((bytes.length - 100) / 2000);
    for (let at = 500; at < bytes.length; at += 10 * record) bytes[at]! ^= 0xff;
    writeFileSync(join(many, name!), bytes);
    const { stderr, status } = spawnCommand(['inspect', many]);
    const lines = stderr.trim().split('\n');
    expect({ lines: lines.length, status }).toEqual({ lines: 21, status: 1 });
    expect(lines[20]).toMatch(/^gmlp-viz: note: [\d,]+ more places are corrupt$/);
  });

  test('add no colours to a chart but those of its curves', () => {
    const { stdout } = spawnCommand(['inspect', logs, '--plot'], { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\x1b[36m');
    const plain = [31, 32, 33, 34, 35, 36, 39].reduce((text, n) => text.replaceAll(`\x1b[${n}m`, ''), stdout);
    expect(raw.exec(plain)).toBe(null);
  });

  test.each(['table', 'csv', 'json'])('are printable in inspect --follow --format %s', async (format) => {
    const child = spawn(process.execPath, [cli, 'inspect', logs, '--follow', '--format', format]);
    let text = '';
    for await (const chunk of child.stdout) {
      text += chunk;
      if (text.includes('text/text_summary')) break;
    }
    child.kill('SIGINT');
    expect((format === 'csv' ? rawInCsv : raw).exec(text)).toBe(null);
  });
});
