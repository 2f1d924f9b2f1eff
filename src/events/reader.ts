// Events of a file or a stream, as plain values. In: a path or chunks of bytes. Out: events in the order written.
import { createReadStream } from 'node:fs';
import { tensorboard } from '../proto/messages.js';
import { type Damage, type OnDamage, records } from './records.ts';

export interface ReadOptions {
  /** at damage: `throw` an EventFileError, `stop`, or `resync` at the next record whose checksums are good */
  readonly onDamage?: OnDamage;
  /** told of what is left out with `stop` and `resync` */
  readonly damaged?: (damage: Damage) => void;
}

export interface ReadValue {
  readonly tag: string;
  /** TensorBoard's name for what shows it, such as `scalars` */
  readonly plugin: string;
  /** of a scalar, also where it was stored as a tensor */
  readonly scalar?: number;
  readonly text?: string;
  readonly histogram?: ReadHistogram;
}

export interface ReadHistogram {
  readonly min: number;
  readonly max: number;
  readonly num: number;
  readonly sum: number;
  readonly sumSquares: number;
  /** the right limits of the bins */
  readonly bucketLimit: readonly number[];
  readonly bucket: readonly number[];
}

export interface ReadEvent {
  /** of its record, in bytes from the beginning */
  readonly offset: number;
  /** seconds since 1970 */
  readonly wallTime: number;
  readonly step: number;
  readonly fileVersion?: string;
  /** a GraphDef's bytes */
  readonly graph?: Uint8Array;
  readonly values: readonly ReadValue[];
}

/**
 * Reads in bounded memory: one chunk and one event at a time.
 * @throws EventFileError at damage unless asked otherwise, and what the file system answers
 */
export async function* readEvents(
  source: string | AsyncIterable<Uint8Array>,
  { onDamage = 'throw', damaged = () => undefined }: ReadOptions = {},
): AsyncGenerator<ReadEvent> {
  const chunks = typeof source === 'string' ? createReadStream(source, { highWaterMark: 1 << 18 }) : source;
  const name = typeof source === 'string' ? source : 'the stream';
  for await (const { offset, data } of records(chunks, { onDamage, source: name, damaged })) {
    const event = decoded(data);
    if (event) yield { offset, ...event };
    // its checksum is good, so that whoever wrote it wrote no event
    else damaged({ offset, reason: 'a record holds no event' });
  }
}

function decoded(data: Uint8Array): Omit<ReadEvent, 'offset'> | undefined {
  try {
    const { wallTime, step, fileVersion, graphDef, summary } = tensorboard.Event.decode(data);
    return {
      wallTime: wallTime ?? 0,
      step: Number(step ?? 0),
      ...(fileVersion && { fileVersion }),
      ...(graphDef?.length && { graph: graphDef }),
      values: (summary?.value ?? []).map(readValue),
    };
  } catch {
    return undefined;
  }
}

function readValue(value: tensorboard.Summary.IValue): ReadValue {
  const { tag, metadata, simpleValue, histo, tensor } = value;
  const kinds = { simpleValue: 'scalars', histo: 'histograms', image: 'images', audio: 'audio' } as const;
  const kind = Object.entries(kinds).find(([key]) => value[key as keyof typeof kinds] != null);
  const plugin = metadata?.pluginData?.pluginName || kind?.[1] || 'tensor';
  const scalar = simpleValue ?? (plugin === 'scalars' && tensor ? scalarOf(tensor) : undefined);
  const text = plugin === 'text' ? tensor?.stringVal?.[0] : undefined;
  return {
    tag: tag ?? '',
    plugin,
    ...(scalar !== undefined && scalar !== null && { scalar }),
    ...(text && { text: new TextDecoder().decode(text) }),
    ...(histo && { histogram: histogramRead(histo) }),
  };
}

// TensorFlow 2 writes the bytes of one number, or the number
function scalarOf({ dtype, floatVal, doubleVal, tensorContent }: tensorboard.ITensorProto): number | undefined {
  const double = dtype === tensorboard.DataType.DT_DOUBLE;
  const listed = double ? doubleVal?.[0] : floatVal?.[0];
  if (listed !== undefined || !tensorContent || tensorContent.length < (double ? 8 : 4)) return listed;
  const view = new DataView(tensorContent.buffer, tensorContent.byteOffset, tensorContent.length);
  return double ? view.getFloat64(0, true) : view.getFloat32(0, true);
}

function histogramRead(histo: tensorboard.IHistogramProto): ReadHistogram {
  const { min, max, num, sum, sumSquares, bucketLimit, bucket } = histo;
  return {
    min: min ?? 0,
    max: max ?? 0,
    num: num ?? 0,
    sum: sum ?? 0,
    sumSquares: sumSquares ?? 0,
    bucketLimit: bucketLimit ?? [],
    bucket: bucket ?? [],
  };
}
