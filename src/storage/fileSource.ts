// Files that are read by whoever asks: an address, files that a page was given, or a path of the disk.
import { UserError } from '../errors.ts';

/** A file, and the files next to it. */
export interface FileSource {
  /** Path, URL or name, for error texts. */
  readonly path: string;
  /** The bytes from the start on, in pieces; a reader that stops early leaves the rest unread. @throws UserError */
  pieces(): AsyncGenerator<Uint8Array>;
  /** The file as UTF-8 text. @throws UserError for a file that cannot be read, or is longer than a string */
  text(): Promise<string>;
  readonly beside: NearbyFiles;
}

/** Files in the folder of another one, by their paths in it. */
export interface NearbyFiles {
  /** Bytes of a file, where they are known before it is read. @throws UserError for a file outside the folder */
  size?(name: string): Promise<number>;
  /** @throws UserError for a file that cannot be read */
  read(name: string): Promise<Uint8Array>;
}

/** Whether a path is the address of a file. */
export const isUrl = (path: string): boolean => /^https?:\/\//i.test(path);

/** The file at an `http:` or `https:` URL; a file next to it has its folder, and not its query. */
export const urlSource = (url: string): FileSource => ({
  path: url,
  pieces: () => piecesOf(url),
  text: () => fetched(url, (response) => response.text()),
  beside: {
    read: (name) => fetched(new URL(name, url).href, async (response) => new Uint8Array(await response.arrayBuffer())),
  },
});

async function* piecesOf(url: string): AsyncGenerator<Uint8Array> {
  // of the body of a response some browsers know no iterator
  const reader = (await responseOf(url)).body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read().catch(refused(url))) ?? { done: true, value: undefined };
      if (done) return;
      yield value;
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

async function fetched<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  return read(await responseOf(url)).catch(refused(url));
}

async function responseOf(url: string): Promise<Response> {
  const response = await fetch(url).catch(refused(url));
  if (!response.ok) throw new UserError(`cannot read ${url}: the server answers ${response.status}`);
  return response;
}

/** A rejection as one clause. @param path of the file that cannot be read */
export const refused =
  (path: string) =>
  (error: Error): never => {
    throw new UserError(`cannot read ${path}: ${error.message}`, { cause: error });
  };

/** A file that a page was given, with others of the same folder. */
interface NamedBlob extends Blob {
  readonly name?: string;
}

const nameOf = ({ name = 'the file' }: NamedBlob): string => name;

/**
 * Files that a page was given, such as those of an `<input type="file">`.
 * @param files the model's file first, then its weight files in any order; these are found by their names without folders
 */
export function blobSource([file, ...others]: readonly NamedBlob[]): FileSource {
  const path = nameOf(file!);
  const named = new Map(others.map((other) => [nameOf(other), other]));
  const find = (name: string): NamedBlob => {
    const found = named.get(name.split('/').at(-1)!);
    if (!found)
      throw new UserError(`cannot read the weights file ${name}: it must be one of the files given with ${path}`);
    return found;
  };
  return {
    path,
    pieces: () => blobPieces(file!),
    text: () => file!.text(),
    beside: {
      size: async (name) => find(name).size,
      read: async (name) => new Uint8Array(await find(name).arrayBuffer()),
    },
  };
}

const pieceBytes = 2 ** 20;

async function* blobPieces(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += pieceBytes)
    yield new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
}
