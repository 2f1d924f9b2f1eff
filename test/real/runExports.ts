// Runs exported graphs in TensorFlow, each format as its users load it.
import * as tf from '@tensorflow/tfjs-core';
import { spellForTensorflow } from '../../src/dialects/tensorflow/tensorflowNames.ts';
import type { GraphFormat } from '../../src/formats/format.ts';
import type { SignedGraph } from '../../src/index.ts';
import { python } from './python.ts';
import { type Answer, type Numbers, numbersOf } from './runGraphs.ts';

interface Export {
  readonly format: GraphFormat;
  readonly path: string;
  readonly inputs: Readonly<Record<string, Numbers>>;
  readonly outputs: readonly string[];
  readonly binary?: string;
}

export const runExports = (exports: readonly Export[]): Answer[] => python<Answer[]>('runExports.py', exports);

/** A tensor in an object or a list, from left to right. */
export const tensorsIn = (value: unknown): tf.Tensor[] =>
  value instanceof tf.Tensor ? [value] : Object.values(value as object).flatMap(tensorsIn);

/** The name of each input and output, as callers of the format know it. */
function keys(graph: SignedGraph, format: GraphFormat, side: 'inputs' | 'outputs'): string[] {
  return spellForTensorflow(graph).signature[side].map(({ name, tensor }) => (format === 'savedmodel' ? name : tensor));
}

/** What to run: a file or folder with these inputs. */
export function asked(graph: SignedGraph, format: GraphFormat, path: string, inputs: readonly tf.Tensor[]): Export {
  const names = keys(graph, format, 'inputs');
  return {
    format,
    path,
    inputs: Object.fromEntries(inputs.map((input, i) => [names[i]!, numbersOf(input)])),
    outputs: keys(graph, format, 'outputs'),
  };
}
