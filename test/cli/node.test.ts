// The versions of Node that the command runs on are those of package.json, and others are told.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const pretending = (version: string) => {
  const versions = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(versions)}`, cli, '--version'],
    { encoding: 'utf8' },
  );
  return { stdout, stderr, status };
};

test('package.json names these versions', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(engines.node).toBe('^20.19.0 || >=22.12.0');
});

test.each(['14.21.3', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('Node %s is refused with one clause', (version) => {
  expect(pretending(version)).toEqual({
    stdout: '',
    stderr: `gmlp-viz: gmlp-viz runs on Node 20.19, 22.12 or later, got ${version}\n`,
    status: 2,
  });
});

test.each(['20.19.0', '22.12.0', '23.0.0', '24.1.0'])('Node %s runs it', (version) => {
  expect(pretending(version)).toMatchObject({ stderr: '', status: 0 });
});
