// What the answers of a server mean, by Amazon's client and a server of the test's own.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../../src/storage/s3/objectStore.ts';
import { attempts, type Patience, patience } from '../../../src/storage/s3/s3Client.ts';

const secret = 'a-secret-of-the-test';
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let endpoint = '';
let answer: Answer;
const asked: string[] = [];
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  server = createServer((request, response) => {
    const condition = request.headers['if-none-match'];
    asked.push(`${request.method}${condition === undefined ? '' : ` if-none-match ${condition}`}`);
    request.resume().on('end', () => answer(request, response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
beforeEach(() => void asked.splice(0));
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const says =
  (status: number, code = '', headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'application/xml', ...headers })
      .end(code && `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
const store = (patience?: Patience) =>
  openStore({ scheme: 's3', endpoint, region: 'us-east-1' }, { ...(patience && { patience }) });
const body = Buffer.from('body');
const failure = (limits?: Patience) =>
  store(limits)
    .put('bucket', 'run/key', body, true)
    .then(
      (isStored) => ({ isStored }),
      ({ message, isFinal }) => ({ message, isFinal }),
    );

test.each([
  ['wrong key', says(403, 'InvalidAccessKeyId'), 's3://bucket refuses the credentials: InvalidAccessKeyId'],
  ['wrong secret', says(403, 'SignatureDoesNotMatch'), 's3://bucket refuses the credentials: SignatureDoesNotMatch'],
  ['expired token', says(400, 'ExpiredToken'), 's3://bucket refuses the credentials: ExpiredToken'],
  ['no permission', says(403, 'AccessDenied'), 's3://bucket does not allow it: AccessDenied'],
  ['no bucket', says(404, 'NoSuchBucket'), 'there is no bucket s3://bucket'],
  [
    'a bucket of another region, 400',
    says(400, 'AuthorizationHeaderMalformed', { 'x-amz-bucket-region': 'eu-west-1' }),
    's3://bucket is in another region: set AWS_REGION=eu-west-1',
  ],
  [
    'a bucket of another region, 400 with the region in its body',
    (_, response) =>
      response
        .writeHead(400, { 'content-type': 'application/xml' })
        .end('<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>'),
    's3://bucket is in another region: set AWS_REGION=eu-west-1',
  ],
  [
    'a bucket of another region, 301',
    says(301, 'PermanentRedirect'),
    's3://bucket is in another region: set AWS_REGION to it',
  ],
  ['a server that knows no S3', says(404), /^http:\/\/127\.0\.0\.1:\d+ is no S3 server: it answers 404$/],
])('%s is an error that no retry mends, in one clause within 10 s', async (_, given, clause) => {
  answer = given;
  const begun = performance.now();
  const { message, isFinal } = (await failure()) as { message: string; isFinal: boolean };
  expect(message).toMatch(clause);
  expect(message).not.toMatch(/\n/);
  expect(message).not.toContain(secret);
  expect(isFinal).toBe(true);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('an answer without an ETag, such as that of a web page, is no success and is tried again', async () => {
  answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
  expect(await failure()).toEqual({
    message: `${endpoint} answers without an ETag, as no S3 server does`,
    isFinal: false,
  });
});

test('an object whose key is taken is not overwritten', async () => {
  answer = says(412, 'PreconditionFailed');
  expect(await failure()).toEqual({ isStored: false });
  expect(asked).toEqual(['PUT if-none-match *']);
});

test.each([
  ['free', says(404, 'NoSuchKey'), true, ['PUT if-none-match *', 'GET', 'PUT']],
  ['taken', says(206, '', { 'content-length': '0' }), false, ['PUT if-none-match *', 'GET']],
])('of a server without conditional puts a %s key is looked up first', async (_, lookUp, isStored, requests) => {
  answer = (request, response) => {
    if (request.method === 'GET') lookUp(request, response);
    else if (request.headers['if-none-match'] !== undefined) says(501, 'NotImplemented')(request, response);
    else says(200, '', { etag: '"mark"' })(request, response);
  };
  expect(await failure()).toEqual({ isStored });
  expect(asked.filter((line, i) => line !== asked[i - 1])).toEqual(requests);
});

test('a put sends no checksum and no chunks, which compatible stores refuse', async () => {
  let headers: IncomingMessage['headers'] = {};
  answer = (request, response) => {
    headers = request.headers;
    says(200, '', { etag: '"mark"' })(request, response);
  };
  expect(await failure()).toEqual({ isStored: true });
  expect(Object.keys(headers).filter((name) => /checksum|trailer|transfer-encoding/.test(name))).toEqual([]);
  expect(headers['content-length']).toBe('4');
  expect(JSON.stringify(headers)).not.toContain(secret);
});

test('a server that resets connections cannot be reached, which is tried again', async () => {
  answer = (request) => request.socket.destroy();
  expect(await failure()).toEqual({ message: `${endpoint} cannot be reached: ECONNRESET`, isFinal: false });
});

test('a silent server is an error that is tried again, after the silence that each attempt allows', async () => {
  answer = () => undefined;
  const silentMs = 400;
  const begun = performance.now();
  expect(await failure({ ...patience, silentMs })).toEqual({
    message: expect.stringContaining(endpoint),
    isFinal: false,
  });
  expect(asked).toEqual(Array(attempts).fill('PUT if-none-match *'));
  expect(performance.now() - begun).toBeGreaterThanOrEqual(attempts * silentMs - 1);
  expect(performance.now() - begun).toBeLessThan(attempts * silentMs + 5000);
});

test('a silent server is an error within 25 s unless a test gives it less', () => {
  expect(attempts * patience.silentMs + 5000).toBeLessThanOrEqual(25_000);
});
