// zlib's format where Node is: three times as fast as the other file. In: bytes. Out: fewer.
import { deflateSync } from 'node:zlib';

export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 3 });
