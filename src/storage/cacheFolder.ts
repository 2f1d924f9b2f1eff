// Texts in the user's folder for caches, each in a file named by a hash of its key:
//   <sha256 of the key, a line break and the text>
//   <the text>
// Whoever reads one must do as well without it: a file may be missing, cut or another program's, and nothing is said where none
// can be written.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { createFolder } from './createFolder.ts';

/** More bytes than these are neither written nor read. */
export const maxCachedBytes = 2 ** 26;
/** The number of files of a kind: the one that was written first is removed. */
const maxFiles = 64;

/** The folder of one kind of files, such as `~/.cache/gmlp-viz/logdirs`. @throws an error for a user without a home folder */
function cacheFolder(kind: string): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA } = process.env;
  // a relative path is to be ignored: XDG Base Directory Specification
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'gmlp-viz', kind);
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'gmlp-viz', 'cache', kind);
  const home = homedir();
  if (!isAbsolute(home)) throw new Error('the user has no home folder');
  return join(home, process.platform === 'darwin' ? join('Library', 'Caches') : '.cache', 'gmlp-viz', kind);
}

/** A hash of some bytes or text, in hexadecimal digits. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const nameOf = (key: string): string => sha256(key).slice(0, 32);

/** The text of a key; undefined where this user wrote none, or its file is not whole. */
export function readCached(kind: string, key: string): string | undefined {
  try {
    const path = join(cacheFolder(kind), nameOf(key));
    const stats = statSync(path);
    const isOwn = process.getuid === undefined || stats.uid === process.getuid();
    // a pipe without a writer would wait for ever
    if (!stats.isFile() || !isOwn || stats.size > maxCachedBytes) return undefined;
    const file = readFileSync(path, 'utf8');
    const end = file.indexOf('\n');
    const text = file.slice(end + 1);
    return end > 0 && file.slice(0, end) === sha256(key, '\n', text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text. The file is whole or as it was: nothing is written where the disk, or the limit of its size, does not let it. */
export function writeCached(kind: string, key: string, text: string): void {
  const file = `${sha256(key, '\n', text)}\n${text}`;
  if (Buffer.byteLength(file) > maxCachedBytes) return;
  let aside: string | undefined;
  try {
    const folder = cacheFolder(kind);
    // names of runs and tags are their user's alone
    createFolder(folder, 0o700);
    aside = join(folder, `${nameOf(key)}.${process.pid}.new`);
    // 'wx' follows no link that someone else put there
    writeFileSync(aside, file, { mode: 0o600, flag: 'wx' });
    renameSync(aside, join(folder, nameOf(key)));
    removeOldest(folder);
  } catch {
    if (aside !== undefined) removeIfThere(aside);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // it cannot be removed, or is a folder
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, writtenMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  files.sort((a, b) => b.writtenMs - a.writtenMs);
  for (const { path } of files.slice(maxFiles)) removeIfThere(path);
}
