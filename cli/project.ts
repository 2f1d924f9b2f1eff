// The project that a model belongs to, whose copy of tf.js comes before this package's own. In: the model's file.

let model: string | undefined;

/** Says where the model lies, before tf.js is loaded. */
export function enterProject(file: string): void {
  model = file;
}

export const modelFile = (): string | undefined => model;
