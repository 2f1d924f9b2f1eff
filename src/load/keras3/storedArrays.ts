// Arrays of a weights file whose shapes are known before their elements are read.

/** An array of a weights file. */
export interface StoredArray {
  readonly shape: readonly number[];
  /** Reads the elements, in row-major order. @throws UserError for bytes that do not hold them */
  read(): Promise<Float32Array | Int32Array | Uint8Array>;
}

/** Arrays by their names in the file, in its order. */
export type StoredArrays = ReadonlyMap<string, StoredArray>;

/** The arrays inside a group, also in groups of it, in the file's order. */
export const arraysIn = (group: string, arrays: StoredArrays): [string, StoredArray][] =>
  [...arrays].filter(([name]) => name.startsWith(`${group}/`));
