// Makes src/proto/messages.{js,d.ts} from the .proto files, without what our messages cannot reach; with --check compares
// instead, exit code 1 on a difference.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const proto = fileURLToPath(new URL('../../src/proto/', import.meta.url));
const cli = fileURLToPath(new URL('../../node_modules/protobufjs-cli/bin/', import.meta.url));
const entries = ['event', 'graph', 'config'].map((name) => `tensorboard/compat/proto/${name}.proto`);
const made = mkdtempSync(join(tmpdir(), 'proto-'));
const run = (tool, ...args) => execFileSync(process.execPath, [join(cli, tool), ...args], { cwd: proto });
const options = '--force-number --no-verify --no-convert --no-delimited --no-typeurl --no-service'.split(' ');
const common = ['-t', 'static-module', '-w', 'es6', ...options];

// the whole of config.proto hangs on RunMetadata's file alone
const messages = ['Event', 'GraphDef', 'RunMetadata'];
const root = new protobuf.Root();
root.resolvePath = (_, path) => (path.startsWith(proto) ? path : join(proto, path));
root.loadSync(entries).resolveAll();
const space = root.lookup('tensorboard');
const reached = new Set();
const reach = (type) => {
  if (!type || reached.has(type)) return;
  reached.add(type);
  // what is nested stays with what it is nested in
  if (type.parent !== space) reach(type.parent);
  for (const nested of type.nestedArray ?? []) reach(nested);
  for (const field of type.fieldsArray ?? []) reach(field.resolvedType);
};
for (const name of messages) reach(space.lookup(name));
for (const type of [...space.nestedArray]) if (!reached.has(type)) space.remove(type);
const pruned = join(made, 'messages.json');
writeFileSync(pruned, JSON.stringify(root));

const js = run('pbjs', ...common, '--no-comments', pruned).toString();
// Node's ESM wants the extension
writeFileSync(join(made, 'messages.js'), js.replace(/(['"])protobufjs\/minimal(\.js)?\1/, "'protobufjs/minimal.js'"));
// the typings are read off the comments
run('pbjs', ...common, '-o', join(made, 'commented.js'), pruned);
run('pbts', '-o', join(made, 'messages.d.ts'), join(made, 'commented.js'));

for (const name of ['messages.js', 'messages.d.ts']) {
  const now = readFileSync(join(made, name), 'utf8');
  if (!process.argv.includes('--check')) writeFileSync(join(proto, name), now);
  else if (readFileSync(join(proto, name), 'utf8') !== now) {
    console.error(`src/proto/${name} is not what the .proto files make: npm run proto`);
    process.exitCode = 1;
  }
}
