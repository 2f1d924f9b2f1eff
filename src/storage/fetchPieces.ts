// Reads an address within limits of size and time, and follows where it redirects.
import { UserError } from '../errors.ts';

/** Headers of requests, such as Authorization, by name. */
export type RequestHeaders = Readonly<Record<string, string>>;

/** Limits of every address that is read. */
export const addressLimits = {
  /** Until the answer, and between two pieces of it. */
  quietMs: 30_000,
  /** For one file. */
  totalMs: 15 * 60_000,
  redirects: 5,
  /** Of a file whose size the model does not tell. */
  bytes: 4 * 2 ** 30,
};

interface Wanted {
  /** The most that the file may hold, `addressLimits.bytes` unless given. */
  readonly maxBytes?: number | undefined;
  /** The first byte, and the one after the last. */
  readonly part?: readonly [begin: number, end: number];
}

/** @throws UserError for a header that no request can carry; it does not show the value */
export function expectHeaders(headers: RequestHeaders): void {
  for (const [name, value] of Object.entries(headers))
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || typeof value !== 'string' || !/^[\t\x20-\x7e]+$/.test(value))
      throw new UserError(
        'a header must be a name and a text of printable characters, such as Authorization: Bearer …',
      );
}

/**
 * The bytes of an address from the start on, in pieces. A reader that stops early ends the request.
 * @throws UserError for an address that cannot be read, answers with an error, is longer than it may be, or takes too long;
 * NoParts for a server that sends no parts
 */
export async function* fetchPieces(
  url: URL,
  headers: RequestHeaders,
  { maxBytes = addressLimits.bytes, part }: Wanted = {},
): AsyncGenerator<Uint8Array> {
  const path = `${url.origin}${url.pathname}`;
  const clock = clockOf(path);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    const range = part ? { ...asStored, Range: `bytes=${part[0]}-${part[1] - 1}` } : {};
    const response = await follow({ url, headers, range, path, clock });
    // of the body of a response some browsers know no iterator
    reader = response.body?.getReader();
    if (part && response.status !== 206) throw new NoParts(`${path} is sent whole, and not in parts`);
    const most = part ? part[1] - part[0] : maxBytes;
    for (let bytes = 0; ; ) {
      const { done, value } = (await clock.within(reader?.read())) ?? { done: true, value: undefined };
      if (done) return;
      bytes += value.length;
      if (bytes > most) throw new UserError(`cannot read ${path}: it is longer than ${most} bytes`);
      yield value;
    }
  } finally {
    clock.stop();
    await reader?.cancel().catch(() => undefined);
  }
}

// sizes and parts are those of the file, and not of a compressed answer
const asStored = { 'Accept-Encoding': 'identity' };

/** The server sends no parts of a file. */
export class NoParts extends UserError {}

/** The bytes of an address, as its server tells; undefined where it does not. @throws UserError for a server that does not answer */
export async function fetchSize(url: URL, headers: RequestHeaders): Promise<number | undefined> {
  const path = `${url.origin}${url.pathname}`;
  const clock = clockOf(path);
  try {
    const response = await follow({ url, headers, range: asStored, method: 'HEAD', path, clock });
    const length = response.headers.get('content-length');
    return length === null || response.headers.has('content-encoding') ? undefined : Number(length);
  } catch (error) {
    // not every server knows the method
    if (error instanceof StatusError) return undefined;
    throw error;
  } finally {
    clock.stop();
  }
}

/** The server answered, and said no. */
class StatusError extends UserError {}

interface Asked {
  readonly url: URL;
  readonly headers: RequestHeaders;
  readonly range?: RequestHeaders;
  readonly method?: 'GET' | 'HEAD';
  readonly path: string;
  readonly clock: Clock;
}

/** The answer at the end of all redirects. */
async function follow({ url, headers: own, range = {}, method = 'GET', path, clock }: Asked): Promise<Response> {
  let at = url;
  for (let redirects = 0; redirects <= addressLimits.redirects; redirects++) {
    // a key is for the server that it was given for
    const headers = at.origin === url.origin ? { ...own, ...range } : range;
    const ask = (redirect: RequestRedirect) => fetch(at, { method, headers, redirect, signal: clock.signal });
    let response = await clock.within(ask('manual'));
    // a browser follows redirects by itself, within limits of its own
    if (response.type === 'opaqueredirect') response = await clock.within(ask('follow'));
    if (response.ok) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null)
      throw new StatusError(`cannot read ${path}: the server answers ${response.status}`);
    at = nextUrl(location, at, path);
  }
  throw new UserError(`cannot read ${path}: it redirects more than ${addressLimits.redirects} times`);
}

function nextUrl(location: string, from: URL, path: string): URL {
  const next = URL.canParse(location, from) ? new URL(location, from) : undefined;
  const isSafe = next && (next.protocol === 'https:' || (next.protocol === 'http:' && from.protocol === 'http:'));
  if (!isSafe || next.username !== '' || next.password !== '')
    throw new UserError(
      `cannot read ${path}: it redirects to ${next?.protocol ?? 'no address'}, which is not followed`,
    );
  return next;
}

/** Time limits of one file. */
interface Clock {
  readonly signal: AbortSignal;
  /** @throws UserError where the promise takes longer than the limits, or rejects */
  within<T>(promise: Promise<T> | undefined): Promise<T>;
  stop(): void;
}

function clockOf(path: string): Clock {
  const aborter = new AbortController();
  let reason: string | undefined;
  const after = (ms: number, text: string) =>
    setTimeout(() => {
      reason = `${text} after ${ms / 1000} s`;
      aborter.abort();
    }, ms);
  const total = after(addressLimits.totalMs, 'it has not ended');
  return {
    signal: aborter.signal,
    async within(promise) {
      const quiet = after(addressLimits.quietMs, 'the server sends nothing');
      try {
        return (await promise)!;
      } catch (error) {
        const { message, cause } = error as Error & {
          readonly cause?: { readonly code?: string; readonly message?: string };
        };
        const detail = cause?.code ?? cause?.message;
        const why = reason ?? (detail === undefined ? message : `${message} (${detail})`);
        throw new UserError(`cannot read ${path}: ${why}`, { cause: error });
      } finally {
        clearTimeout(quiet);
      }
    },
    stop: () => clearTimeout(total),
  };
}
