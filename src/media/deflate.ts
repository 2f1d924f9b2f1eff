// zlib's format where Node is not: `#deflate` of package.json names this file for browsers. In: bytes. Out: fewer.
import { zlibSync } from 'fflate';

export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 3 });
