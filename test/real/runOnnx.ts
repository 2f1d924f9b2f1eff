// Checks ONNX models by onnx's checker and shape inference, and runs them in onnxruntime.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SignedGraph } from '../../src/graph/graph.ts';
import { encodeOnnx } from '../../src/index.ts';
import { installedPackage } from './packages.ts';
import { python } from './python.ts';
import type { Answer, Numbers } from './runGraphs.ts';

export interface OnnxQuestion {
  readonly path: string;
  /** Values of the inputs, in the order of the signature. */
  readonly feeds: readonly Numbers[];
}

/** What onnxruntime gives, and how many nodes the model has. */
export interface OnnxAnswer extends Answer {
  readonly nodes?: number;
  /** `whole` tells integers, bools and strings from floats. */
  readonly outputs?: readonly (Numbers & { readonly whole?: boolean })[];
}

const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
let written = 0;

/** Writes `graph` to a file. */
export function onnxQuestion(graph: SignedGraph, feeds: readonly Numbers[]): OnnxQuestion {
  const path = join(folder, `${written++}.onnx`);
  writeFileSync(path, encodeOnnx(graph));
  return { path, feeds: feeds.map(legible) };
}

// JSON has no zero below zero, nor what is not finite; numpy reads the words
const legible = ({ shape, values }: Numbers): Numbers => ({
  shape,
  values: values.map((value) =>
    typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))
      ? value
      : Object.is(value, -0)
        ? '-0.0'
        : `${value}`,
  ),
});

/** A refusal names the part of onnx that does, or onnxruntime. */
const runOnnx = (questions: readonly OnnxQuestion[]): OnnxAnswer[] => python<OnnxAnswer[]>('runOnnx.py', questions);

/** Runs models in onnxruntime-node, whose install script is left out: it fetches a library for GPUs. */
export function runOnnxInNode(questions: readonly OnnxQuestion[]): OnnxAnswer[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('runOnnx.cjs', import.meta.url))],
    {
      cwd: installedPackage('onnxruntime-node', '1.30.0'),
      input: JSON.stringify(questions),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  if (status !== 0) throw new Error(`runOnnx.cjs failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** A model that both runtimes are asked for. */
export interface OnnxCase {
  readonly name: string;
  readonly question: OnnxQuestion;
  readonly expected: readonly Numbers[];
}

/** Where the checker refuses a model, or onnxruntime or onnxruntime-node computes something else than `expected`. */
export function wrongInOnnx(cases: readonly OnnxCase[]): string[] {
  const questions = cases.map(({ question }) => question);
  const runtimes = { onnxruntime: runOnnx(questions), 'onnxruntime-node': runOnnxInNode(questions) };
  return Object.entries(runtimes).flatMap(([runtime, answers]) =>
    cases.flatMap(({ name, expected }, at) => onnxDifferences(`${runtime}: ${name}`, answers[at]!, expected)),
  );
}

/** What differs from `expected` by more than `tolerance` of the output's largest number, a line each; integers by anything. */
export function onnxDifferences(
  name: string,
  { error, outputs = [] }: OnnxAnswer,
  expected: readonly Numbers[],
  tolerance = 1e-5,
): string[] {
  if (error !== undefined) return [`${name}: ${error}`];
  return expected.flatMap(({ shape, values }, i) => {
    const theirs = outputs[i]!;
    if (`${shape}` !== `${theirs.shape}`) return [`${name}: [${shape}] is [${theirs.shape}] there`];
    const sizes = values.map((value) => Math.abs(Number(value))).filter(Number.isFinite);
    const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
    const close = (a: number | string, b: number | string): boolean => {
      if (typeof a === 'string') return a === b;
      const number = Number(b);
      return a === number || Object.is(a, number) || Math.abs(a - number) <= (theirs.whole ? 0 : tolerance * largest);
    };
    const at = values.findIndex((value, k) => !close(value, theirs.values[k]!));
    return at < 0 ? [] : [`${name}: ${values[at]} is ${theirs.values[at]} there`];
  });
}
