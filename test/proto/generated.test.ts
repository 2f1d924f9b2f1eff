import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const generated = 'src/proto/generated';

test('generating the protobuf modules again gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    execFileSync(process.execPath, ['tools/generateProto.mjs', folder], { stdio: 'inherit' });
    const names = readdirSync(folder).sort();
    expect(names).toEqual(readdirSync(generated).sort());
    for (const name of names)
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(generated, name)))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('git ignores the generated protobuf modules', () => {
  expect(execFileSync('git', ['ls-files', generated], { encoding: 'utf8' })).toBe('');
});
