// A file at an `http:` or `https:` address, and those next to it.
import { UserError } from '../errors.ts';
import { expectHeaders, fetchPieces, fetchSize, NoParts, type RequestHeaders } from './fetchPieces.ts';
import type { FileSource } from './fileSource.ts';

/** Whether a path is the address of a file. */
export const isUrl = (path: string): boolean => /^\w+:\/\//.test(path);

/**
 * The file at an address; a file next to it has its folder, and not its query. An address that ends with `/` is a folder
 * with a model.json. Messages show it without what follows `?` or `#`, which may be a key.
 * @param headers are sent to the server of the address, and to no other that it redirects to; no message shows them
 * @throws UserError for an address that is none of `http:` and `https:`, or that holds a password, and for a header that is none
 */
export function urlSource(address: string, headers: RequestHeaders = {}): FileSource {
  const url = parsedUrl(address);
  expectHeaders(headers);
  if (url.pathname.endsWith('/')) url.pathname += 'model.json';
  const beside = (name: string): URL => new URL(name, url);
  // files of a server that sends no parts
  const whole = new Map<string, Promise<Uint8Array>>();
  return {
    path: shownUrl(url),
    pieces: () => fetchPieces(url, headers),
    beside: {
      size: (name) => fetchSize(beside(name), headers),
      read: async (name, maxBytes) => joined(fetchPieces(beside(name), headers, { maxBytes })),
      async part(name, begin, end) {
        if (!whole.has(name))
          try {
            return await joined(fetchPieces(beside(name), headers, { part: [begin, end] }));
          } catch (error) {
            if (!(error instanceof NoParts)) throw error;
            whole.set(name, joined(fetchPieces(beside(name), headers)));
          }
        return (await whole.get(name))!.subarray(begin, end);
      },
    },
  };
}

const shownUrl = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

function parsedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UserError(`an address must begin with http:// or https://, got ${withoutSecrets(address)}`);
  if (url.username !== '' || url.password !== '')
    throw new UserError(`the address at ${url.host} holds a password: give it in a header, Authorization`);
  return url;
}

const withoutSecrets = (address: string): string => address.replace(/[?#].*$/s, '').replace(/\/\/.*@/s, '//');

/** All pieces as one array. */
export async function joined(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
