// Builds the package unless it is newer than its sources, then runs vitest next to the checks of types, style, unused code and
// the package. Shows vitest's output as it comes, a check's only if it fails, then one line for each; exits with 1 if one failed.
//   node tools/check.mjs [words for vitest]
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const checks = ['check:types', 'check:style', 'check:unused', 'check:package'];

/** Runs a command; its output is shown as it comes, or only if it fails. @returns its outcome, never a rejection */
function run(name, command, args, { isShownAtOnce }) {
  const start = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: isShownAtOnce ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  return new Promise((resolve) => {
    const end = (reason) => {
      const isPassed = reason === undefined;
      if (!isShownAtOnce && !isPassed) console.log(`\n${name} failed (${reason}):\n${output.trimEnd()}\n`);
      resolve({ name, isPassed, reason, seconds: (performance.now() - start) / 1000 });
    };
    child.on('error', ({ message }) => end(message));
    child.on('close', (code, signal) => end(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
}

async function runChecks() {
  const outcomes = [];
  for (const name of checks) outcomes.push(await run(name, 'npm', ['run', '--silent', name], { isShownAtOnce: false }));
  return outcomes;
}

const node = (...args) => [process.execPath, args, { isShownAtOnce: true }];
const built = await run('build', ...node('tools/prepare.mjs'));
const outcomes = built.isPassed
  ? (
      await Promise.all([
        run('vitest', ...node('node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2))),
        runChecks(),
      ])
    ).flat()
  : [];
for (const { name, isPassed, reason, seconds } of [built, ...outcomes])
  console.log(
    `${isPassed ? 'passed' : 'FAILED'}  ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${reason ?? ''}`.trimEnd(),
  );
process.exitCode = [built, ...outcomes].every(({ isPassed }) => isPassed) ? 0 : 1;
