#!/usr/bin/env node
// The first file of the command, and the only one that sets exit codes. It imports nothing at its head: on a version of Node
// that is too old, imports fail before any line of this file runs.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// package.json's engines
if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  const [{ runCommandLine }, { failUnsettled }] = await Promise.all([
    import('./commandLine.ts'),
    import('./output.ts'),
  ]);
  // Node's exit code where a promise that is awaited can no longer settle
  const unsettled = 13;
  process.on('exit', () => {
    if (process.exitCode === unsettled) process.exitCode = failUnsettled();
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), (code) => process.exit(code));
} else {
  process.stderr.write(`gmlp-viz: gmlp-viz runs on Node 20.19, 22.12 or later, got ${process.versions.node}\n`);
  process.exitCode = 2;
}

export {};
