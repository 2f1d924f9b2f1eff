// Where event files go. In: a folder's name. Out: files that take records.

/** An event that writes itself. */
export interface EventMessage {
  /** in bytes, without the frame of its record */
  readonly length: number;
  write(bytes: Uint8Array, view: DataView, at: number): void;
}

export interface EventFile {
  readonly path: string;
  append(message: Uint8Array): void;
  /** a message of `length` bytes, which `write` puts into a buffer at a place */
  appendWith(length: EventMessage['length'], write: EventMessage['write']): void;
  /** hands what waits to the storage; throws what it answers, and keeps what was not written */
  flush(): void;
  /** resolves when what was flushed is safe */
  sync(): Promise<void>;
  close(): void;
  /** closes the file and takes it away, with the folders that were created for it */
  discard(): void;
}

export interface EventStorage {
  /** names the machine in the names of folders and files */
  readonly host: string;
  join(folder: string, name: string): string;
  /** creates a file in `logdir` that no other writer has, the folder too */
  create(logdir: string, suffix: string): EventFile;
  /** the bytes of a file beside event files, undefined where there is none */
  read(path: string): Uint8Array | undefined;
  /** a whole file, and its folder where there is none; what was there is gone */
  write(path: string, bytes: Uint8Array): void;
  /** adds to the end of a file, which is created where there is none */
  append(path: string, bytes: Uint8Array): void;
}

/**
 * The stem of an event file's name. TensorBoard reads every name with `tfevents` in it, in the order of the names, and
 * takes back the steps of a file that one after it begins with: a name stands after those that are there already.
 */
export function fileStem(host: string, names: Iterable<string>): string {
  let digits = `${Math.floor(Date.now() / 1000)}`;
  for (const name of names) {
    const taken = /^events\.out\.tfevents\.(\d+)\./.exec(name)?.[1];
    // as names are compared, the dot included
    if (taken !== undefined && `${taken}.` >= `${digits}.`) digits = after(taken);
  }
  return `events.out.tfevents.${digits}.${host}`;
}

/** The next number whose digits stand after these in the order of text: after 99 comes 991. */
function after(digits: string): string {
  const next = `${BigInt(digits) + 1n}`.padStart(digits.length, '0');
  return next.length === digits.length ? next : `${digits}1`;
}

/** Marks our files, in `Event.source_metadata.writer`. */
export const writerName = 'gmlp-viz';
