// The times of a traced forward pass, by index in `Trace.calls`. Plain data, no tensors.

/** One timed forward pass. Arrays are by index in `Trace.calls`. */
export interface TimedRun {
  /** Milliseconds from the begin of the first run to that of this one. */
  readonly beginMs: number;
  /** When each call began, in milliseconds since this run began. */
  readonly begins: readonly number[];
  /** When each call ended, in milliseconds since this run began. */
  readonly ends: readonly number[];
  /** Bytes of all tensors except parameters at the begin of each call: inputs, activations and constants. */
  readonly bytesBefore: readonly number[];
  /** The same at the end of each call. */
  readonly bytesAfter: readonly number[];
  /** Milliseconds of reading the outputs after the last call: an asynchronous backend computes until then. */
  readonly readMs: number;
}

/** The timed forward passes of a `profile`. */
export interface Timing {
  /** tf.js's name of the backend. */
  readonly backend: string;
  /** How many forward passes of each sort ran before the first that counts. */
  readonly warmup: number;
  readonly runs: readonly TimedRun[];
  /** Milliseconds of as many forward passes without instrumentation, run alternately with `runs`, outputs read as well. */
  readonly bareMs: readonly number[];
  /** Whether each kernel's outputs were read before its end was noted, for a backend that computes asynchronously. */
  readonly synchronised: boolean;
}
