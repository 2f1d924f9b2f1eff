// Runs the built command again and again in one process, each time as if the process had just begun. Reads calls, a line of
// JSON each, from standard input, and writes their outcomes to descriptor 3.
const { readSync, writeSync } = require('node:fs');
const Module = require('node:module');

const [, , cli] = process.argv;
const eventNames = ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM', 'SIGHUP'];
const ownConsole = { ...console };
const { stackTraceLimit } = Error;
/** Files that stay loaded: the engine of tf.js, and packages without a state of their own. Each call loads all others anew. */
const kept = /\/node_modules\/(?!@tensorflow\/tfjs-(layers|converter|backend|node))/;
// Node never forgets an ES module: in each call its URL is another one
const calls = new Int32Array(new SharedArrayBuffer(4));
Module.register(
  `data:text/javascript,${encodeURIComponent(`
    let calls;
    export const initialize = (data) => { calls = data; };
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      const isKept = !found.url.startsWith('file:') || ${kept}.test(found.url);
      return isKept ? found : { ...found, url: found.url + '?' + calls[0] };
    }`)}`,
  { data: calls },
);

let isRunning = false;
const written = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'])
  process[name].write = (chunk, encoding, callback) => {
    written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) process.nextTick(done);
    return true;
  };

// where a process of the command's own would end by itself; a promise that never settles is the command's to tell
process.on('beforeExit', () => {
  if (process.listenerCount('beforeExit') > 1) return;
  if (isRunning) answer(process.exitCode ?? 0, false);
  const call = nextCall();
  // not at once: nothing but what runs later keeps a process alive
  if (call) setImmediate(run, call);
});
// where the command ends the process; the next call begins another one
process.on('exit', (status) => {
  if (isRunning) answer(status, true);
});

function run({ args, cwd, env }) {
  forget();
  calls[0]++;
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, cli, ...args];
  isRunning = true;
  require(cli);
}

/** Makes the process forget the call before: listeners, modules, the backends, kernels and variables of tf.js. */
function forget() {
  for (const name of eventNames) process.removeAllListeners(name);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  Object.assign(console, ownConsole);
  Error.stackTraceLimit = stackTraceLimit;
  process.exitCode = undefined;
  Object.assign(written, { stdout: '', stderr: '' });
  for (const [path, { exports }] of Object.entries(require.cache)) {
    if (!kept.test(path)) delete require.cache[path];
    // classes of layers, which tf.layers registers again
    if (/tf-core\.node\.js$/.test(path)) exports.serialization.SerializationMap.getMap().classNameMap = {};
  }
  Module._pathCache = Object.create(null);
  const engine = globalThis._tfengine;
  if (!engine) return;
  engine.reset();
  engine.registryFactory = {};
  globalThis._tfGlobals.get('kernelRegistry')?.clear();
}

function answer(status, hasEnded) {
  isRunning = false;
  const text = Buffer.from(`${JSON.stringify({ ...written, status, hasEnded })}\n`);
  for (let sent = 0; sent < text.length; ) sent += writeSync(3, text, sent);
}

/** Waits for a call. @returns undefined where no more come */
function nextCall() {
  const parts = [];
  for (;;) {
    const part = Buffer.alloc(65_536);
    const length = readSync(0, part);
    if (length === 0) return undefined;
    parts.push(part.subarray(0, length));
    if (part[length - 1] === 10) return JSON.parse(Buffer.concat(parts).toString());
  }
}
