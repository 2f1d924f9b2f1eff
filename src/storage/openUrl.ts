// A file by its address, for browsers: package.json maps `#openFile` to this file.
import type { RequestHeaders } from './fetchPieces.ts';
import type { FileSource } from './fileSource.ts';
import { urlSource } from './urlSource.ts';

/** The file at a URL, which may be relative to the page. @param headers of requests to its server */
export const openFile = (path: string, headers?: RequestHeaders): FileSource =>
  urlSource(new URL(path, globalThis.location?.href).href, headers);
