// PyTorch's Embedding.
import type * as tf from '@tensorflow/tfjs-core';
import { embedding } from '../functional.ts';
import { Module } from '../module.ts';
import { normal, Parameter } from '../parameter.ts';

/**
 * Looks up rows of a table: int32 indices `[...]` to `[..., embeddingDim]`. `weight` [numEmbeddings, embeddingDim] starts standard
 * normal.
 */
export class Embedding extends Module {
  static override readonly name: string = 'Embedding';

  static override readonly isStateless = true;
  readonly weight: Parameter;

  constructor(numEmbeddings: number, embeddingDim: number, ...unexpected: readonly never[]) {
    super(...unexpected);
    this.weight = new Parameter([numEmbeddings, embeddingDim], normal);
  }

  override layerSettings() {
    const [numEmbeddings, embeddingDim] = this.weight.shape;
    return { numEmbeddings, embeddingDim };
  }

  override forward(indices: tf.Tensor): tf.Tensor {
    return embedding(indices, this.weight.value);
  }
}
