// The built command, as tests run it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** The file of the built command. */
export const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** What a command printed, and its exit code: null where a signal ended it. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Where a command runs: this folder, and this environment on top of the test's own. */
interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command in a process of its own: for tests of signals, terminals, pipes, and of what a new process loads. */
export function spawnCommand(args: readonly string[], { cwd, env }: Surroundings = {}): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 60_000,
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
  });
  return { stdout, stderr, status };
}

/**
 * Runs the command in a process that runs the next one too, and forgets each before the next: a third of the time.
 */
export function runCommand(args: readonly string[], { cwd = process.cwd(), env }: Surroundings = {}): Outcome {
  host ??= startHost();
  Atomics.store(host.isAnswered, 0, 0);
  host.port.postMessage({ args, cwd, env: { ...process.env, ...env } });
  Atomics.wait(host.isAnswered, 0, 0);
  return receiveMessageOnPort(host.port)!.message;
}

let host: ReturnType<typeof startHost> | undefined;

function startHost() {
  const { port1, port2 } = new MessageChannel();
  const isAnswered = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('host/bridge.mjs', import.meta.url), {
    workerData: { cli, port: port2, isAnswered },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { port: port1, isAnswered };
}
