// A real TensorBoard on a free port of this machine. In: a logdir, one of its two loaders. Out: its address.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pythonPath } from './python.ts';

export type Loader = 'rust' | 'python';

/** Serves `logdir` while `use` runs. */
export async function withTensorBoard<T>(logdir: string, loader: Loader, use: (url: string) => Promise<T>): Promise<T> {
  const child = spawn(
    pythonPath,
    [
      '-m',
      'tensorboard.main',
      '--logdir',
      logdir,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--load_fast',
      `${loader === 'rust'}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    return await use(await address(child));
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

async function address(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr!) {
    said += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
    if (url) {
      child.stderr!.resume();
      return url;
    }
  }
  throw new Error(`tensorboard ended: ${said}`);
}

/** Asks until the answer is not empty: TensorBoard loads runs after it has said where it listens. */
export async function ask(url: string, path: string): Promise<string> {
  for (const end = Date.now() + 60_000; ; ) {
    const response = await fetch(new URL(path, url));
    const text = await response.text();
    if (response.ok && text.trim() !== '{}' && text !== '') return text;
    if (Date.now() > end) throw new Error(`${path} answers ${response.status} ${text.slice(0, 200)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
