// Interfaces of a storage: what reads and what writes the files of a logdir. A storage sees bytes and knows no records.

/** A file that `ReadableStorage.list` found. */
export interface ListedFile {
  readonly path: string;
  /** the file's name, the last part of its path */
  readonly name: string;
  /** the file's folder, relative to the listed path; `.` for that folder itself */
  readonly folder: string;
  /** bytes of the file, where the listing tells them */
  readonly size?: number;
  /** a mark of these very bytes, where the listing tells one */
  readonly version?: string;
}

/** Two equal stamps of a file mean that its bytes are the same. */
export interface FileStamp {
  /** bytes */
  readonly size: number;
  readonly version: string;
  /** milliseconds since 1970 of the file's last change: one shortly after it may leave the version as it is */
  readonly changedMs: number;
}

/** A file that is open for reading, from its first byte on. It may grow meanwhile. */
export interface ReadableFile {
  /** Reads the next bytes into `buffer`. @returns how many, 0 where the file ends by now */
  read(buffer: Uint8Array): Promise<number>;
  /** The size in bytes by now; undefined for a pipe, which has none. */
  size(): Promise<number | undefined>;
  /** Frees the open file. */
  close(): Promise<void>;
}

/** Where event files are read from. */
interface ReadableStorage {
  /**
   * The files in the folder `path`, or the file `path` itself.
   * @param deep whether files of folders below it are listed too
   * @returns undefined where `path` does not exist
   */
  list(path: string, deep: boolean): Promise<readonly ListedFile[] | undefined>;
  /**
   * Opens a file. @param offset the index of the byte that is read first; 0
   * @throws the storage's error for a file that does not exist or cannot be read
   */
  open(path: string, offset?: number): Promise<ReadableFile>;
  /** A file's size and version by now, where a listing does not tell them; undefined of a pipe. @throws the storage's error */
  stamp?(path: string): FileStamp | undefined;
  /** The path's one name among all paths of the storage, whatever way it is written; undefined of a pipe, which has none. */
  identity(path: string): string | undefined;
  /** milliseconds between two looks for what is new; 200 */
  readonly pollMs?: number;
}

/** A file that is open for appending. */
export interface AppendableFile {
  readonly path: string;
  /**
   * Takes bytes from the front of `bytes`.
   * @returns how many it took, at least one
   * @throws the storage's error, such as that of a full disk, when it took none
   */
  append(bytes: Uint8Array): number;
  /**
   * Ends a series of `append`s: the bytes until here are whole records.
   * @throws UserError where bytes that were taken are lost, such as those of a removed file
   */
  flush(): void;
  /**
   * Resolves when the store has all bytes that were taken, also after `close`; absent where nobody needs to wait.
   * @throws the storage's error
   */
  sent?(): Promise<void>;
  /** Resolves when all bytes that were taken survive a crash of the machine. */
  sync(): Promise<void>;
  /** Ends appending, and frees the open file. */
  close(): void;
  /** Closes and removes the file, and the folders that were created for it. */
  discard(): void;
}

/** A new event file, as `WritableStorage.create` needs it. */
export interface NewFile {
  /** the folder that holds the file, created where it does not exist */
  readonly folder: string;
  /** seconds since 1970, which begin the file's name */
  readonly wallTime: number;
  /** the end of the file's name */
  readonly suffix: string;
  /** bytes that the file begins with; a storage that splits a file into segments begins each of them with these */
  readonly head: Uint8Array;
  /** Appends the events that wait; called before the file is read, and when the process ends before the file is closed. */
  appendWaiting(): void;
}

/** Where a `SummaryWriter` writes to. */
export interface WritableStorage {
  /** the machine's name, a part of the names of folders and files */
  readonly host: string;
  /** The path of a file or folder in `folder`. */
  join(folder: string, name: string): string;
  /** Creates an event file that no other writer has. @throws the storage's error, and nothing is created then */
  create(file: NewFile): AppendableFile;
  /** The bytes of a file, undefined where it does not exist. */
  read(path: string): Uint8Array | undefined;
  /** Writes a whole file, in place of the one that is there; its folder is created where it does not exist. */
  replace(path: string, bytes: Uint8Array): void;
  /** Appends to a file; it and its folder are created where they do not exist. */
  append(path: string, bytes: Uint8Array): void;
}

/** A storage that event files are written to and read from. */
export interface Storage extends ReadableStorage, WritableStorage {}
