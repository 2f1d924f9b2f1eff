// golden/reference/index.json's cases, and the models that they name.
import { readFileSync } from 'node:fs';
import { type AnyModule, type GMLPImageOptions, gMLPForImageClassification } from '../../src/nn.ts';
import { referenceModels } from './referenceModels.ts';

export const golden = new URL('../golden/reference/', import.meta.url);
export const read = (path: string): string => readFileSync(new URL(path, golden), 'utf8');
export const index = JSON.parse(read('index.json'));

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

interface Case {
  readonly model: string;
  readonly arguments: Readonly<Record<string, number>>;
}

/** reference_models.py's defaults: the Python constructor does not derive seq_len. */
export function build({ model, arguments: given }: Case): AnyModule {
  const reference = referenceModels[model];
  if (reference) return new reference();
  const options = Object.fromEntries(Object.entries(given).map(([name, value]) => [camelCase(name), value]));
  return new gMLPForImageClassification(options as GMLPImageOptions);
}
