// A real TensorBoard on a free port of this machine. In: a logdir, one of its two loaders. Out: its address,
// once it has read the logdir.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pythonPath } from './python.ts';

export type Loader = 'rust' | 'python';

// the logdir is read once: the Python loader reads before it serves, the Rust one says when it has read
const options = {
  rust: ['--load_fast', 'true', '--verbosity', '0'],
  python: ['--load_fast', 'false', '--reload_task', 'blocking'],
} satisfies Record<Loader, readonly string[]>;

interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `logdir`, as it is now, until it is closed. */
export async function serve(logdir: string, loader: Loader): Promise<Served> {
  const where = ['--logdir', logdir, '--host', '127.0.0.1', '--port', '0', '--reload_interval', '0'];
  const child = spawn(pythonPath, ['-m', 'tensorboard.main', ...where, ...options[loader]], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  const close = async () => {
    child.kill();
    await ended;
  };
  try {
    return { url: await address(child, loader), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Serves `logdir` while `use` runs. */
export async function withTensorBoard<T>(logdir: string, loader: Loader, use: (url: string) => Promise<T>): Promise<T> {
  const { url, close } = await serve(logdir, loader);
  try {
    return await use(url);
  } finally {
    await close();
  }
}

async function address(child: ChildProcessByStdio<null, null, Readable>, loader: Loader): Promise<string> {
  const said: string[] = [];
  let loaded = loader === 'python';
  let url: string | undefined;
  for await (const line of createInterface(child.stderr)) {
    said.push(line);
    loaded ||= line.includes('Finished load cycle');
    url ??= /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (!url || !loaded) continue;
    child.stderr.resume();
    return url;
  }
  throw new Error(`tensorboard ended: ${said.join('\n')}`);
}

/** A body is sent as JSON. */
export async function ask(url: string, path: string, body?: unknown): Promise<string> {
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(new URL(path, url), request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answers ${response.status} ${text.slice(0, 200)}`);
  return text;
}

/** What it answers and of which type. */
export async function askBytes(url: string, path: string): Promise<{ bytes: Uint8Array; type: string | null }> {
  const response = await fetch(new URL(path, url));
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return { bytes: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type') };
}
