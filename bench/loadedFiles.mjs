// The files that a process loads: their size, the milliseconds of each without those that it loads in turn, and how many of
// its functions ran.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// notes each file, and each module of Node's own, when it is required for the first time
const note = `data:text/javascript,${encodeURIComponent(`
  import Module from 'node:module';
  import { writeSync } from 'node:fs';
  const load = Module._load;
  const rows = [];
  const open = [];
  Module._load = function (request, parent, isMain) {
    const isOwn = Module.isBuiltin(request);
    const file = isOwn ? request : Module._resolveFilename(request, parent, isMain);
    const known = process.moduleLoadList.includes('NativeModule ' + request.replace('node:', ''));
    if (isOwn ? known : file in Module._cache) return load.apply(this, arguments);
    const row = { file, inner: 0 };
    open.push(row);
    const start = performance.now();
    try {
      return load.apply(this, arguments);
    } finally {
      const took = performance.now() - start;
      open.pop();
      if (open.length > 0) open.at(-1).inner += took;
      rows.push({ file, ms: took - row.inner });
    }
  };
  process.on('exit', () => writeSync(3, JSON.stringify(rows)));
`)}`;

/** @returns a row for each file, in the order in which they end to load; modules of Node's own have no size and no functions */
export function loadedFiles(args) {
  const { status, output } = spawnSync(process.execPath, ['--import', note, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  const ran = functionsOf(args);
  return JSON.parse(output[3]).map(({ file, ms }) => ({ file, ms, ...ran.get(file) }));
}

/** Bytes and functions of each file, of which the first one is the file's own top level. */
function functionsOf(args) {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  try {
    spawnSync(process.execPath, args, { env: { ...process.env, NODE_V8_COVERAGE: folder }, stdio: 'ignore' });
    const { result } = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'));
    return new Map(
      result
        .filter(({ url }) => url.startsWith('file:'))
        .map(({ url, functions: [, ...functions] }) => {
          const path = fileURLToPath(url);
          const ran = functions.filter(({ ranges }) => ranges[0].count > 0).length;
          return [path, { bytes: readFileSync(path).length, functions: functions.length, ran }];
        }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
