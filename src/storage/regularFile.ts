// Files of the disk that can be read to their end.
import { realpathSync, type Stats, statSync } from 'node:fs';
import { UserError } from '../errors.ts';

/**
 * Refuses a path whose reading may never end: a pipe, a socket, a device. A file of `/proc` has no size, and some of those wait
 * for ever too, so that a file without bytes is refused as well.
 * @param way what the user can do instead, at the end of the clause
 * @throws UserError, and the file system's error for a path that is not there
 */
export function expectRegularFile(path: string, way = ''): void {
  const why = whyUnreadable(statSync(path));
  if (why !== undefined) throw new UserError(`${path} is ${why}${way && `: ${way}`}`);
}

/** Why a file cannot be read to its end, after "it is"; undefined for one that can. */
export const whyUnreadable = (stats: Stats): string | undefined => {
  if (!stats.isFile()) return 'no regular file';
  return stats.size === 0 ? 'empty' : undefined;
};

// pipes that the shell opened, as `<(zcat events.gz)` and the standard input are: they have a writer
const openedPipe = /^\/dev\/(fd\/\d+|stdin)$|^\/proc\/(self|\d+)\/fd\/\d+$/;

/**
 * Refuses a path that cannot be read as a stream, which may be empty, and may be a pipe that the shell opened.
 * @throws UserError for other pipes, sockets, devices and files of `/proc`; the file system's error for a path that is not there
 */
export function expectStream(path: string): void {
  const stats = statSync(path);
  if (stats.isDirectory() || (stats.isFIFO() && openedPipe.test(path))) return;
  if (!stats.isFile() || (stats.size === 0 && realpathSync(path).startsWith('/proc/')))
    throw new UserError(`${path} is no regular file: a pipe is read as /dev/stdin`);
}
