// The table of formats for graphs.
import { choice, wordText } from '../choice.ts';
import { UserError } from '../errors.ts';
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
    ending: '.pb',
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).graphDefPieces,
  },
  pbtxt: {
    describe: 'graph of a SavedModel alone, as text',
    noun: 'a pbtxt',
    goesTo: 'file',
    ending: '.pbtxt',
    holds: 'runnable',
    ops: 'tensorflow',
    takes: runnableOptions,
    load: async () => (await import('./encodeGraph.ts')).textPieces,
  },
  onnx: {
    describe: 'model of ONNX ops that onnxruntime runs',
    noun: 'an ONNX model',
    goesTo: 'file',
    ending: '.onnx',
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
    ending: '.svg',
    holds: 'picture',
    takes: [...drawnOptions, 'colorBy', 'theme'],
  },
  dot: {
    describe: 'picture in Graphviz’s language, groups as clusters',
    goesTo: 'text',
    ending: '.dot',
    holds: 'picture',
    takes: drawnOptions,
  },
  mermaid: {
    describe: 'flowchart for Markdown, folded to what Mermaid draws',
    goesTo: 'text',
    ending: '.mmd',
    holds: 'picture',
    takes: drawnOptions,
  },
  json: {
    describe: 'data for programs, by docs/graph.schema.json',
    goesTo: 'text',
    ending: '.json',
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

/**
 * The format that the end of a file's name tells, upper and lower case alike.
 * @throws UserError for a name that tells none
 */
export function formatOfName(out: string): FormatName {
  const endings = formatNames.flatMap((name) => (formats[name] as Format).ending ?? []);
  const ending = endings.find((known) => out.toLowerCase().endsWith(known));
  if (ending === undefined)
    throw new UserError(
      `--out ${wordText(out)} tells no format: name it by --format, or end it with ${endings.join(', ')}`,
    );
  return formatNames.find((name) => (formats[name] as Format).ending === ending)!;
}

/** The call that writes the formats of each kind. */
const writers = {
  shown: 'addGraph of a SummaryWriter writes it',
  runnable: 'saveGraph writes it',
  picture: 'renderGraph draws it',
} satisfies Record<Format['holds'], string>;

/**
 * Returns `format` as one of `choices`.
 * @throws UserError for any other, with the call that writes it where it is the format of another call
 */
export function chosenFormat<T extends FormatName>(format: string, choices: readonly T[]): T {
  const isOther = formatNames.some((name) => name === format) && !choices.some((name) => name === format);
  if (!isOther) return choice('format', format, choices);
  const way = writers[(formats[format as FormatName] as Format).holds];
  throw new UserError(`format must be one of ${choices.join(', ')}, got ${format}: ${way}`);
}

export const takes = (name: FormatName, option: FormatOption): boolean =>
  (formats[name] as Format).takes.includes(option);

/** The formats that take an option, as a clause names them: `the event file`, or `--format svg or dot`. */
export function formatsTaking(option: FormatOption): string {
  const taking = formatNames.filter((name) => takes(name, option));
  const [events, others] = [taking.includes('event'), taking.filter((name) => name !== 'event')];
  const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(others).replace(/, or /, ' or ');
  return [...(events ? ['the event file'] : []), ...(list === '' ? [] : [`--format ${list}`])].join(' and ');
}
