// Proxies of a store: one that fails a fifth of requests, one that answers some late or none, one that is away at first, one of
// another region, and one that counts.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function forwarded({ method, url, headers }: IncomingMessage, body: Buffer, store: string): Promise<Answered> {
  const outgoing = request(new URL(url!, store), { method: method!, headers }).end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return {
    status: response.statusCode!,
    headers: response.headers as Record<string, string>,
    body: await bytesOf(response),
  };
}

async function proxy(answer: (incoming: IncomingMessage, body: Buffer, response: ServerResponse) => Promise<void>) {
  const server = createServer(async (incoming, response) => {
    await answer(incoming, await bytesOf(incoming), response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A fifth of requests is answered by 500, late, by a reset, or by a reset after the store has done it. */
export function faultyProxy(store: string) {
  let count = 0;
  return proxy(async (incoming, body, response) => {
    count += 1;
    const fault = count % 5 === 0 ? (count / 5) % 4 : -1;
    if (fault === 0) return void response.writeHead(500).end();
    if (fault === 1) return void incoming.socket.destroy();
    if (fault === 2) await wait(1000);
    const answered = await forwarded(incoming, body, store);
    if (fault === 3) incoming.socket.destroy();
    else response.writeHead(answered.status, answered.headers).end(answered.body);
  });
}

/** Answers 503 until it is opened, and each request a little later then. */
export async function closedProxy(store: string) {
  let isOpen = false;
  const { url, close } = await proxy(async (incoming, body, response) => {
    if (!isOpen) return void response.writeHead(503).end();
    await wait(15);
    const { status, headers, body: answer } = await forwarded(incoming, body, store);
    response.writeHead(status, headers).end(answer);
  });
  const open = (): void => {
    isOpen = true;
  };
  return { url, open, close };
}

/** Answers requests whose path holds `part` after so many milliseconds. */
export const lateProxy = (store: string, part: string, milliseconds: number) =>
  proxy(async (incoming, body, response) => {
    if (incoming.url!.includes(part)) await wait(milliseconds);
    const { status, headers, body: answer } = await forwarded(incoming, body, store);
    response.writeHead(status, headers).end(answer);
  });

/** Hands all requests on. @returns also how many there were by method, listings as LIST, and the bytes of their bodies */
export async function countingProxy(store: string) {
  const counts = { bytes: 0, requests: {} as Record<string, number> };
  const { url, close } = await proxy(async (incoming, body, response) => {
    counts.bytes += body.length;
    // a listing asks for the bucket itself; boto3 has an older form of it than other clients
    const isListing = incoming.method === 'GET' && /^\/[^/?]+\/?\?/.test(incoming.url!);
    const kind = isListing ? 'LIST' : incoming.method!;
    counts.requests[kind] = (counts.requests[kind] ?? 0) + 1;
    const { status, headers, body: answer } = await forwarded(incoming, body, store);
    response.writeHead(status, headers).end(answer);
  });
  return { url, counts, close };
}

/** Takes requests, and answers none. */
export const silentProxy = () => proxy(() => new Promise(() => undefined));

/** Answers as S3 does to requests that are signed for another region than the bucket's. */
export const regionProxy = (status: number, code: string, headers: Record<string, string> = {}) =>
  proxy(async (_, __, response) => {
    const text = `<Error><Code>${code}</Code><Message>the region 'us-east-1' is wrong</Message></Error>`;
    response.writeHead(status, { 'content-type': 'application/xml', ...headers }).end(text);
  });
