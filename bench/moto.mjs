// moto's S3 server on this machine, a proxy that counts what goes to a store, and a Python environment for both.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';

/** An environment with these packages in `folder`, unless PYTHON names one that has them. @returns the path of its python */
export function python(folder, ...packages) {
  if (process.env.PYTHON) return process.env.PYTHON;
  const environment = join(folder, 'python');
  const path = join(environment, 'bin', 'python');
  spawnSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' });
  const install = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...packages];
  spawnSync(path, install, { stdio: 'inherit' });
  return path;
}

export async function freePort() {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a store with the bucket `bucket`, empty unless `program` fills it.
 * @param path of a python that has moto[server]
 * @param program arguments of python before those of the server
 */
export async function startMoto(path, program = ['-m', 'moto.server']) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(path, [...program, '-H', '127.0.0.1', '-p', `${port}`], { stdio: 'ignore' });
  for (let isThere = false; !isThere; ) {
    if (server.exitCode !== null) throw new Error('moto ended');
    await new Promise((resolve) => setTimeout(resolve, 200));
    isThere = await fetch(url).then(
      () => true,
      () => false,
    );
  }
  await fetch(`${url}/bucket`, { method: 'PUT' });
  return { url, server };
}

/** Hands requests on to a store. @returns its counts of requests by method, and of bytes of their bodies and answers */
export async function countingProxy(target) {
  const counts = { PUT: 0, GET: 0, bytesSent: 0, bytesRead: 0 };
  const server = createServer((incoming, answer) => {
    const { method, url, headers } = incoming;
    const outgoing = request(new URL(url, target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.on('data', (bytes) => {
        counts.bytesRead += bytes.length;
      });
      response.pipe(answer);
    });
    counts[method] = (counts[method] ?? 0) + 1;
    incoming.on('data', (bytes) => {
      counts.bytesSent += bytes.length;
    });
    incoming.pipe(outgoing);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, counts, close };
}

/** The environment of a client of a store, which keeps its caches in `folder`. */
export const clientEnvironment = (endpoint, folder) => ({
  ...process.env,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
  AWS_ENDPOINT_URL: endpoint,
  S3_ENDPOINT: endpoint, // TensorBoard's own name of it
  AWS_EC2_METADATA_DISABLED: 'true',
  XDG_STATE_HOME: join(folder, 'state'),
  XDG_CACHE_HOME: join(folder, 'cache'),
});
