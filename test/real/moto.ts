// moto's S3 server, and TensorBoard as it reads a bucket: without TensorFlow, which refuses the scheme s3.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { pythonPath } from './python.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const library = new URL('../../dist/index.js', import.meta.url);
/** The path of the command. */
export const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** Arguments of Node for a script that uses the library, and says lines on stdout. */
export const scriptArgs = (body: string): string[] => [
  '--input-type=module',
  '-e',
  `import { SummaryWriter, readEvents, readRuns, inspect, s3Storage, tensorBoardCallback } from '${library}';
  import { writeSync } from 'node:fs';
  const say = (text) => writeSync(1, text + '\\n');
  ${body}`,
];

/** Runs a script in a process of its own. */
export const runScript = (body: string, env: NodeJS.ProcessEnv) => runNode(scriptArgs(body), env);

/** Runs the command while this process answers, as a proxy in it has to. */
export const runCli = (words: readonly string[], env: NodeJS.ProcessEnv) => runNode([cli, ...words], env);

async function runNode(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  return { stdout, stderr, status: status as number | null };
}

/** The environment of a client, with a spool of its own. */
export const clientEnvironment = (endpoint: string) => ({
  ...process.env,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test-secret-0123456789',
  AWS_REGION: 'us-east-1',
  AWS_ENDPOINT_URL: endpoint,
  S3_ENDPOINT: endpoint,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
  XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'spool-')),
});

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end && child.exitCode === null; ) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

async function started(args: readonly string[], url: string, env: NodeJS.ProcessEnv) {
  const child = spawn(pythonPath, args, { env, stdio: 'ignore' });
  const close = async (): Promise<void> => {
    const ended = once(child, 'close');
    child.kill();
    await ended;
  };
  await answers(url, child);
  return { url, close };
}

/** Starts a store that is empty but for the bucket `bucket`. */
export async function startMoto() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await started(['-m', 'moto.server', '-H', '127.0.0.1', '-p', `${port}`], url, process.env);
  await fetch(`${url}/bucket`, { method: 'PUT' });
  return server;
}

/**
 * A store for the tests of a file, from before the first one to after the last one.
 * @returns its address, and the environment of a client of it
 */
export function useMoto(): { readonly url: string; readonly env: ReturnType<typeof clientEnvironment> } {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  let env: ReturnType<typeof clientEnvironment>;
  beforeAll(async () => {
    moto = await startMoto();
    env = clientEnvironment(moto.url);
  });
  afterAll(() => moto.close());
  return {
    get url() {
      return moto.url;
    },
    get env() {
      return env;
    },
  };
}

/**
 * Makes a store check the credentials of each request from now on.
 * @returns a key and its secret that may do all
 */
export async function checkCredentials(url: string): Promise<{ key: string; secret: string }> {
  const iam = async (Action: string, more: Record<string, string> = {}): Promise<string> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/iam/aws4_request' },
      body: new URLSearchParams({ Action, Version: '2010-05-08', UserName: 'writer', ...more }),
    });
    if (!answer.ok) throw new Error(`${Action}: ${await answer.text()}`);
    return answer.text();
  };
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  await iam('CreateUser');
  await iam('PutUserPolicy', { PolicyName: 'all', PolicyDocument: JSON.stringify(policy) });
  const created = await iam('CreateAccessKey');
  const field = (name: string): string => new RegExp(`<${name}>([^<]+)<`).exec(created)![1]!;
  await fetch(`${url}/moto-api/reset-auth`, { method: 'POST', body: '0' });
  return { key: field('AccessKeyId'), secret: field('SecretAccessKey').replaceAll('&#x2B;', '+') };
}

// TensorBoard's own switch: it takes a module of this name for a build without TensorFlow
const withoutTensorFlow = `import sys, types
sys.modules['tensorboard.compat.notf'] = types.ModuleType('notf')
from tensorboard.main import run_main
run_main()`;

/** Starts a TensorBoard that reads a bucket anew each second. */
export async function serveBucket(logdir: string, env: NodeJS.ProcessEnv) {
  const port = await freePort();
  const where = ['--logdir', logdir, '--host', '127.0.0.1', '--port', `${port}`];
  const how = ['--load_fast', 'false', '--reload_interval', '1'];
  return started(['-c', withoutTensorFlow, ...where, ...how], `http://127.0.0.1:${port}/`, env);
}
