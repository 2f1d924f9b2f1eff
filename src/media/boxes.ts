// Boxes with labels on an image, as tensorboardX draws them with Pillow.
import { eachDot, fontHeight, fontWidth } from './font.ts';
import type { Pixels } from './pixels.ts';

// red for each number of channels; gray with alpha has the luminance of red
const red: Readonly<Record<number, readonly number[]>> = { 2: [76, 255], 3: [255, 0, 0], 4: [255, 0, 0, 255] };
const black: Readonly<Record<number, readonly number[]>> = { 2: [0, 255], 3: [0, 0, 0], 4: [0, 0, 0, 255] };
const margin = 1;

/**
 * Draws boxes with lines that are 2 pixels wide.
 * @param boxes [boxes, 4]: left, top, right, bottom in pixels, fractions cut off
 */
export function drawBoxes(
  pixels: Pixels,
  boxes: readonly (readonly number[])[],
  labels: readonly string[] | undefined,
): Pixels {
  const drawn = { ...pixels, bytes: pixels.bytes.slice() };
  for (const [i, corners] of boxes.entries()) {
    const [left = 0, top = 0, right = 0, bottom = 0] = corners.map(Math.trunc);
    const ring = [left, top, left, bottom, right, bottom, right, top, left, top];
    for (let at = 0; at < 8; at += 2) drawLine(drawn, ring.slice(at, at + 4));
    if (labels?.[i]) drawLabel(drawn, left, bottom, labels[i]);
  }
  return drawn;
}

// Pillow's line of 2 pixels along an axis ends at its end points, and lies on the left of its direction
function drawLine(target: Pixels, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): void {
  const across = { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) };
  if (y1 > y0) across.right += 1;
  if (y1 < y0) across.left -= 1;
  if (x1 > x0) across.bottom += 1;
  if (x1 < x0) across.top -= 1;
  fill(target, across);
}

// the label is at the bottom inside the box, moved where the image ends
function drawLabel(target: Pixels, left: number, bottom: number, text: string): void {
  const [width, height] = [Array.from(text).length * fontWidth + 2 * margin, fontHeight + 2 * margin];
  const x = Math.max(Math.min(left, target.width - width), 0);
  const y = Math.max(Math.min(bottom + 1, target.height) - height, 0);
  fill(target, { left: x, right: x + width - 1, top: y, bottom: y + height - 1 });
  eachDot(text, (dx, dy) => set(target, x + margin + dx, y + margin + dy, black));
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function fill(target: Pixels, { left, right, top, bottom }: Area): void {
  for (let y = Math.max(top, 0); y <= Math.min(bottom, target.height - 1); y++)
    for (let x = Math.max(left, 0); x <= Math.min(right, target.width - 1); x++) set(target, x, y, red);
}

function set({ bytes, width, height, channels }: Pixels, x: number, y: number, colour: typeof red): void {
  if (x < width && y < height) bytes.set(colour[channels]!, (y * width + x) * channels);
}
