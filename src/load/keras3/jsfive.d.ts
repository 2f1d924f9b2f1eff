// The parts of jsfive that are used: a reader of HDF5 files in JavaScript.
// https://github.com/usnistgov/jsfive/blob/master/esm/high-level.js
declare module 'jsfive' {
  /** A message of an object's header. */
  export type Message = ReadonlyMap<string, number>;

  export class Group {
    readonly keys: readonly string[];
    readonly attrs: Readonly<Record<string, unknown>>;
    get(name: string): Group | Dataset | null;
  }
  export class File extends Group {
    constructor(bytes: ArrayBuffer, name: string);
  }
  export class Dataset {
    readonly shape: readonly number[];
    /** Such as `<f4`. @throws for opaque data */
    readonly dtype: string | readonly unknown[];
    readonly attrs: Readonly<Record<string, unknown>>;
    readonly value: ArrayLike<number>;
    readonly _dataobjects: { find_msg_type(type: number): readonly Message[] };
  }
}
