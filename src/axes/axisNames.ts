// The axes that a model leaves open, and their names: n for the batch; h, w; d, h, w; t.
import type { OpenInput } from '../trace/inputs.ts';

/** An axis of an input whose size is open. */
export interface OpenAxis {
  /** Index of the input. */
  readonly input: number;
  readonly axis: number;
  readonly isBatch: boolean;
  /** Whether the input has the rank of images, or of videos and volumes. */
  readonly isImage: boolean;
  /** A letter, or `s` and the number of the axis. */
  readonly letter: string;
  /** The name of the input as part of a name, such as `query` in `t_query`. */
  readonly owner: string;
}

/** The open axes of inputs in order. @param withBatch whether the first axes are among them */
export function openAxesOf(inputs: readonly Pick<OpenInput, 'name' | 'shape'>[], withBatch: boolean): OpenAxis[] {
  return inputs.flatMap(({ name, shape }, input) => {
    const open = shape.flatMap((dim, axis) => (dim === null && (axis > 0 || withBatch) ? [axis] : []));
    const letters = lettersOf(shape.length, open);
    const owner = (name ?? `x${input}`).replace(/\W+/g, '_');
    return open.map((axis) => ({
      input,
      axis,
      isBatch: axis === 0,
      isImage: shape.length >= 4,
      letter: axis === 0 ? 'n' : (letters[axis] ?? `s${axis}`),
      owner,
    }));
  });
}

function lettersOf(rank: number, open: readonly number[]): Readonly<Record<number, string>> {
  if (rank === 5) return { 1: 'd', 2: 'h', 3: 'w' };
  if (rank <= 3) return { 1: 't' };
  if (rank > 5) return {};
  // channels first, where axes 2 and 3 alone are open
  const inner = open.filter((axis) => axis > 0);
  return `${inner}` === '2,3' ? { 2: 'h', 3: 'w' } : { 1: 'h', 2: 'w' };
}

/**
 * Names of groups of axes that have one size each. An axis of several inputs has its input's name too, unless no other group
 * has its letter.
 */
export function groupNames(groups: readonly (readonly OpenAxis[])[]): string[] {
  const inputs = new Set(groups.flat().map(({ input }) => input));
  const names: string[] = [];
  for (const group of groups) {
    const [{ letter, owner }] = group as [OpenAxis];
    const isAlone = groups.every((other) => other === group || other.every((axis) => axis.letter !== letter));
    const stem = group.every(({ isBatch }) => isBatch) || inputs.size < 2 || isAlone ? letter : `${letter}_${owner}`;
    let name = stem;
    for (let more = 2; names.includes(name); more++) name = `${stem}_${more}`;
    names.push(name);
  }
  return names;
}

/** Names of several things: `h, w and t`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
