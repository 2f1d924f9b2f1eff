// Makes src/proto/messages.{js,d.ts} from the .proto files; with --check compares instead, exit code 1 on a difference.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const proto = fileURLToPath(new URL('../../src/proto/', import.meta.url));
const cli = fileURLToPath(new URL('../../node_modules/protobufjs-cli/bin/', import.meta.url));
const entries = ['event', 'graph', 'config'].map((name) => `tensorboard/compat/proto/${name}.proto`);
const made = mkdtempSync(join(tmpdir(), 'proto-'));
const run = (tool, ...args) => execFileSync(process.execPath, [join(cli, tool), ...args], { cwd: proto });
const options = '--force-number --no-verify --no-convert --no-delimited --no-typeurl --no-service'.split(' ');
const common = ['-t', 'static-module', '-w', 'es6', ...options, '-p', '.'];

const js = run('pbjs', ...common, '--no-comments', ...entries).toString();
// Node's ESM wants the extension
writeFileSync(join(made, 'messages.js'), js.replace(/(['"])protobufjs\/minimal(\.js)?\1/, "'protobufjs/minimal.js'"));
// the typings are read off the comments
run('pbjs', ...common, '-o', join(made, 'commented.js'), ...entries);
run('pbts', '-o', join(made, 'messages.d.ts'), join(made, 'commented.js'));

for (const name of ['messages.js', 'messages.d.ts']) {
  const now = readFileSync(join(made, name), 'utf8');
  if (!process.argv.includes('--check')) writeFileSync(join(proto, name), now);
  else if (readFileSync(join(proto, name), 'utf8') !== now) {
    console.error(`src/proto/${name} is not what the .proto files make: npm run proto`);
    process.exitCode = 1;
  }
}
