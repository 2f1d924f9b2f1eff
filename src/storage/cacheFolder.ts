// Small files in the user's folder for caches. Whoever reads one must do as well without it: a file may be missing, cut or
// another program's, and nothing is said where none can be written.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** More bytes than these are neither kept nor read. */
const maxBytes = 2 ** 26;
/** The number of files of a kind: the one that was not used for longest is removed. */
const maxFiles = 64;

/** The folder of one kind of files, such as `~/.cache/gmlp-viz/logdirs`. */
function cacheFolder(kind: string): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA } = process.env;
  // a relative path is to be ignored: XDG Base Directory Specification
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'gmlp-viz', kind);
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'gmlp-viz', 'cache', kind);
  const caches = process.platform === 'darwin' ? join('Library', 'Caches') : '.cache';
  return join(homedir(), caches, 'gmlp-viz', kind);
}

/** The text of a file, which counts as used now; undefined where there is none that this user wrote. */
export function readCached(kind: string, name: string): string | undefined {
  try {
    const path = join(cacheFolder(kind), name);
    // a pipe without a writer would wait for ever
    if (!statSync(path).isFile()) return undefined;
    const descriptor = openSync(path, 'r');
    try {
      const { size, uid } = fstatSync(descriptor);
      if (size > maxBytes || (process.getuid && uid !== process.getuid())) return undefined;
      const text = readFileSync(descriptor, 'utf8');
      const now = Date.now() / 1000;
      utimesSync(path, now, now);
      return text;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Writes a file that is whole or as it was. Nothing is written where the disk, or the limit of its size, does not let it. */
export function writeCached(kind: string, name: string, text: string): void {
  if (Buffer.byteLength(text) > maxBytes) return;
  const folder = cacheFolder(kind);
  const aside = join(folder, `${name}.${process.pid}.new`);
  try {
    // names of runs and tags are their user's alone
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(aside, text, { mode: 0o600 });
    renameSync(aside, join(folder, name));
    removeUnused(folder);
  } catch {
    removeIfThere(aside);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // its folder is none
  }
}

function removeUnused(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, usedMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  files.sort((a, b) => b.usedMs - a.usedMs);
  for (const { path } of files.slice(maxFiles)) rmSync(path, { force: true });
}
