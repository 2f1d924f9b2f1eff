// Generates the TypeScript-typed protobuf modules from the .proto files, pruned to the messages and fields in use.
//   node tools/generateProto.mjs [folder]      the folder is src/proto/generated unless given
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

/**
 * The generated modules. `files` are read, `messages` and everything that they reach is kept, fields listed in `unwritten`
 * are dropped, since no file of ours has them.
 */
const modules = {
  // RunMetadata is defined in config.proto
  messages: { files: ['event', 'graph', 'config'], messages: ['Event', 'GraphDef', 'RunMetadata'], unwritten: {} },
  // messages of TensorBoard's plugins, which summaries hold as bytes
  plugins: {
    files: ['pr_curve/plugin_data', 'mesh/plugin_data', 'custom_scalar/layout', 'hparams/plugin_data'],
    messages: ['PrCurvePluginData', 'mesh.MeshPluginData', 'Layout', 'hparams.HParamsPluginData'],
    unwritten: {},
  },
  // src/formats/savedModel.ts writes the graph of a MetaGraphDef in parts
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
  // src/formats/onnx.ts writes the graph of a ModelProto in parts
  onnx: {
    space: 'onnx',
    files: ['onnx/onnx.proto'],
    messages: ['ModelProto'],
    unwritten: {
      ModelProto: ['trainingInfo', 'functions', 'configuration'],
      GraphProto: ['sparseInitializer', 'quantizationAnnotation'],
      NodeProto: ['deviceConfigurations'],
      AttributeProto: ['sparseTensor', 'sparseTensors', 'tp', 'typeProtos', 'tensors'],
      TensorProto: ['segment', 'Segment'],
      TypeProto: [
        'mapType',
        'Map',
        'optionalType',
        'Optional',
        'sparseTensorType',
        'SparseTensor',
        'opaqueType',
        'Opaque',
        'sequenceType',
        'Sequence',
      ],
    },
  },
};

const pathOf = (file) =>
  file.endsWith('.proto') ? file : `tensorboard/${file.includes('/') ? 'plugins' : 'compat/proto'}/${file}.proto`;
const proto = fileURLToPath(new URL('../src/proto/', import.meta.url));
const cli = fileURLToPath(new URL('../node_modules/protobufjs-cli/bin/', import.meta.url));
const out = resolve(process.argv[2] ?? join(proto, 'generated'));
const scratch = mkdtempSync(join(tmpdir(), 'proto-'));
// takes the name of `out` when it holds all modules
const next = `${out}.next`;
const run = (tool, ...args) => execFileSync(process.execPath, [join(cli, tool), ...args], { cwd: proto });
const options = '--force-number --no-verify --no-convert --no-delimited --no-typeurl --no-service'.split(' ');

const isSpace = (type) => !(type instanceof protobuf.Type || type instanceof protobuf.Enum);

function keepOnly(reached, space) {
  for (const type of [...space.nestedArray]) {
    if (isSpace(type)) keepOnly(reached, type);
    if (isSpace(type) ? type.nestedArray.length === 0 : !reached.has(type)) space.remove(type);
  }
}

function prune({ files, messages, unwritten, space: name = 'tensorboard' }) {
  const root = new protobuf.Root();
  // protobufjs ships Google's own types
  root.resolvePath = (_, path) => (path.startsWith(proto) || path in protobuf.common ? path : join(proto, path));
  root.loadSync(files.map(pathOf)).resolveAll();
  const space = root.lookup(name);
  for (const [message, fields] of Object.entries(unwritten)) {
    const type = space.lookupType(message);
    for (const field of fields) {
      type.fields[field]?.partOf?.remove(type.fields[field]);
      type.remove(type.get(field));
    }
  }
  const reached = new Set();
  const reach = (type) => {
    if (!type || reached.has(type)) return;
    reached.add(type);
    // a nested type keeps its parent
    if (!isSpace(type.parent)) reach(type.parent);
    for (const nested of type.nestedArray ?? []) reach(nested);
    for (const field of type.fieldsArray ?? []) reach(field.resolvedType);
  };
  for (const name of messages) reach(space.lookup(name));
  keepOnly(reached, root);
  return root;
}

rmSync(next, { recursive: true, force: true });
mkdirSync(next, { recursive: true });
for (const [name, module] of Object.entries(modules)) {
  const pruned = join(scratch, `${name}.json`);
  writeFileSync(pruned, JSON.stringify(prune(module)));
  // a root for each module: modules that share one overwrite each other's messages
  const common = ['-t', 'static-module', '-w', 'es6', '-r', name === 'messages' ? 'default' : name, ...options];
  const js = run('pbjs', ...common, '--no-comments', pruned).toString();
  // our writer in place of protobufjs's own
  writeFileSync(join(next, `${name}.js`), js.replace(/(['"])protobufjs\/minimal(\.js)?\1/, "'../protobuf.ts'"));
  // pbts reads the types from the comments
  const commented = join(scratch, 'commented.js');
  run('pbjs', ...common, '-o', commented, pruned);
  run('pbts', '-o', join(next, `${name}.d.ts`), commented);
}
rmSync(scratch, { recursive: true });
rmSync(out, { recursive: true, force: true });
renameSync(next, out);
