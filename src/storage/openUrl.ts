// A file by its address, for browsers: package.json maps `#openFile` to this file.
import { type FileSource, urlSource } from './fileSource.ts';

/** The file at a URL, which may be relative to the page. */
export const openFile = (path: string): FileSource => urlSource(new URL(path, globalThis.location?.href).href);
