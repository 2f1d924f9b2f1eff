// Reduces an image to a palette and an index for each pixel.

export interface Indexed {
  /** colours as 0xrrggbb */
  readonly palette: readonly number[];
  readonly indices: Uint8Array;
}

/**
 * The palette of all colours in `pictures`; undefined where they have more than `maxColours`.
 * @param pictures colours of the pixels as 0xrrggbb
 */
export function exactly(pictures: readonly Uint32Array[], maxColours: number): Indexed[] | undefined {
  const positions = new Map<number, number>();
  const all: Uint8Array[] = [];
  for (const colours of pictures) {
    const indices = new Uint8Array(colours.length);
    let last = -1;
    let position = 0;
    for (let i = 0; i < colours.length; i++) {
      const colour = colours[i]!;
      if (colour !== last) {
        const known = positions.get(colour);
        if (known === undefined) {
          if (positions.size === maxColours) return undefined;
          position = positions.size;
          positions.set(colour, position);
        } else position = known;
        last = colour;
      }
      indices[i] = position;
    }
    all.push(indices);
  }
  const palette = [...positions.keys()];
  return all.map((indices) => ({ palette, indices }));
}

// colours are counted in cells of five bits per channel, [red, green, blue]
const side = 32;
const cellOf = (colour: number): number => ((colour >>> 9) & 0x7c00) | ((colour >>> 6) & 0x3e0) | ((colour >>> 3) & 31);

/** For each cell: its number, the count of its pixels and their sums of red, green and blue. */
interface Cells {
  readonly ids: Uint16Array;
  readonly counts: Float64Array;
  readonly sums: readonly Float64Array[];
}

function cellsOf(colours: Uint32Array): Cells {
  const position = new Int32Array(side ** 3).fill(-1);
  const ids: number[] = [];
  for (const colour of colours) {
    const cell = cellOf(colour);
    if (position[cell] !== -1) continue;
    position[cell] = ids.length;
    ids.push(cell);
  }
  const counts = new Float64Array(ids.length);
  const [red, green, blue] = [new Float64Array(ids.length), new Float64Array(ids.length), new Float64Array(ids.length)];
  for (const colour of colours) {
    const at = position[cellOf(colour)]!;
    counts[at]! += 1;
    red[at]! += colour >>> 16;
    green[at]! += (colour >>> 8) & 255;
    blue[at]! += colour & 255;
  }
  return { ids: Uint16Array.from(ids), counts, sums: [red, green, blue] };
}

interface Box {
  /** indices of cells */
  readonly members: readonly number[];
  /** the best cut: cells below `at` in this channel are one part; `gain` is the decrease of the squared error */
  readonly channel: number;
  readonly at: number;
  readonly gain: number;
}

const channelOf = (cell: number, channel: number): number => (cell >>> (10 - 5 * channel)) & 31;

// Wu's criterion (Graphics Gems II, 1991): the cut that maximizes the parts' squared sums, each divided by its count
function boxOf(cells: Cells, members: readonly number[]): Box {
  let best = { channel: 0, at: 0, gain: 0 };
  for (let channel = 0; channel < 3; channel++) {
    const slices = Array.from({ length: 4 }, () => new Float64Array(side));
    for (const member of members) {
      const slice = channelOf(cells.ids[member]!, channel);
      slices[0]![slice]! += cells.counts[member]!;
      for (let c = 0; c < 3; c++) slices[c + 1]![slice]! += cells.sums[c]![member]!;
    }
    const [count, ...sums] = slices.map((slice) => slice.reduce((a, b) => a + b)) as [number, ...number[]];
    const whole = sums.reduce((total, sum) => total + (sum * sum) / count, 0);
    const below = [0, 0, 0, 0];
    for (let at = 1; at < side; at++) {
      for (let k = 0; k < 4; k++) below[k]! += slices[k]![at - 1]!;
      const [left, right] = [below[0]!, count - below[0]!];
      if (left === 0 || right === 0) continue;
      let gain = -whole;
      for (let c = 0; c < 3; c++) gain += below[c + 1]! ** 2 / left + (sums[c]! - below[c + 1]!) ** 2 / right;
      if (gain > best.gain) best = { channel, at, gain };
    }
  }
  return { members, ...best };
}

function cut(cells: Cells, maxBoxes: number): Box[] {
  const boxes = [boxOf(cells, Array.from(cells.counts.keys()))];
  while (boxes.length < maxBoxes) {
    const worst = boxes.reduce((a, b) => (b.gain > a.gain ? b : a));
    if (worst.gain <= 0) break;
    const low = (member: number): boolean => channelOf(cells.ids[member]!, worst.channel) < worst.at;
    const parts = [worst.members.filter(low), worst.members.filter((member) => !low(member))];
    boxes.splice(boxes.indexOf(worst), 1, ...parts.map((members) => boxOf(cells, members)));
  }
  return boxes;
}

/** Representative colours: boxes are cut where the squared error decreases most, then k-means runs once. */
export function nearly(colours: Uint32Array, maxColours: number): Indexed {
  const cells = cellsOf(colours);
  const group = new Uint8Array(cells.ids.length);
  const boxes = cut(cells, maxColours);
  boxes.forEach(({ members }, index) => {
    for (const member of members) group[member] = index;
  });
  let means: Float64Array = new Float64Array();
  for (let round = 0; round < 2; round++) {
    means = meansOf(cells, group, boxes.length);
    assignNearest(cells, means, group);
  }
  const position = new Uint8Array(side ** 3);
  cells.ids.forEach((cell, member) => {
    position[cell] = group[member]!;
  });
  const byte = (at: number): number => Math.round(means[at]!);
  return {
    palette: boxes.map((_, k) => (byte(3 * k) << 16) | (byte(3 * k + 1) << 8) | byte(3 * k + 2)),
    indices: Uint8Array.from(colours, (colour) => position[cellOf(colour)]!),
  };
}

/** Means of the groups, [groups, 3]; an empty group is black. */
function meansOf({ counts, sums }: Cells, group: Uint8Array, groups: number): Float64Array {
  const [totals, means] = [new Float64Array(groups), new Float64Array(3 * groups)];
  for (let member = 0; member < group.length; member++) {
    const k = group[member]!;
    totals[k]! += counts[member]!;
    for (let c = 0; c < 3; c++) means[3 * k + c]! += sums[c]![member]!;
  }
  return means.map((sum, i) => sum / (totals[Math.floor(i / 3)]! || 1));
}

function assignNearest({ counts, sums }: Cells, means: Float64Array, group: Uint8Array): void {
  const [reds, greens, blues] = sums as [Float64Array, Float64Array, Float64Array];
  for (let member = 0; member < group.length; member++) {
    const count = counts[member]!;
    const [red, green, blue] = [reds[member]! / count, greens[member]! / count, blues[member]! / count];
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0, at = 0; at < means.length; k++, at += 3) {
      const [dr, dg, db] = [means[at]! - red, means[at + 1]! - green, means[at + 2]! - blue];
      const distance = dr * dr + dg * dg + db * db;
      if (distance >= least) continue;
      least = distance;
      group[member] = k;
    }
  }
}
