// Compression for browsers: package.json maps `#deflate` to this file.
import { gzipSync, zlibSync } from '../compression.ts';

/** To zlib's format. */
export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 3 });
/** To gzip's format, the same bytes each time. */
export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });
