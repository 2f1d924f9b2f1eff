// Runs graphs in TensorFlow. In: our graphs, in its spelling of names, and numbers. Out: its numbers.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as tf from '@tensorflow/tfjs-core';
import { spellForTensorflow } from '../../src/dialects/tensorflow/tensorflowNames.ts';
import { graphFormats } from '../../src/formats/formats.ts';
import { encodeGraph } from '../../src/formats/graphDef.ts';
import type { SignedGraph } from '../../src/graph/graph.ts';
import { python } from './python.ts';

/** The formats of graphs that TensorFlow runs. */
export const tensorflowFormats = graphFormats.filter((format) => format !== 'onnx');

/** A tensor as JSON has it. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly values: readonly (number | string)[];
}

interface Question {
  readonly path: string;
  readonly feeds?: Readonly<Record<string, Numbers>>;
  readonly fetches?: readonly string[];
}

export interface Answer {
  /** of the graph as imported */
  readonly operations?: number;
  readonly outputs?: readonly Numbers[];
  /** why TensorFlow refuses the graph */
  readonly error?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'graphs-'));
let written = 0;

/** Imports `graph`, and runs it when there are inputs. */
export function question(graph: SignedGraph, inputs: readonly Numbers[] = [], outputs = 0): Question {
  const path = join(folder, `${written++}.pb`);
  const spelled = spellForTensorflow(graph);
  writeFileSync(path, encodeGraph(spelled));
  return {
    path,
    feeds: Object.fromEntries(
      inputs.map(({ shape, values }, i) => [
        spelled.signature.inputs[i]!.tensor,
        { shape, values: values.map(legible) },
      ]),
    ),
    fetches: spelled.signature.outputs.slice(0, outputs).map(({ tensor }) => tensor),
  };
}

// JSON has no zero below zero, nor what is not finite; numpy reads the words
const legible = (value: number | string): number | string =>
  typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value))
    ? Object.is(value, -0)
      ? '-0.0'
      : `${value}`
    : value;

export const runGraphs = (questions: readonly Question[]): Answer[] => python<Answer[]>('runGraphs.py', questions);

export const numbersOf = (tensor: tf.Tensor): Numbers => ({
  shape: tensor.shape,
  // a bool may hold 2 in tf.js
  values: Array.from<number | string, number | string>(tensor.dataSync(), (value) =>
    tensor.dtype === 'bool' ? Number(Boolean(value)) : value,
  ),
});

/**
 * What differs from `expected` by more than `tolerance` of the larger of 1 and the number, a line each. A string is the
 * same or not.
 */
export function differences(name: string, answer: Answer, expected: readonly Numbers[], tolerance: number): string[] {
  const { error, outputs = [] } = answer;
  if (error !== undefined) return [`${name}: ${error}`];
  return expected.flatMap(({ shape, values }, i) => {
    const theirs = outputs[i]!;
    if (`${shape}` !== `${theirs.shape}`) return [`${name}: [${shape}] is [${theirs.shape}] there`];
    // bool comes as true and false, what is not finite as words
    const close = (a: number | string, b: number | string): boolean =>
      a === b || (typeof a === 'number' && near(a, Number(b), tolerance));
    const at = values.findIndex((value, k) => !close(value, theirs.values[k]!));
    return at < 0 ? [] : [`${name}: ${values[at]} is ${theirs.values[at]} there`];
  });
}

const near = (a: number, b: number, tolerance: number): boolean =>
  a === b || Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
