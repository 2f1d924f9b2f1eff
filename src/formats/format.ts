// A format of graphs for other programs: how it is written, and which options it takes.
import type { Graph, SignedGraph } from '../graph/graph.ts';

/** Options that only some formats take; every other option of `gmlp-viz graph` concerns the model. */
export type FormatOption =
  | 'colorBy'
  | 'comment'
  | 'depth'
  | 'dialect'
  | 'direction'
  | 'dynamic'
  | 'fold'
  | 'layout'
  | 'level'
  | 'logdir'
  | 'nodeData'
  | 'opset'
  | 'out'
  | 'parameters'
  | 'plumbing'
  | 'profile'
  | 'show'
  | 'tag'
  | 'theme';

/** Bytes or text in pieces, so that a long array goes from the model to a file without a copy. */
type Pieces = Iterable<string | Uint8Array>;

/** A file, and another one that it names, which lies next to it. */
export interface FilePair {
  readonly pieces: Pieces;
  readonly companion: { readonly name: string; readonly pieces: Pieces };
}

interface FormatFacts {
  /** One line for help and docs. */
  readonly describe: string;
  /** `text` goes to stdout unless a file is named. */
  readonly goesTo: 'logdir' | 'folder' | 'file' | 'text';
  /** The end of its files' names, for a format that such a name tells. */
  readonly ending?: string;
  /** The layout of the folder, for a format that is one. */
  readonly folder?: FolderLayout;
  readonly takes: readonly FormatOption[];
}

export interface FolderLayout {
  /** The file with the pieces of the graph. */
  readonly file: string;
  /** Folders that other programs look for, and which may be empty. */
  readonly emptyFolders: readonly string[];
  /** Every name that may be in such a folder: one with another name is not overwritten. */
  readonly names: readonly string[];
}

/** A format of graphs to look at, in the spelling of names that a viewer shows. */
interface ShownFormat extends FormatFacts {
  readonly holds: 'shown';
  /** Loads the encoder, so that the table of formats costs nothing to import. */
  load(): Promise<(graph: Graph) => Pieces>;
}

/** A format of graphs that run elsewhere, with weights and a signature. */
export interface RunnableFormat extends FormatFacts {
  readonly holds: 'runnable';
  /** The name of what is written with its article, as error texts say it. */
  readonly noun: string;
  /** Whose ops the nodes are. */
  readonly ops: 'tensorflow' | 'onnx';
  /**
   * Loads the encoder, so that the table of formats costs nothing to import. The encoder is given the name of the file; it
   * returns two files where one would be too large to be read.
   */
  load(): Promise<(graph: SignedGraph, fileName: string) => Pieces | FilePair>;
}

/** A format of pictures: nested boxes and the tensors between them. `renderGraph` has its encoder. */
export interface PictureFormat extends FormatFacts {
  readonly holds: 'picture';
}

export type Format = ShownFormat | RunnableFormat | PictureFormat;

/** A format of graphs that run elsewhere. */
export type GraphFormat = 'savedmodel' | 'graphdef' | 'pbtxt' | 'onnx';

/** A format of pictures of graphs, for `renderGraph`. */
export type PictureFormatName = 'svg' | 'dot' | 'mermaid' | 'json' | 'model-explorer';
