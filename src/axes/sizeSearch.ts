// The sizes of open axes at which a model runs: one to begin with, steps from it, and axes that move together.
import { UserError } from '../errors.ts';
import type { Trace } from '../trace/trace.ts';
import type { OpenAxis } from './axisNames.ts';

/** Traces a model with these sizes of its open axes. @throws the model's error */
export type TraceAt = (sizes: readonly number[]) => Trace;

/** Axes that have one size: alone, or together where the model runs with no other. */
export interface AxisGroup {
  /** Indices of axes. */
  readonly members: readonly number[];
  /** The model ran at base + step·r. */
  readonly base: number;
  /** 0 for axes that ran at `base` alone. */
  readonly step: number;
}

const imageSizes = [64, 128, 256, 512, 1024, 32, 16, 8, 96, 160, 224, 299, 320, 100, 28, 20];
const lengths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 16384, 8, 4];
// every residue of 32
const scanned = [96, 256, 512].flatMap((from) => Array.from({ length: 32 }, (_, i) => from + i));
const steps = [1, 2, 4, 8, 16, 32, 64, 3, 5, 6, 7, 9, 10, 12, 14, 20, 24, 28, 48, 96, 128];
// multiples of the likely steps, which tell at few runs whether an axis moves at all
const probes = [1, 192, 60, 112];
// a row of 1 is broadcast, which other rows are not
const firstBatch = 2;

/** Runs a model at sizes of its open axes, each list of sizes once. */
export class SizeSearch {
  readonly #axes: readonly OpenAxis[];
  readonly #traceAt: TraceAt;
  readonly #runs = new Map<string, Trace | undefined>();
  /** The error of the first size that failed. */
  firstError: unknown;

  constructor(axes: readonly OpenAxis[], traceAt: TraceAt) {
    this.#axes = axes;
    this.#traceAt = traceAt;
  }

  /** The trace at these sizes by axis; undefined where the model fails or makes a tensor without elements. */
  attempt(sizes: readonly number[]): Trace | undefined {
    const key = `${sizes}`;
    if (!this.#runs.has(key)) this.#runs.set(key, this.#run(sizes));
    return this.#runs.get(key);
  }

  #run(sizes: readonly number[]): Trace | undefined {
    try {
      const trace = this.#traceAt(sizes);
      if (!trace.values.some(({ shape }) => shape.includes(0))) return trace;
      throw new Error('a tensor has no elements');
    } catch (error) {
      // such as a model that cannot be traced at all
      if (error instanceof UserError) throw error;
      this.firstError ??= error;
      return undefined;
    }
  }

  /** Sizes by axis at which the model runs, all alike except for the batch; undefined where none was found. */
  base(): readonly number[] | undefined {
    const ladder = this.#axes.every(({ isBatch, isImage }) => isBatch || isImage) ? imageSizes : lengths;
    const sizesAt = (batch: number) => (size: number) => this.#axes.map(({ isBatch }) => (isBatch ? batch : size));
    const tried = [...ladder, ...scanned].map(sizesAt(firstBatch));
    const alone = this.#axes.some(({ isBatch }) => isBatch) ? ladder.map(sizesAt(1)) : [];
    return [...tried, ...alone].find((sizes) => this.attempt(sizes));
  }

  /** Groups of axes that have one size each, and the steps in which they move. @param base by axis */
  groups(base: readonly number[]): AxisGroup[] {
    const batches = this.#axes.flatMap(({ isBatch }, i) => (isBatch ? [i] : []));
    let groups = [
      ...(batches.length > 0 ? [batches] : []),
      ...this.#axes.flatMap(({ isBatch }, i) => (isBatch ? [] : [[i]])),
    ];
    for (;;) {
      const found = groups.map((members) => this.#stepOf(members, base));
      const stuck = groups.filter((_, k) => found[k] === 0);
      const merged = stuck.length === 0 ? undefined : this.#coupled(stuck, groups, base);
      if (!merged) return groups.map((members, k) => ({ members, base: base[members[0]!]!, step: found[k]! }));
      const members = merged.flat().sort((a, b) => a - b);
      groups = [...groups.filter((group) => !merged.includes(group)), members].sort((a, b) => a[0]! - b[0]!);
    }
  }

  #moved(base: readonly number[], members: readonly number[], by: number): Trace | undefined {
    return this.attempt(base.map((size, i) => (members.includes(i) ? size + by : size)));
  }

  #stepOf(members: readonly number[], base: readonly number[]): number {
    if (!probes.some((by) => this.#moved(base, members, by))) return 0;
    const runs = (by: number) => this.#moved(base, members, by) !== undefined;
    return steps.find((step) => runs(step) && runs(3 * step)) ?? 0;
  }

  /** Two groups that move together, or all that move neither alone nor with one other. */
  #coupled(
    stuck: readonly (readonly number[])[],
    groups: readonly (readonly number[])[],
    base: readonly number[],
  ): readonly (readonly number[])[] | undefined {
    const moves = (members: readonly number[]) => probes.some((by) => this.#moved(base, members, by));
    for (const one of stuck)
      for (const other of groups) if (other !== one && moves([...one, ...other])) return [one, other];
    return stuck.length > 2 && moves(stuck.flat()) ? stuck : undefined;
  }
}
