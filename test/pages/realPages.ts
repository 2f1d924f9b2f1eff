/** Pages of the guide whose commands need Python, a browser, or packages from the registry. */
export const realPages: readonly string[] = [
  'converted.md',
  'keras.md',
  'onnx.md',
  'port.md',
  'saved-model.md',
  'script-tag.md',
];
