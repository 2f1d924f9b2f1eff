// One value of a summary, as plain values.
import { tensorboard } from '../../proto/generated/messages.js';
import { readTensor } from './readTensor.ts';
import type { ReadTensor } from './readTensorTypes.ts';

/** A value of an event, read into the field of its kind. */
export interface ReadValue {
  readonly tag: string;
  /** the plugin of TensorBoard that shows the value, such as `scalars` */
  readonly plugin: string;
  /** data that the plugin alone can read */
  readonly content?: Uint8Array;
  /** the kind of store that TensorBoard keeps the value in */
  readonly dataClass?: 'scalar' | 'tensor' | 'blob_sequence';
  /** the title of the chart */
  readonly displayName?: string;
  /** the text behind the (i) of the chart, in markdown */
  readonly description?: string;
  /** the number of a scalar, whether it was stored as a scalar or as a tensor */
  readonly scalar?: number;
  /** one text; several texts are a `tensor` of strings */
  readonly text?: string;
  readonly histogram?: ReadHistogram;
  readonly images?: readonly ReadImage[];
  readonly audio?: readonly ReadAudio[];
  /** a tensor of no kind above */
  readonly tensor?: ReadTensor;
}

/** Counts in bins. */
export interface ReadHistogram {
  readonly min: number;
  readonly max: number;
  /** how many numbers were counted */
  readonly num: number;
  /** the sum of the numbers; absent in the form that TensorFlow 2 writes, as `sumSquares` is */
  readonly sum?: number;
  readonly sumSquares?: number;
  /** the right limits of the bins */
  readonly bucketLimit: readonly number[];
  /** the counts, as many as limits */
  readonly bucket: readonly number[];
}

/** An image, not decoded. */
export interface ReadImage {
  /** pixels, as `height` */
  readonly width: number;
  readonly height: number;
  /** 1 gray, 2 gray and alpha, 3 RGB, 4 RGBA; absent in the form that TensorFlow 2 writes */
  readonly channels?: number;
  /** a PNG, GIF or JPEG */
  readonly encoded: Uint8Array;
}

/** A sound, not decoded. The form that TensorFlow 2 writes has `encoded` and `label` alone. */
export interface ReadAudio {
  /** frames per second */
  readonly sampleRateHz?: number;
  readonly channels?: number;
  readonly frames?: number;
  readonly contentType?: string;
  /** a WAV in most files */
  readonly encoded: Uint8Array;
  /** markdown */
  readonly label?: string;
}

type Metadata = tensorboard.ISummaryMetadata;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const dataClasses = {
  [tensorboard.DataClass.DATA_CLASS_SCALAR]: 'scalar',
  [tensorboard.DataClass.DATA_CLASS_TENSOR]: 'tensor',
  [tensorboard.DataClass.DATA_CLASS_BLOB_SEQUENCE]: 'blob_sequence',
} as const;
// a tensor of more than a million bins stays a tensor
const maxHistogramNumbers = 3 * 2 ** 20;
const plugins = { simpleValue: 'scalars', histo: 'histograms', image: 'images', audio: 'audio' } as const;

/** Metadata by tag. Some writers give that of tensors in a tag's first event alone. */
export class TagMetadata {
  readonly #known = new Map<string, Metadata>();
  #isMissing = false;

  /** Whether a tensor came without metadata, and no event before it had some for its tag. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  of({ metadata, tensor }: tensorboard.Summary.IValue, tag: string): Metadata {
    if (metadata) this.#known.set(tag, metadata);
    if (metadata || !tensor) return metadata ?? {};
    const known = this.#known.get(tag);
    this.#isMissing ||= !known;
    return known ?? {};
  }
}

export function readValue(value: tensorboard.Summary.IValue, known: TagMetadata): ReadValue {
  const tag = value.tag ?? '';
  const metadata = known.of(value, tag);
  const { pluginData, dataClass, displayName, summaryDescription } = metadata;
  const kind = (Object.keys(plugins) as (keyof typeof plugins)[]).find((key) => value[key] != null);
  const plugin = pluginData?.pluginName || (kind ? plugins[kind] : 'tensor');
  const named = dataClasses[dataClass as keyof typeof dataClasses];
  return {
    tag,
    plugin,
    ...(pluginData?.content?.length && { content: new Uint8Array(pluginData.content) }),
    ...(named && { dataClass: named }),
    ...(displayName && { displayName }),
    ...(summaryDescription && { description: summaryDescription }),
    ...held(value, plugin),
  };
}

function held({ simpleValue, histo, image, audio, tensor }: tensorboard.Summary.IValue, plugin: string) {
  if (simpleValue != null) return { scalar: simpleValue };
  if (histo) return { histogram: histogramOf(histo) };
  if (image) return { images: [imageOf(image)] };
  if (audio) return { audio: [audioOf(audio)] };
  if (!tensor) return {};
  const read = readTensor(tensor);
  return ofPlugin(read, plugin) ?? { tensor: read };
}

/** Reads the tensors that tensorboard/plugins/<plugin>/summary_v2.py of TensorFlow 2 writes. */
function ofPlugin(tensor: ReadTensor, plugin: string): Partial<ReadValue> | undefined {
  const { dtype, shape } = tensor;
  const count = shape.reduce((product, size) => product * size, 1);
  if (dtype === 'string') {
    const strings = tensor.values as readonly Uint8Array[];
    // a shape may claim more strings than there are
    if (strings.length !== count) return undefined;
    if (plugin === 'text' && strings.length === 1) return { text: utf8.decode(strings[0]) };
    if (plugin === 'images' && shape.length === 1 && strings.length >= 2) {
      const [width, height] = strings.slice(0, 2).map((text) => Number(utf8.decode(text))) as [number, number];
      return { images: strings.slice(2).map((encoded) => ({ width, height, encoded })) };
    }
    if (plugin === 'audio' && shape.length === 2 && shape[1] === 2)
      return {
        audio: Array.from({ length: shape[0]! }, (_, i) => ({
          encoded: strings[2 * i]!,
          label: utf8.decode(strings[2 * i + 1]),
        })),
      };
    return undefined;
  }
  // a complex number has two values, and what is no number has none
  if (plugin === 'scalars' && count === 1 && tensor.values.length === 1) return { scalar: Number(tensor.values[0]) };
  if (dtype !== 'float32' && dtype !== 'float64') return undefined;
  if (plugin === 'histograms' && shape.length === 2 && shape[1] === 3 && count <= maxHistogramNumbers)
    return { histogram: histogramOfBins(tensor.values as ArrayLike<number>) };
  return undefined;
}

/** @param bins [bins, 3]: left limit, right limit and count */
function histogramOfBins(bins: ArrayLike<number>): ReadHistogram {
  const column = (which: number): number[] =>
    Array.from({ length: bins.length / 3 }, (_, row) => bins[3 * row + which]!);
  const [bucketLimit, bucket] = [column(1), column(2)];
  return {
    min: bins[0] ?? 0,
    max: bucketLimit.at(-1) ?? 0,
    num: bucket.reduce((sum, count) => sum + count, 0),
    bucketLimit,
    bucket,
  };
}

function histogramOf(histo: tensorboard.IHistogramProto): ReadHistogram {
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

function imageOf({ width, height, colorspace, encodedImageString }: tensorboard.Summary.IImage): ReadImage {
  return {
    width: width ?? 0,
    height: height ?? 0,
    ...(colorspace && { channels: colorspace }),
    encoded: new Uint8Array(encodedImageString ?? []),
  };
}

function audioOf(audio: tensorboard.Summary.IAudio): ReadAudio {
  const { sampleRate, numChannels, lengthFrames, contentType, encodedAudioString } = audio;
  return {
    sampleRateHz: sampleRate ?? 0,
    channels: Number(numChannels ?? 0),
    frames: Number(lengthFrames ?? 0),
    contentType: contentType ?? '',
    encoded: new Uint8Array(encodedAudioString ?? []),
  };
}
