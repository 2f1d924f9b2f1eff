// Settings of layers: the values that a configuration may have, and those that it has where a key is absent.
import { UserError } from '../errors.ts';

/** One key of a layer's configuration. */
export interface Setting<T> {
  /** The value where the key is absent; without it the key is required. */
  readonly absent?: T;
  /** For the error text: a noun phrase. */
  readonly expected: string;
  /** The value in the form that the layer computes with; undefined for one that Keras does not write. */
  read(value: unknown): T | undefined;
}

/** The values of a table of settings. */
export type Values<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isCount = (value: unknown): value is number => isInteger(value) && value > 0;

function setting<T>(expected: string, accepts: (value: unknown) => value is T, absent: T | undefined): Setting<T> {
  return {
    expected,
    read: (value) => (accepts(value) ? value : undefined),
    ...(absent !== undefined && { absent }),
  };
}

/** A number. @param absent the value of an absent key; required unless given */
export const number = (absent?: number): Setting<number> => setting('a number', isNumber, absent);

/** A whole number of any sign, such as an axis. @param absent the value of an absent key; required unless given */
export const integer = (absent?: number): Setting<number> => setting('a whole number', isInteger, absent);

/** A whole number from 1. @param absent the value of an absent key; required unless given */
export const count = (absent?: number): Setting<number> => setting('a whole number from 1', isCount, absent);

/** True or false. */
export const flag = (absent: boolean): Setting<boolean> =>
  setting('true or false', (value) => typeof value === 'boolean', absent);

/** A text. @param absent the value of an absent key; required unless given */
export const text = (absent?: string): Setting<string> =>
  setting('a text', (value) => typeof value === 'string', absent);

/** One of several words in camel case; a word in snake case counts as well. */
export const oneOf = <const T extends string>(words: readonly T[], absent?: T): Setting<T> => ({
  ...(absent !== undefined && { absent }),
  expected: `one of ${words.join(', ')}`,
  read: (value) => words.find((word) => typeof value === 'string' && word === camelCase(value)),
});

/** A name in camel case, as tf.js makes it of names of a file. */
export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Where the channels are: on the last axis, or next to the batch. */
export const dataFormat = (): Setting<'channelsLast' | 'channelsFirst'> => ({
  absent: 'channelsLast',
  expected: 'channelsLast or channelsFirst',
  read: (value) => (value === null ? 'channelsLast' : oneOf(['channelsLast', 'channelsFirst']).read(value)),
});

/** A value that another part of the layer reads, such as an activation or an initializer. */
export const anything = (absent: unknown = null): Setting<unknown> => ({
  absent,
  expected: 'a value',
  read: (value) => value,
});

/** A setting that may be null, which is also the value of an absent key. */
export const nullable = <T>(inner: Setting<T>): Setting<T | null> => ({
  absent: null,
  expected: `${inner.expected}, or null`,
  read: (value) => (value === null ? null : inner.read(value)),
});

/** A list of values; a single value counts as a list of one. */
export const listOf = <T>(inner: Setting<T>, absent?: readonly T[]): Setting<readonly T[]> => ({
  ...(absent !== undefined && { absent }),
  expected: `a list, each ${inner.expected}`,
  read: (value) => {
    const read = (Array.isArray(value) ? value : [value]).map((one) => inner.read(one));
    return read.includes(undefined) ? undefined : (read as T[]);
  },
});

/** One value for each of `rank` axes; a single value stands for all of them. */
export const perAxis = <T>(rank: number, inner: Setting<T>, absent?: T): Setting<readonly T[]> => ({
  ...(absent !== undefined && { absent: Array<T>(rank).fill(absent) }),
  expected: `${inner.expected}, or a list of ${rank}`,
  read: (value) => {
    const read = (Array.isArray(value) ? value : Array(rank).fill(value)).map((one) => inner.read(one));
    return read.length !== rank || read.includes(undefined) ? undefined : (read as T[]);
  },
});

/**
 * Reads a layer's configuration.
 * @param owner the layer, for the error text
 * @throws UserError for a required key that is absent, and for a value that Keras does not write
 */
export function readSettings<S extends Readonly<Record<string, Setting<unknown>>>>(
  settings: S,
  config: Readonly<Record<string, unknown>>,
  owner: string,
): Values<S> {
  const values = Object.entries(settings).map(([key, { absent, expected, read }]) => {
    const given = Object.hasOwn(config, key) ? config[key] : undefined;
    const value = given === undefined ? absent : read(given);
    if (value === undefined)
      throw new UserError(`${key} of ${owner} must be ${expected}, got ${`${JSON.stringify(given)}`.slice(0, 80)}`);
    return [key, value];
  });
  return Object.fromEntries(values) as Values<S>;
}
