// Reads events of scalars by hand, since a training writes millions of them. Events that hold anything else are left to
// protobuf's decoder.
//   Event { wall_time = 1, step = 2, summary = 5 { value = 1 { tag = 1, simple_value = 2 } … } }
import type { ReadEvent } from './readEvent.ts';
import type { ReadValue } from './readValue.ts';

// field number and wire type
const [wallTimeKey, stepKey, summaryKey] = [(1 << 3) | 1, 2 << 3, (5 << 3) | 2];
const [valueKey, tagKey, simpleValueKey] = [(1 << 3) | 2, (1 << 3) | 2, (2 << 3) | 5];
// slots of the cache of tags; a power of two, since the hash is masked
const tagSlots = 1024;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** An event that holds scalars alone. A reader has one such object, which it fills again for each event. */
export interface ScalarEvent {
  readonly step: number;
  /** seconds since 1970 */
  readonly wallTime: number;
  /** how many scalars there are: the first ones of `tags` and `values` */
  readonly count: number;
  readonly tags: readonly string[];
  readonly values: readonly number[];
}

/** Reads the bytes from `from` to before `to`. @returns undefined for an event that holds anything but scalars */
type ReadScalars = (bytes: Uint8Array, view: DataView, from: number, to: number) => ScalarEvent | undefined;

/** The event as an object of its own. @param offset the index of its record in the file */
export function eventOfScalars({ step, wallTime, count, tags, values }: ScalarEvent, offset: number): ReadEvent {
  const held: ReadValue[] = [];
  for (let i = 0; i < count; i++) held.push({ tag: tags[i]!, plugin: 'scalars', scalar: values[i]! });
  return { offset, wallTime, step, values: held };
}

/** Creates a reader of events of scalars, which makes no object for an event. */
export function scalarReader(): ReadScalars {
  const tagOf = tagReader();
  const event = { step: 0, wallTime: 0, count: 0, tags: [] as string[], values: [] as number[] };
  let next = 0; // the index after the last varint
  // an unsigned varint of up to seven bytes, below 2^49; NaN for a longer one, such as a negative number, or one cut off
  const varint = (bytes: Uint8Array, at: number, end: number): number => {
    let value = 0;
    for (let scale = 1, i = at; i < end && scale < 2 ** 49; scale *= 128) {
      const byte = bytes[i++]!;
      value += (byte & 127) * scale;
      if (byte < 128) {
        next = i;
        return value;
      }
    }
    return Number.NaN;
  };
  // adds a summary value to `event`; false for one that holds anything but a tag and a simple_value
  const takeValue = (bytes: Uint8Array, view: DataView, from: number, end: number): boolean => {
    let at = from;
    let tag: string | undefined = '';
    if (bytes[at] === tagKey) {
      const length = varint(bytes, at + 1, end);
      if (!(next + length <= end)) return false;
      at = next + length;
      tag = tagOf(bytes, next, length);
      if (tag === undefined) return false;
    }
    if (bytes[at] !== simpleValueKey || at + 5 !== end) return false;
    event.tags[event.count] = tag;
    event.values[event.count] = view.getFloat32(at + 1, true);
    event.count += 1;
    return true;
  };
  return (bytes, view, from, to) => {
    let [at, wallTime, step] = [from, 0, 0];
    if (bytes[at] === wallTimeKey && at + 9 <= to) {
      wallTime = view.getFloat64(at + 1, true);
      at += 9;
    }
    if (bytes[at] === stepKey) {
      step = varint(bytes, at + 1, to);
      if (Number.isNaN(step)) return undefined;
      at = next;
    }
    if (at >= to || bytes[at] !== summaryKey) return undefined;
    if (varint(bytes, at + 1, to) !== to - next) return undefined;
    at = next;
    event.count = 0;
    while (at < to) {
      if (bytes[at] !== valueKey) return undefined;
      const length = varint(bytes, at + 1, to);
      at = next + length;
      if (!(at <= to && takeValue(bytes, view, next, at))) return undefined;
    }
    event.wallTime = wallTime;
    event.step = step;
    return event;
  };
}

/**
 * Creates a decoder of tags that caches them by their bytes: a training has few, in many events. It returns undefined for
 * bytes that are not UTF-8.
 */
function tagReader(): (bytes: Uint8Array, from: number, length: number) => string | undefined {
  const known: ({ readonly bytes: Uint8Array; readonly tag: string } | undefined)[] = new Array(tagSlots);
  return (bytes, from, length) => {
    // a hash of the last bytes, since tags differ there
    let hash = length;
    for (let i = from + Math.max(0, length - 6); i < from + length; i++) hash = (hash * 31 + bytes[i]!) | 0;
    const found = known[hash & (tagSlots - 1)];
    if (found && equal(found.bytes, bytes, from, length)) return found.tag;
    const own = bytes.slice(from, from + length);
    const tag = decoded(own);
    if (tag === undefined) return undefined;
    known[hash & (tagSlots - 1)] = { bytes: own, tag };
    return tag;
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function equal(known: Uint8Array, bytes: Uint8Array, from: number, length: number): boolean {
  if (known.length !== length) return false;
  for (let i = 0; i < length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}
