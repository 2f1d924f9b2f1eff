// Summaries of two models compared, and models that several tests compare.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';

/** The summary of a model on one input size, as a file holds it. */
export const savedOf = (model: viz.Traceable, size: number[]): viz.SummaryData =>
  viz.summaryData(viz.summary(model, size).facts);

/** The difference of two models on one input size. */
export const diff = (before: viz.Traceable, after: viz.Traceable, size = [4]): viz.SummaryDiff =>
  viz.diffSummaries(savedOf(before, size), savedOf(after, size));

/** The printed lines about layers; those about totals are left out. */
export const lines = (result: viz.SummaryDiff): string[] =>
  viz
    .renderDiff(result)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^(params|trainable params|MACs|inference peak beside params|training step): /.test(line));

/** Each change of a layer: its kind, then the fields that differ. */
export const changes = ({ layers: found }: viz.SummaryDiff): string[] =>
  found.map(({ kind, fields }) => `${kind} ${fields.map(({ field }) => field).join(' ')}`);

/** A Linear, an activation and a Dropout, added to their input. */
export class Block extends nn.Module {
  readonly fc = new nn.Linear(4, 4);
  readonly act: nn.Module;
  readonly drop: nn.Dropout;
  constructor(rate = 0.1, act: nn.Module = new nn.ReLU()) {
    super();
    this.act = act;
    this.drop = new nn.Dropout(rate);
  }
  override forward(x: tf.Tensor): tf.Tensor {
    return tf.add(x, this.drop.apply(this.act.apply(this.fc.apply(x))));
  }
}

/** Several modules, one after another. */
export const stack = (count: number, make: (index: number) => nn.AnyModule = () => new Block()): nn.Sequential =>
  new nn.Sequential(...Array.from({ length: count }, (_, i) => make(i)));

/** A model that calls two layers, or one layer twice. */
export function tied(again: boolean): tfl.LayersModel {
  const x = tfl.input({ shape: [4] });
  const [first, second] = [tfl.layers.dense({ units: 4 }), tfl.layers.dense({ units: 4 })];
  const y = second.apply(first.apply(x));
  return tfl.model({ inputs: x, outputs: (again ? first : second).apply(y) as tfl.SymbolicTensor });
}
