// Compression to zlib's format for browsers, where package.json maps `#deflate` to this file; to gzip's format everywhere.
import { gzipSync, zlibSync } from '../compression.ts';

export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 3 });

/** To gzip's format. The same bytes give the same ones on every machine, which Node's own compression does not promise. */
export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });
