// Disks that take nothing more: one clause, exit code 2, and no file that is half of one.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'full-'));
/** Runs `gmlp-viz <command>` in a shell. @param blocks of 512 bytes that a file may have */
const shell = (cwd: string, command: string, blocks = 'unlimited') => {
  const script = `ulimit -f ${blocks}; "${process.execPath}" "${cli}" ${command}`;
  const { stdout, stderr, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8', cwd });
  return { stdout, stderr, status };
};
const all = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const profile =
  'profile --image-size 16 --num-layers 1 --backend cpu --runs 1 --warmup 0 --format trace --out profile.json';

describe.runIf(process.platform === 'linux')('stdout', () => {
  test.each([
    'summary',
    'summary --style json',
    'diff gmlp gmlp',
    'backends --format json',
    'graph',
    'completion',
    '--help',
    '--version',
  ])('a full disk ends %s with one clause', (command) => {
    const { stderr, status } = shell(emptyFolder(), `${command} > /dev/full`);
    const said = stderr.split('\n').filter((line) => line.startsWith('gmlp-viz: '));
    expect({ said, status }).toEqual({
      said: ['gmlp-viz: cannot write to the standard output: ENOSPC: no space left on device, write'],
      status: 2,
    });
    expect(stderr).not.toContain('    at ');
  });

  test('a disk that fills up after the first block ends the command with one clause', () => {
    const folder = emptyFolder();
    const { stderr, status } = shell(folder, 'summary --style json > part.json', '1');
    expect({ stderr, status }).toEqual({
      stderr: 'gmlp-viz: cannot write to the standard output: EFBIG: file too large, write\n',
      status: 2,
    });
    expect(statSync(join(folder, 'part.json')).size).toBeLessThanOrEqual(1024);
  });

  test('a stderr that is full keeps the exit code', () => {
    expect(shell(emptyFolder(), 'summary no-such-model 2> /dev/full').status).toBe(2);
    expect(shell(emptyFolder(), 'graph 2> /dev/full').status).toBe(0);
  });

  test.each(['summary gmlp-b16', '--help', 'summary no-such-model 2>&1'])(
    'a pipe that closes early ends %s quietly',
    (command) => {
      expect(shell(emptyFolder(), `${command} | head -0`)).toEqual({ stdout: '', stderr: '', status: 0 });
    },
  );
});

describe.runIf(process.platform === 'linux')('files', () => {
  test.each([
    'graph --logdir a/b/c',
    'graph --comment x',
    'graph --dialect torch --logdir logs',
    'graph --format graphdef --out a/b.pb',
    'graph --format pbtxt --out b.pbtxt',
    'graph --format savedmodel --out a/saved',
    'graph --format onnx --out a/b.onnx',
    'graph --format svg --out b.svg',
    'graph --format json --out b.json',
    'view --out b.html',
    profile,
  ])('%s leaves nothing behind', (command) => {
    for (const blocks of ['0', '1']) {
      const folder = emptyFolder();
      const { stdout, stderr, status } = shell(folder, command, blocks);
      expect({ stdout, status, left: all(folder) }).toEqual({ stdout: '', status: 2, left: [] });
      expect(stderr).toMatch(/^gmlp-viz: cannot write [^\n]*EFBIG[^\n]*\n$/);
    }
  });

  test('a second graph that cannot be written leaves the first one alone', () => {
    const folder = emptyFolder();
    shell(folder, 'graph --logdir logs');
    const before = all(folder).map((name) => [name, statSync(join(folder, name)).size]);
    for (const overwrite of ['', ' --overwrite']) {
      expect(shell(folder, `graph --logdir logs${overwrite}`, '1').status).toBe(2);
      expect(all(folder).map((name) => [name, statSync(join(folder, name)).size])).toEqual(before);
    }
  });

  test('profile --out writes the whole file or leaves the former one, and keeps its mode', () => {
    const folder = emptyFolder();
    const path = join(folder, 'profile.json');
    writeFileSync(path, 'before');
    chmodSync(path, 0o640);
    expect(shell(folder, profile, '1').stderr).toBe(
      'gmlp-viz: cannot write to profile.json: EFBIG: file too large, write\n',
    );
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(shell(folder, profile)).toEqual({ stdout: 'profile.json\n', stderr: '', status: 0 });
    expect(JSON.parse(readFileSync(path, 'utf8')).traceEvents.length).toBeGreaterThan(10);
    expect({ names: all(folder), mode: statSync(path).mode & 0o777 }).toEqual({ names: ['profile.json'], mode: 0o640 });
  });

  test('profile --out writes to a device, a pipe, a link and a link to nothing', () => {
    const folder = emptyFolder();
    expect(shell(folder, `${profile.replace('profile.json', '/dev/null')}`).status).toBe(0);
    expect(shell(folder, `${profile.replace('profile.json', '/dev/full')}`).status).toBe(2);
    expect(shell(folder, `${profile.replace('profile.json', '/dev/stdout')} | head -c 1`).stdout).toBe('{');
    writeFileSync(join(folder, 'profile.json'), '');
    symlinkSync('profile.json', join(folder, 'link.json'));
    symlinkSync('none', join(folder, 'lost.json'));
    expect(shell(folder, `${profile.replace('profile.json', 'link.json')}`).status).toBe(0);
    expect(statSync(join(folder, 'profile.json')).size).toBeGreaterThan(100);
    expect(shell(folder, `${profile.replace('profile.json', 'lost.json')}`).stderr).toBe(
      'gmlp-viz: lost.json is a link to nothing\n',
    );
    expect(all(folder).sort()).toEqual(['link.json', 'lost.json', 'profile.json']);
  });
});
