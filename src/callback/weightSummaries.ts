// Writes the weights of a training: histograms, images, embeddings. Weights that cannot be drawn do not end the training: the
// reason is written as a text.
import { UserError } from '../errors.ts';
import type { EmbeddingMetadata } from '../tensorboard/projector.ts';
import { histogramOf, isFloat } from '../tensorboard/summaries/histogramBins.ts';
import type { SummaryWriter } from '../tensorboard/summaryWriter.ts';
import { embeddingsOf, type FittedModel, weightsOf } from './fittedModel.ts';
import { weightImages } from './weightImages.ts';

/** The number of bins of tf.summary.histogram: equal bins follow weights of a narrow range. */
const binCount = 30;

export async function addWeights(
  writer: SummaryWriter,
  model: FittedModel,
  epoch: number,
  images: boolean,
): Promise<void> {
  for (const { name, tensor } of weightsOf(model)) {
    const data = await tensor.data();
    addHistogram(writer, `${name}/histogram`, data, epoch);
    if (!images) continue;
    // integers would be read as bytes
    const drawn = weightImages(Float32Array.from(data), tensor.shape);
    if (drawn)
      orText(writer, `${name}/image`, epoch, () =>
        writer.addImages(`${name}/image`, drawn.images, epoch, undefined, drawn.dataformats),
      );
  }
}

type Labels = Readonly<Record<string, EmbeddingMetadata>>;

export async function addEmbeddings(
  writer: SummaryWriter,
  model: FittedModel,
  epoch: number,
  labels: Labels,
): Promise<void> {
  for (const { name, tensor } of embeddingsOf(model)) {
    const matrix = { data: await tensor.data(), shape: tensor.shape };
    orText(writer, name, epoch, () => writer.addEmbedding(matrix, labels[name], undefined, epoch, name));
  }
}

/** @throws UserError for labels of an unknown Embedding layer, and for another number of labels than the layer has rows */
export function expectLabels(model: FittedModel, labels: Labels = {}): void {
  const known = embeddingsOf(model);
  for (const [name, rows] of Object.entries(labels)) {
    const layer = known.find((embedding) => embedding.name === name);
    const choices =
      known.length > 0 ? `one of ${known.map((embedding) => embedding.name).join(', ')}` : 'the model has none';
    if (!layer) throw new UserError(`embeddingsMetadata names ${name}, which is no Embedding layer (${choices})`);
    const [count] = layer.tensor.shape;
    if (rows.length !== count)
      throw new UserError(`the labels of ${name} must be ${count}, one a row of the layer, got ${rows.length}`);
  }
}

/** Writes a histogram, an empty one where no number is finite, since the page stays blank otherwise. */
function addHistogram(writer: SummaryWriter, tag: string, data: ArrayLike<number>, epoch: number): void {
  const { min, max, num, sum, sumSquares, bucketLimit, bucket } = counted(data);
  writer.addHistogramRaw(tag, min!, max!, num!, sum!, sumSquares!, bucketLimit!, bucket!, epoch);
}

function counted(data: ArrayLike<number>): ReturnType<typeof histogramOf> {
  // equal bins do not fit between neighbours such as 1e20 and the next float
  for (const bins of [binCount, 'tensorflow'] as const)
    try {
      return histogramOf(data, bins);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  return oneBin(Array.from(data).filter(isFloat));
}

/** Of no number, and of numbers beyond every bin whose width is a number. */
function oneBin(numbers: readonly number[]): ReturnType<typeof histogramOf> {
  const first = numbers[0] ?? 0;
  const [min, max, sum, sumSquares] = numbers.reduce(
    ([least, most, total, squares], value) => [
      Math.min(least, value),
      Math.max(most, value),
      total + value,
      squares + value * value,
    ],
    [first, first, 0, 0] as [number, number, number, number],
  );
  return { min, max, num: numbers.length, sum, sumSquares, bucketLimit: [max], bucket: [numbers.length] };
}

function orText(writer: SummaryWriter, tag: string, epoch: number, add: () => void): void {
  try {
    add();
  } catch (error) {
    // an error of the disk would come again with the text
    if (!(error instanceof UserError)) throw error;
    writer.addText(tag, `not drawn: ${error.message}`, epoch);
  }
}
