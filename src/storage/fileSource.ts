// Files that are read by whoever asks: an address, files that a page was given, or a path of the disk.
import { UserError } from '../errors.ts';
import { isSystemError } from './systemReason.ts';

/** A file, and the files next to it. */
export interface FileSource {
  /** Path, URL or name, for error texts. */
  readonly path: string;
  /** The bytes from the start on, in pieces; a reader that stops early leaves the rest unread. @throws UserError */
  pieces(): AsyncGenerator<Uint8Array>;
  readonly beside: NearbyFiles;
}

/** Files in the folder of another one, by their paths in it. */
export interface NearbyFiles {
  /** Bytes of a file, where they are known before it is read. @throws UserError for a file outside the folder */
  size?(name: string): Promise<number | undefined>;
  /**
   * @param maxBytes the most that the file may hold, where its source does not tell its size
   * @throws UserError for a file that cannot be read
   */
  read(name: string, maxBytes?: number): Promise<Uint8Array>;
  /** The bytes from `begin` to the one before `end`, fewer where the file ends. @throws UserError as `read` */
  part(name: string, begin: number, end: number): Promise<Uint8Array>;
}

/** A rejection as one clause. @param path of the file that cannot be read */
export const refused =
  (path: string) =>
  (error: Error): never => {
    const reason = isSystemError(error) && error.code !== undefined ? error.code : error.message;
    throw new UserError(`cannot read ${path}: ${reason}`, { cause: error });
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
    beside: {
      size: async (name) => find(name).size,
      read: async (name) => new Uint8Array(await find(name).arrayBuffer()),
      part: async (name, begin, end) => new Uint8Array(await find(name).slice(begin, end).arrayBuffer()),
    },
  };
}

const pieceBytes = 2 ** 20;

async function* blobPieces(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += pieceBytes)
    yield new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
}
