// The file that the build writes when it is done, and removes when it begins.
import { fileURLToPath } from 'node:url';

export const built = fileURLToPath(new URL('../dist/.built', import.meta.url));
