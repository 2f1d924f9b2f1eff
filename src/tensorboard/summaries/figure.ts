// Figures that other programs drew, for TensorBoard's Images dashboard.
import { UserError } from '../../errors.ts';
import { pngSize } from '../../media/png.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { blobMetadata } from './metadata.ts';

/** A PNG, or a canvas: one of Node (node-canvas, @napi-rs/canvas) has `toBuffer`, one of a page `toDataURL`. */
export type Figure =
  | Uint8Array
  | {
      /** The PNG's bytes. */
      toBuffer(type: 'image/png'): Uint8Array;
      /** Frees the figure after it was written. */
      close?(): void;
    }
  | {
      /** The PNG as a `data:` URL. */
      toDataURL(type: 'image/png'): string;
      /** Frees the figure after it was written. */
      close?(): void;
    };

const utf8 = new TextEncoder();

export function figureSummary(tag: string, figure: Figure | readonly Figure[]): tensorboard.Summary.IValue {
  if (!isList(figure)) {
    const { png, size } = read(figure, `the figure of ${tag}`);
    const { width, height, channels } = size;
    return { tag, image: { height, width, colorspace: channels, encodedImageString: png } };
  }
  if (figure.length === 0) throw new UserError(`the figures of ${tag} must be at least one`);
  const all = figure.map((one, i) => read(one, `figure ${i} of ${tag}`));
  const sizes = new Set(all.map(({ size: { width, height } }) => `${width}x${height}`));
  if (sizes.size > 1) throw new UserError(`the figures of ${tag} must be of one size, got ${[...sizes].join(' and ')}`);
  const { width, height } = all[0]!.size;
  // the form of several images in TensorFlow 2: width and height before them
  const stringVal = [utf8.encode(`${width}`), utf8.encode(`${height}`), ...all.map(({ png }) => png)];
  return {
    tag,
    metadata: blobMetadata('images'),
    tensor: { dtype: tensorboard.DataType.DT_STRING, tensorShape: { dim: [{ size: stringVal.length }] }, stringVal },
  };
}

/** Closes the figures that have a method `close`, as tensorboardX closes matplotlib's figures. */
export function closeFigures(figure: Figure | readonly Figure[]): void {
  for (const one of isList(figure) ? figure : [figure]) if ('close' in one) one.close?.();
}

const isList = (figure: Figure | readonly Figure[]): figure is readonly Figure[] => Array.isArray(figure);

function read(figure: Figure, what: string) {
  const png = bytesOf(figure, what);
  return { png, size: pngSize(png, what) };
}

function bytesOf(figure: Figure, what: string): Uint8Array {
  if (figure instanceof Uint8Array) return figure;
  const given: object = Object(figure);
  if ('toBuffer' in given && typeof given.toBuffer === 'function') {
    const made: unknown = given.toBuffer('image/png');
    if (made instanceof Uint8Array) return made;
    throw new UserError(`${what} must give its PNG at once: toBuffer('image/png') gave ${named(made)}`);
  }
  if ('toDataURL' in given && typeof given.toDataURL === 'function') {
    const url = `${given.toDataURL('image/png')}`;
    return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
  }
  throw new UserError(`${what} must be a PNG in a Uint8Array or a canvas, got ${named(figure)}`);
}

const named = (value: unknown): string =>
  Object.prototype.toString.call(value).slice('[object '.length, -1).toLowerCase();
