// A thread that keeps the process of `host.cjs`, so that a test waits for an outcome without a promise.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';

const { cli, port, isAnswered } = workerData;
const host = fileURLToPath(new URL('host.cjs', import.meta.url));
const timeoutMs = 60_000;
let child;
let timer;

port.on('message', (call) => {
  child ??= start();
  timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  child.stdin.write(`${JSON.stringify(call)}\n`);
});

function start() {
  const started = spawn(process.execPath, [host, cli], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  let text = '';
  started.stdio[3].setEncoding('utf8').on('data', (part) => {
    text += part;
    if (!text.endsWith('\n')) return;
    const { hasEnded, ...outcome } = JSON.parse(text);
    text = '';
    if (hasEnded) child = undefined;
    answer(outcome);
  });
  started.on('close', () => {
    if (child !== started) return;
    child = undefined;
    answer({ stdout: '', stderr: 'the process of the command was killed, or took longer than a minute', status: null });
  });
  return started;
}

function answer(outcome) {
  clearTimeout(timer);
  port.postMessage(outcome);
  Atomics.store(isAnswered, 0, 1);
  Atomics.notify(isAnswered, 0);
}
