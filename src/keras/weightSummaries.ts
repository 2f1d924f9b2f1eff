// Weights of a training for TensorBoard. In: a writer and a model. Out: histograms, pictures, embeddings. Whatever numbers
// the weights came to, the training goes on: what cannot be drawn is told in a text.

import { UserError } from '../errors.ts';
import type { EmbeddingMetadata } from '../tensorboard/projector.ts';
import { histogramOf, isFloat } from '../tensorboard/summaries/histogramBins.ts';
import type { SummaryWriter } from '../tensorboard/summaryWriter.ts';
import { embeddingsOf, type FittedModel, weightsOf } from './fittedModel.ts';
import { weightImages } from './weightImages.ts';

/** As many as tf.summary.histogram makes: they follow the weights, however narrow these are. */
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
    // whole numbers would be taken for bytes
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

/** @throws UserError for labels of no Embedding layer, and for another number of labels than the layer has rows */
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

/** Without a finite number the histogram of that step is empty, as its page can show. */
function addHistogram(writer: SummaryWriter, tag: string, data: ArrayLike<number>, epoch: number): void {
  const { min, max, num, sum, sumSquares, bucketLimit, bucket } = counted(data);
  writer.addHistogramRaw(tag, min!, max!, num!, sum!, sumSquares!, bucketLimit!, bucket!, epoch);
}

function counted(data: ArrayLike<number>): ReturnType<typeof histogramOf> {
  // equal bins do not lie between numbers such as 1e20 and its neighbour
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
    // what a disk answers comes again with the text
    if (!(error instanceof UserError)) throw error;
    writer.addText(tag, `not drawn: ${error.message}`, epoch);
  }
}
