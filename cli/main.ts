#!/usr/bin/env node
// The first file of the command, and the only one that sets exit codes. It imports nothing of this package at its head: on
// a version of Node that is too old, imports fail before any line of this file runs.
import { keepCompiledCode } from './compileCache.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// package.json's engines
if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) void run();
else {
  process.stderr.write(`gmlp-viz: gmlp-viz runs on Node 20.19, 22.12 or later, got ${process.versions.node}\n`);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  keepCompiledCode();
  const [{ runCommandLine }, { failEnded, failUnsettled }] = await Promise.all([
    import('./commandLine.ts'),
    import('./output.ts'),
  ]);
  // nothing is left to run, and the command has not ended
  const unsettled = (): void => {
    process.exitCode = failUnsettled();
  };
  // code of a model's file called process.exit()
  const ended = (): void => {
    process.exitCode = failEnded();
  };
  process.once('beforeExit', unsettled);
  process.once('exit', ended);
  const exitCode = await runCommandLine(process.argv.slice(2), (code) => {
    process.off('exit', ended);
    return process.exit(code);
  });
  process.off('beforeExit', unsettled);
  process.off('exit', ended);
  process.exitCode = exitCode;
}
