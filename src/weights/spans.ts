// Some arrays of a weights manifest, read without the others.
import { UserError } from '../errors.ts';
import type { NearbyFiles } from '../storage/fileSource.ts';
import { bytesOf, expectHeld, type Group, readShards, type WeightSpec } from './manifest.ts';

/** Where an array lies in the bytes of its group. */
export interface ArraySpan {
  readonly spec: WeightSpec;
  readonly begin: number;
  readonly end: number;
}

/** The spans of a group without strings. */
export function spansOf(weights: readonly WeightSpec[]): ArraySpan[] {
  let end = 0;
  return weights.map((spec) => {
    const begin = end;
    end += bytesOf(spec);
    return { spec, begin, end };
  });
}

// spans that are nearer than this are read at once
const maxGapBytes = 2 ** 16;

/**
 * Reads some arrays of a group without strings, and of its files no more than the pieces that hold them.
 * @param spans in order, at least one
 * @returns the bytes of each
 * @throws UserError for a file that cannot be read or does not hold what the manifest says
 */
export async function readSpans(
  group: Group,
  spans: readonly ArraySpan[],
  files: NearbyFiles,
): Promise<readonly Uint8Array[]> {
  const ends = await fileEnds(group, spans.at(-1)!.end, files);
  if (!ends) {
    const { data } = await readShards([group], files);
    return spans.map(({ begin, end }) => new Uint8Array(data, begin, end - begin));
  }
  const read: Uint8Array[] = [];
  for (let from = 0; from < spans.length; ) {
    let to = from + 1;
    while (to < spans.length && spans[to]!.begin - spans[to - 1]!.end <= maxGapBytes) to += 1;
    const { begin } = spans[from]!;
    const run = await readRun(group.paths, ends, begin, spans[to - 1]!.end, files);
    for (const span of spans.slice(from, to)) read.push(run.slice(span.begin - begin, span.end - begin));
    from = to;
  }
  return read;
}

/**
 * Where each file ends in the bytes of the group, up to the file that holds the byte before `needed`.
 * @returns undefined where a size is not known before the file is read
 */
async function fileEnds({ paths, weights }: Group, needed: number, files: NearbyFiles): Promise<number[] | undefined> {
  const ends: number[] = [];
  for (const path of paths) {
    const size = await files.size?.(path);
    if (size === undefined) return undefined;
    ends.push((ends.at(-1) ?? 0) + size);
    if (ends.at(-1)! >= needed && ends.length < paths.length) return ends;
  }
  expectHeld(paths, weights, ends.at(-1) ?? 0);
  return ends;
}

/** The bytes of a group from `begin` to the one before `end`. */
async function readRun(
  paths: readonly string[],
  ends: readonly number[],
  begin: number,
  end: number,
  files: NearbyFiles,
): Promise<Uint8Array> {
  const run = new Uint8Array(end - begin);
  for (const [i, fileEnd] of ends.entries()) {
    const start = ends[i - 1] ?? 0;
    const [from, to] = [Math.max(begin, start), Math.min(end, fileEnd)];
    if (from >= to) continue;
    const part = await files.part(paths[i]!, from - start, to - start);
    if (part.length !== to - from)
      throw new UserError(`${paths[i]} ends before byte ${to - start}, where the weights manifest puts an array`);
    run.set(part, from - begin);
  }
  return run;
}
