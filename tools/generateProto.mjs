// Makes src/proto/{messages,savedModel}.{js,d.ts} from the .proto files, without what our messages cannot reach; with
// --check compares instead, exit code 1 on a difference.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

/** What each module is made of: files, of plugins with a folder, the messages asked of them, what of these we never write. */
const modules = {
  // the whole of config.proto hangs on RunMetadata's file alone
  messages: { files: ['event', 'graph', 'config'], messages: ['Event', 'GraphDef', 'RunMetadata'], unwritten: {} },
  // the data of TensorBoard's plugins, which summaries hold as bytes
  plugins: {
    files: ['pr_curve/plugin_data', 'mesh/plugin_data', 'custom_scalar/layout', 'hparams/plugin_data'],
    messages: ['PrCurvePluginData', 'mesh.MeshPluginData', 'Layout', 'hparams.HParamsPluginData'],
    unwritten: {},
  },
  // a graph goes into its MetaGraphDef in parts, see src/formats/savedModel.ts
  savedModel: {
    files: ['saved_model'],
    messages: ['SavedModel', 'MetaGraphDef'],
    unwritten: {
      SavedModel: ['metaGraphs'],
      MetaGraphDef: ['graphDef', 'saverDef', 'collectionDef', 'assetFileDef', 'objectGraphDef'],
      'MetaGraphDef.MetaInfoDef': ['strippedOpList', 'anyInfo', 'functionAliases'],
      SignatureDef: ['defaults'],
      TensorInfo: ['cooSparse', 'CooSparse', 'compositeTensor', 'CompositeTensor'],
    },
  },
};

const pathOf = (file) => `tensorboard/${file.includes('/') ? 'plugins' : 'compat/proto'}/${file}.proto`;
const proto = fileURLToPath(new URL('../src/proto/', import.meta.url));
const cli = fileURLToPath(new URL('../node_modules/protobufjs-cli/bin/', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'proto-'));
const run = (tool, ...args) => execFileSync(process.execPath, [join(cli, tool), ...args], { cwd: proto });
const options = '--force-number --no-verify --no-convert --no-delimited --no-typeurl --no-service'.split(' ');

const isSpace = (type) => !(type instanceof protobuf.Type || type instanceof protobuf.Enum);

function keepOnly(reached, space) {
  for (const type of [...space.nestedArray]) {
    if (isSpace(type)) keepOnly(reached, type);
    if (isSpace(type) ? type.nestedArray.length === 0 : !reached.has(type)) space.remove(type);
  }
}

function prune({ files, messages, unwritten }) {
  const root = new protobuf.Root();
  // what Google defines comes with protobufjs
  root.resolvePath = (_, path) => (path.startsWith(proto) || path in protobuf.common ? path : join(proto, path));
  root.loadSync(files.map(pathOf)).resolveAll();
  const space = root.lookup('tensorboard');
  for (const [name, fields] of Object.entries(unwritten)) {
    const type = space.lookupType(name);
    for (const field of fields) {
      type.fields[field]?.partOf?.remove(type.fields[field]);
      type.remove(type.get(field));
    }
  }
  const reached = new Set();
  const reach = (type) => {
    if (!type || reached.has(type)) return;
    reached.add(type);
    // what is nested stays with what it is nested in
    if (!isSpace(type.parent)) reach(type.parent);
    for (const nested of type.nestedArray ?? []) reach(nested);
    for (const field of type.fieldsArray ?? []) reach(field.resolvedType);
  };
  for (const name of messages) reach(space.lookup(name));
  keepOnly(reached, root);
  return root;
}

for (const [name, module] of Object.entries(modules)) {
  const pruned = join(made, `${name}.json`);
  writeFileSync(pruned, JSON.stringify(prune(module)));
  // each module has a root of its own: the later one would take the other's place
  const common = ['-t', 'static-module', '-w', 'es6', '-r', name === 'messages' ? 'default' : name, ...options];
  const js = run('pbjs', ...common, '--no-comments', pruned).toString();
  // our writer in place of protobufjs's own
  writeFileSync(join(made, `${name}.js`), js.replace(/(['"])protobufjs\/minimal(\.js)?\1/, "'./protobuf.ts'"));
  // the typings are read off the comments
  run('pbjs', ...common, '-o', join(made, 'commented.js'), pruned);
  run('pbts', '-o', join(made, `${name}.d.ts`), join(made, 'commented.js'));
}

for (const name of Object.keys(modules).flatMap((module) => [`${module}.js`, `${module}.d.ts`])) {
  const now = readFileSync(join(made, name), 'utf8');
  if (!process.argv.includes('--check')) writeFileSync(join(proto, name), now);
  else if (readFileSync(join(proto, name), 'utf8') !== now) {
    console.error(`src/proto/${name} is not what the .proto files make: npm run proto`);
    process.exitCode = 1;
  }
}
