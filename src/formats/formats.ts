// The table of formats for graphs.
import type { FolderLayout, Format, FormatOption } from './format.ts';

const runnableOptions: readonly FormatOption[] = ['dynamicBatch', 'out'];

const savedModelFolder: FolderLayout = {
  file: 'saved_model.pb',
  emptyFolders: ['variables'],
  names: [
    'saved_model.pb',
    'saved_model.pbtxt',
    'variables',
    'assets',
    'assets.extra',
    'fingerprint.pb',
    'keras_metadata.pb',
  ],
};

export const formats = {
  event: {
    describe: 'event file for TensorBoard',
    noun: 'event file',
    goesTo: 'logdir',
    holds: 'shown',
    takes: ['comment', 'depth', 'dialect', 'logdir', 'parameters', 'profile', 'tag'],
    load: async () => (await import('./graphDef.ts')).graphParts,
  },
  savedmodel: {
    describe: 'folder that TensorFlow loads and serves',
    noun: 'SavedModel',
    goesTo: 'folder',
    folder: savedModelFolder,
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).savedModelPieces,
  },
  graphdef: {
    describe: 'graph of a SavedModel alone, as bytes',
    noun: 'graphdef',
    goesTo: 'file',
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).graphDefPieces,
  },
  pbtxt: {
    describe: 'graph of a SavedModel alone, as text',
    noun: 'pbtxt',
    goesTo: 'file',
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).textPieces,
  },
  onnx: {
    describe: 'model of ONNX ops that onnxruntime runs',
    noun: 'ONNX model',
    goesTo: 'file',
    holds: 'runnable',
    ops: 'onnx',
    takes: [...runnableOptions, 'opset'],
    load: async () => (await import('./onnx.ts')).onnxPieces,
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

/** A format of graphs that run elsewhere. */
export type GraphFormat = keyof {
  [Name in keyof typeof formats as (typeof formats)[Name]['holds'] extends 'runnable' ? Name : never]: true;
};
export const graphFormats = formatNames.filter((name): name is GraphFormat => formats[name].holds === 'runnable');
