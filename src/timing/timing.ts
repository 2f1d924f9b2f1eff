// When a traced forward pass did what: numbers beside a Trace, by index in its `calls`. Plain data, no tensors.

/** One forward pass under the clock. Arrays are by index in `Trace.calls`. */
export interface TimedRun {
  /** milliseconds from the first run's begin to this one's */
  readonly beginMs: number;
  /** milliseconds since this run began */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  /** bytes of the tensors that tf.js knew beside the parameters: the inputs, activations and constants */
  readonly bytesBefore: readonly number[];
  readonly bytesAfter: readonly number[];
  /** of the outputs' numbers, after the last call: an asynchronous backend computes until then */
  readonly readMs: number;
}

export interface Timing {
  /** the name that tf.js knows the backend by */
  readonly backend: string;
  /** forward passes that ran before the first that counts */
  readonly warmup: number;
  readonly runs: readonly TimedRun[];
  /** milliseconds of as many forward passes between those, by the same clock but not watched, outputs read as well */
  readonly bareMs: readonly number[];
  /** each kernel's outputs were read before its time was taken, since the backend is asynchronous */
  readonly synchronised: boolean;
}
