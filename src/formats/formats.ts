// The table of formats for graphs.
import type {
  FolderLayout,
  Format,
  FormatOption,
  GraphFormat,
  PictureFormat,
  PictureFormatName,
  RunnableFormat,
} from './format.ts';

const runnableOptions: readonly FormatOption[] = ['dynamic', 'out'];

/** `tag` chooses among the graphs of event files. */
const pictureOptions: readonly FormatOption[] = ['depth', 'level', 'out', 'plumbing', 'profile', 'tag'];
/** Of pictures that are looked at, where equal neighbours are drawn as one. */
const drawnOptions: readonly FormatOption[] = [...pictureOptions, 'direction', 'fold', 'show'];

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

const runnableFormats = {
  savedmodel: {
    describe: 'folder that TensorFlow loads and serves',
    noun: 'a SavedModel',
    goesTo: 'folder',
    folder: savedModelFolder,
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).savedModelPieces,
  },
  graphdef: {
    describe: 'graph of a SavedModel alone, as bytes',
    noun: 'a graphdef',
    goesTo: 'file',
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).graphDefPieces,
  },
  pbtxt: {
    describe: 'graph of a SavedModel alone, as text',
    noun: 'a pbtxt',
    goesTo: 'file',
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).textPieces,
  },
  onnx: {
    describe: 'model of ONNX ops that onnxruntime runs',
    noun: 'an ONNX model',
    goesTo: 'file',
    holds: 'runnable',
    ops: 'onnx',
    takes: [...runnableOptions, 'opset'],
    load: async () => (await import('./onnx.ts')).onnxPieces,
  },
} satisfies Readonly<Record<GraphFormat, RunnableFormat>>;

const picturesOfGraphs = {
  svg: {
    describe: 'picture for papers and pages, light and dark',
    goesTo: 'text',
    holds: 'picture',
    takes: [...drawnOptions, 'colorBy', 'theme'],
  },
  dot: {
    describe: 'picture in Graphviz’s language, groups as clusters',
    goesTo: 'text',
    holds: 'picture',
    takes: drawnOptions,
  },
  mermaid: {
    describe: 'flowchart for Markdown, folded to what Mermaid draws',
    goesTo: 'text',
    holds: 'picture',
    takes: drawnOptions,
  },
  json: {
    describe: 'data for programs, by docs/graph.schema.json',
    goesTo: 'text',
    holds: 'picture',
    takes: [...pictureOptions, 'direction', 'layout'],
  },
  'model-explorer': {
    describe: 'graph and node data for Google’s Model Explorer',
    goesTo: 'text',
    holds: 'picture',
    takes: [...pictureOptions, 'nodeData'],
  },
} satisfies Readonly<Record<PictureFormatName, PictureFormat>>;

export const formats = {
  event: {
    describe: 'event file for TensorBoard',
    goesTo: 'logdir',
    holds: 'shown',
    takes: ['comment', 'depth', 'dialect', 'logdir', 'parameters', 'profile', 'tag'],
    load: async () => (await import('./graphDef.ts')).graphParts,
  },
  ...runnableFormats,
  ...picturesOfGraphs,
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

export const graphFormats = Object.keys(runnableFormats) as readonly GraphFormat[];

/** Names of the formats of `renderGraph`. */
export const pictureFormats = Object.keys(picturesOfGraphs) as readonly PictureFormatName[];
export const isPicture = (name: FormatName): name is PictureFormatName => name in picturesOfGraphs;

export const takes = (name: FormatName, option: FormatOption): boolean =>
  (formats[name] as Format).takes.includes(option);

/** The formats that take an option, as a clause names them: `the event file`, or `--format svg or dot`. */
export function formatsTaking(option: FormatOption): string {
  const taking = formatNames.filter((name) => takes(name, option));
  const [events, others] = [taking.includes('event'), taking.filter((name) => name !== 'event')];
  const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(others).replace(/, or /, ' or ');
  return [...(events ? ['the event file'] : []), ...(list === '' ? [] : [`--format ${list}`])].join(' and ');
}
