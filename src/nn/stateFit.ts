// Which arrays of a file fit the parameters and buffers of a model, by their names in its state dict.

interface Shaped {
  readonly shape: readonly number[];
}

/** What does not fit; a file fits where all three are empty. */
export interface StateFit {
  /** Names of the model that are not stored, in the model's order. */
  readonly missing: readonly string[];
  /** Stored names that the model lacks, in their order. */
  readonly unexpected: readonly string[];
  /** Names on both sides whose shapes differ. */
  readonly reshaped: readonly {
    readonly name: string;
    readonly stored: readonly number[];
    readonly expected: readonly number[];
  }[];
}

/** Compares names and shapes of a model's state dict with those that are stored. */
export function stateFit(own: ReadonlyMap<string, Shaped>, stored: ReadonlyMap<string, Shaped>): StateFit {
  return {
    missing: [...own.keys()].filter((name) => !stored.has(name)),
    unexpected: [...stored.keys()].filter((name) => !own.has(name)),
    reshaped: [...stored].flatMap(([name, { shape }]) => {
      const expected = own.get(name)?.shape;
      return expected === undefined || `${expected}` === `${shape}` ? [] : [{ name, stored: shape, expected }];
    }),
  };
}
