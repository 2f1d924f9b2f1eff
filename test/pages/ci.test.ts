// docs/ci.md, followed in an empty folder, and its workflow, run in a repository with a pull request.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { blocksOf } from './markdown.ts';
import { emptyProject, root, runPage } from './runPage.ts';

test('docs/ci.md prints what it shows', () => runPage('docs/ci.md'));

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}

test('the steps of the workflow in docs/ci.md write a summary, and fail over a budget', () => {
  const blocks = blocksOf(readFileSync(join(root, 'docs/ci.md'), 'utf8'));
  const { on, jobs } = parse(blocks.find(({ marks }) => marks.includes('workflow'))!.text);
  expect([on, Object.keys(jobs)]).toEqual(['pull_request', ['budgets']]);
  const steps: readonly Step[] = jobs.budgets.steps;
  const model = blocks.find(({ file }) => file === 'model.mjs')!.text;
  const folder = emptyProject();
  const summary = join(folder, 'summary.md');
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, GITHUB_STEP_SUMMARY: summary, GITHUB_BASE_REF: 'main' };
  // GitHub runs each step so
  const run = (script: string) => spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8', env });
  try {
    writeFileSync(join(folder, 'model.mjs'), model.replace('?? 64', '?? 48'));
    writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
    const commit = 'git add . && git -c user.name=a -c user.email=a@b commit --quiet --message model';
    run(`git init --quiet && ${commit} && git update-ref refs/remotes/origin/main HEAD`);
    writeFileSync(join(folder, 'model.mjs'), model);
    const [budgets, changes] = steps.filter(({ name }) => name !== undefined) as [Step, Step];
    const checked = run(budgets.run!);
    expect([checked.stderr, checked.status]).toEqual(['', 0]);
    expect(readFileSync(summary, 'utf8').split('\n').slice(0, 6)).toEqual([
      '| Budget | Value | At most | |',
      '| :-- | --: | --: | :-- |',
      '| params | 50,890 | 100,000 | within budget |',
      '| MACs | 50,816 | 1,000,000 | within budget |',
      '| inference at its peak | 207,208 B | 1,000,000 B | within budget |',
      '',
    ]);
    rmSync(summary);
    const changed = run(changes.run!);
    expect(changed.stderr.match(/^gmlp-viz: .*/gm)).toEqual([
      'gmlp-viz: params grew by 33.3%, from 38,170 to 50,890',
      'gmlp-viz: trainable params grew by 33.3%, from 38,170 to 50,890',
      'gmlp-viz: MACs grew by 33.3%, from 38,112 to 50,816',
      'gmlp-viz: training step grew by 32.8%, from 759.19 KiB to 1008.06 KiB',
    ]);
    expect([changed.status, changes.if]).toEqual([1, 'always()']);
    expect(readFileSync(summary, 'utf8')).toContain(
      '- params: 38,170 -&gt; 50,890 (+12,720, +33.3%), over the 5.0% that are allowed\n',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
