// Formats of models that are not read, and the way from each to one that is.
import { UserError } from '../errors.ts';

interface OtherFormat {
  /** A noun phrase. */
  readonly what: string;
  /** A clause that says what makes a readable file of it. */
  readonly way: string;
  /** Whether a file begins so. */
  begins?(bytes: Uint8Array): boolean;
}

const beginsWith =
  (text: string, at = 0) =>
  (bytes: Uint8Array): boolean =>
    [...text].every((character, i) => bytes[at + i] === character.charCodeAt(0));

const hdf5: OtherFormat = {
  what: 'an HDF5 file of Keras',
  way: 'tensorflowjs_converter --input_format keras makes a model.json of it, and model.save("model.keras") in Keras 3 an archive',
  begins: beginsWith('\x89HDF\r\n\x1a\n'),
};
const savedModel: OtherFormat = {
  what: 'a SavedModel of TensorFlow',
  way: 'tensorflowjs_converter --input_format tf_saved_model makes a model.json of its folder',
};
const torch: OtherFormat = {
  what: 'a file of PyTorch',
  way: 'torch.onnx.export, onnx2tf and tensorflowjs_converter make a model.json of the model, and safetensors.torch.save_file writes its weights',
};

const formats: Readonly<Record<string, OtherFormat>> = {
  h5: hdf5,
  hdf5,
  tflite: {
    what: 'a model of LiteRT (TensorFlow Lite)',
    way: 'nothing makes a model.json of it: convert the SavedModel or Keras model that it was made from, with tensorflowjs_converter',
    begins: beginsWith('TFL3', 4),
  },
  onnx: {
    what: 'a model of ONNX',
    way: 'onnx2tf makes a SavedModel of it, and tensorflowjs_converter --input_format tf_saved_model a model.json of that',
  },
  pb: { ...savedModel, what: 'a SavedModel or a graph of TensorFlow' },
  pt: torch,
  pth: torch,
  ckpt: { ...torch, what: 'a checkpoint of TensorFlow or PyTorch' },
  safetensors: {
    what: 'a file of weights alone',
    way: 'give it with --weights, and the model that it is for',
  },
};

const clauseOf = (path: string, { what, way }: OtherFormat): UserError =>
  new UserError(`${path} is ${what}, which is not read: ${way}`);

/** @throws UserError for a file whose name has the ending of another format */
export function expectKnownEnding(path: string): void {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(formats, extension)) throw clauseOf(path, formats[extension]!);
}

/** @throws UserError for a file that begins as one of another format does */
export function expectKnownStart(path: string, bytes: Uint8Array): void {
  const format = Object.values(formats).find(({ begins }) => begins?.(bytes));
  if (format) throw clauseOf(path, format);
}

/**
 * The error for a folder without a model.json.
 * @param names of the files in it
 */
export function folderError(path: string, names: readonly string[]): UserError {
  if (names.includes('saved_model.pb') || names.includes('saved_model.pbtxt')) return clauseOf(path, savedModel);
  return new UserError(`${path} is a folder without a model.json: give the file of the model`);
}

/** The error for a zip with these files; undefined for one of no other format. */
export const zipError = (path: string, names: readonly string[]): UserError | undefined =>
  names.some((name) => name.endsWith('/data.pkl')) ? clauseOf(path, torch) : undefined;
