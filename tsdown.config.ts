import { fileURLToPath } from 'node:url';
import { defineConfig, type Rolldown, type UserConfig } from 'tsdown';
import { licences } from './tools/licences.ts';

// An ESM import of tf.js costs three times the CPU time of a require of the same files, and the command is mostly
// start-up, and the model's project may have its own copy; the library keeps ordinary imports, for bundlers and browsers.
const requireTfjs = {
  name: 'require-tfjs',
  transform(code: string): string {
    return code.replace(
      /^import \* as tf from '@tensorflow\/tfjs-core';$/m,
      `import { tfjs as tf } from ${JSON.stringify(fileURLToPath(new URL('cli/tfjs.ts', import.meta.url)))};`,
    );
  },
};

// Numbers of ours need no long.js, whose WebAssembly module is compiled as it is loaded.
const withoutLong = {
  name: 'without-long',
  resolveId: (source: string): string | undefined => (source === 'long' ? '\0without-long' : undefined),
  load: (id: string): string | undefined => (id === '\0without-long' ? 'export {};' : undefined),
};

// cli-table3 colours nothing here, and the colours that it would load ask for Node's util and os.
const withoutColours = {
  name: 'without-colours',
  resolveId: (source: string): string | undefined =>
    source === '@colors/colors/safe' ? '\0without-colours' : undefined,
  load: (id: string): string | undefined => (id === '\0without-colours' ? 'export {};' : undefined),
};

// The page of a model draws graphs, which tables do not need: the command loads it when a page is made.
const pageOnDemand = {
  name: 'page-on-demand',
  resolveId(source: string, importer?: string): { id: string; external: boolean } | string | undefined {
    if (source === './html-page.cjs') return { id: source, external: true };
    return importer?.includes('/src/') && source.endsWith('/htmlPage.ts') ? '\0page-on-demand' : undefined;
  },
  load: (id: string): string | undefined =>
    id === '\0page-on-demand'
      ? "export const html = (...values) => require('./html-page.cjs').html(...values);"
      : undefined,
};

// yargs on a platform of our own, since its own loads what only help needs
const leanYargs = {
  name: 'lean-yargs',
  resolveId: (source: string): string | undefined =>
    source === './lib/platform-shims/esm.mjs'
      ? fileURLToPath(new URL('cli/yargsPlatform.ts', import.meta.url))
      : undefined,
};

// A page that names no charset reads a script as Latin-1.
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_: unknown, bundle: Rolldown.OutputBundle): void {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replace(
          /[\u0080-\uffff]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

const shared = {
  format: 'esm',
  target: 'es2022',
  fixedExtension: false,
  // types take the longest, and that is no news
  checks: { pluginTimings: false },
} satisfies UserConfig;

// the one copy of tf.js is the model's
const tfjs = '@tensorflow/tfjs-core';

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts', nn: 'src/nn.ts' }, dts: true },
  // for require where it takes no modules: Jest and ts-node
  {
    ...shared,
    format: 'cjs',
    entry: { index: 'src/index.ts', nn: 'src/nn.ts' },
    clean: false,
    dts: true,
    checks: { ...shared.checks, legacyCjs: false },
  },
  {
    ...shared,
    entry: { browser: 'src/browser.ts', 'browser-nn': 'src/nn.ts' },
    platform: 'browser',
    clean: false,
    dts: true,
    deps: { alwaysBundle: ['cli-table3', 'string-width'], onlyBundle: false },
    plugins: [withoutColours, licences('browser.js.LICENSE.txt')],
  },
  {
    ...shared,
    format: 'iife',
    entry: { 'gmlp-viz.min': 'src/script.ts' },
    platform: 'browser',
    globalName: 'gmlpViz',
    clean: false,
    dts: false,
    minify: true,
    deps: { neverBundle: [tfjs], alwaysBundle: [/^(?!@tensorflow)/], onlyBundle: false },
    plugins: [withoutLong, withoutColours, asciiOnly, licences('gmlp-viz.min.js.LICENSE.txt')],
    outputOptions: { globals: { [tfjs]: 'tf' }, entryFileNames: '[name].js' },
  },
  {
    ...shared,
    format: 'cjs',
    entry: { cli: 'cli/main.ts', probe: 'cli/probe.ts', 'html-page': 'src/summary/styles/htmlPage.ts' },
    clean: false,
    dts: false,
    minify: true,
    deps: { alwaysBundle: [/^(yargs|cliui|cli-table3|protobufjs|string-width)/], onlyBundle: false },
    plugins: [requireTfjs, pageOnDemand, leanYargs, withoutLong, withoutColours, licences('cli.cjs.LICENSE.txt')],
    inputOptions: { preserveEntrySignatures: 'allow-extension' },
    // a file costs more than its lines: the rooms that most commands need are a file each, and import each other one way
    outputOptions: {
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          {
            name: 'text',
            test: /\/src\/(names\/|text\/(numberText|printable)|storage\/(regularFile|systemReason)|(?!compression)\w+\.ts)/,
          },
          { name: 'trace', test: /\/src\/(cost|kernels|models|nn|timing|trace)\// },
          {
            name: 'summary',
            test: /\/src\/(summary\/(?!styles\/htmlPage)|text\/(box|csvRecords)|axes\/|formats\/amountText|weights\/(statistics|float8|safetensors\w*|openSafetensors|shardIndex)|view\/notebook)|page-on-demand/,
          },
          {
            name: 'dialects',
            test: /\/src\/(dialects\/(?!onnx)|graph\/(?!layout|picture)|formats\/elementBytes|media\/(tensorInput|resize))/,
          },
          {
            name: 'files',
            test: /\/(src\/storage\/((storages|diskStorage|memoryStorage|eventFileName|createFolder|wholeFiles|outputPath|growingBytes)\.|s3\/(s3Storage|s3Client|s3Address|spool(Folder|Writer)|segmentedFile|storeError|upload(Thread|Messages)))|cli\/(untilStopped|writeResult)\.)/,
          },
        ],
      },
    },
    // yargs asks it where a package.json says which settings it extends, and ours are never read
    define: { 'import.meta.resolve': 'undefined' },
    checks: { ...shared.checks, legacyCjs: false },
  },
  // the thread that uploads to s3://, of the library and of the command
  {
    ...shared,
    format: 'cjs',
    entry: { 'upload-worker': 'src/tensorboard/files/uploadEvents.ts' },
    clean: false,
    dts: false,
    checks: { ...shared.checks, legacyCjs: false },
  },
  // what `convert` writes next to a model whose layers tf.js lacks: one file that imports tf.js alone
  {
    ...shared,
    entry: { 'keras-layers': 'src/kerasLayers/layers.ts' },
    outExtensions: () => ({ js: '.mjs' }),
    platform: 'browser',
    clean: false,
    dts: false,
  },
]);
