// Compression to zlib's format for browsers: package.json maps `#deflate` to this file.
import { zlibSync } from '../compression.ts';

export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 3 });
