// What the command costs as a whole process, beside a bare `node -e 0` in the same run.
// Prints what is loaded, and the line that the README quotes; exit code 1 when a bound is passed, or a file is not used.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadedFiles } from './loadedFiles.mjs';

const runs = 15;
const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const logs = mkdtempSync(join(tmpdir(), 'bench-'));

const bounds = { cpuOfSummary: 2.9, cpuOfGraph: 3.3, peakMegabytes: 70 };
const commands = {
  bare: ['-e', '0'],
  summary: [cli, 'summary'],
  graph: [cli, 'graph', '--overwrite', '--logdir', logs],
};

// each process tells its own use as it ends
const report = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 }));
  });
`)}`;

function measure(args) {
  const { status, output } = spawnSync(process.execPath, ['--import', report, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return JSON.parse(output[3]);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const seen = { bare: [], summary: [], graph: [] };
for (let run = 0; run < runs; run++) for (const name in commands) seen[name].push(measure(commands[name]));

const root = fileURLToPath(new URL('..', import.meta.url));
let unused = 0;
for (const name of ['summary', 'graph']) {
  console.log(`${name} loads, in ms, kB and functions that ran:`);
  for (const { file, ms, bytes, ran, functions } of loadedFiles(commands[name])) {
    const counts = bytes === undefined ? '' : `${(bytes / 1000).toFixed(1).padStart(7)}  ${ran} of ${functions}`;
    // tables of plain values have no functions to run
    if (ran === 0 && functions > 0) unused++;
    console.log(`${ms.toFixed(2).padStart(7)}  ${file.replace(root, '').padEnd(56)} ${counts}`);
  }
}
rmSync(logs, { recursive: true });

const cpu = (name) => median(seen[name].map((use) => use.cpu));
const peak = (name) => Math.max(...seen[name].map((use) => use.peak));
const ratio = (name) => cpu(name) / cpu('bare');
for (const name in commands)
  console.log(`${name.padEnd(8)} ${cpu(name).toFixed(0).padStart(4)} ms of CPU, peak ${peak(name).toFixed(0)} MB`);
console.log(
  `CPU time of a bare \`node -e 0\`: summary ${ratio('summary').toFixed(1)} times, graph ${ratio('graph').toFixed(1)} times; ` +
    `peak ${Math.max(peak('summary'), peak('graph')).toFixed(0)} MB (median of ${runs} runs, ${availableParallelism()} cores)`,
);
const over =
  ratio('summary') > bounds.cpuOfSummary ||
  ratio('graph') > bounds.cpuOfGraph ||
  Math.max(peak('summary'), peak('graph')) > bounds.peakMegabytes;
if (over) console.log(`over the bounds: ${JSON.stringify(bounds)}`);
if (unused > 0) console.log(`${unused} files are loaded and not used`);
process.exitCode = over || unused > 0 ? 1 : 0;
