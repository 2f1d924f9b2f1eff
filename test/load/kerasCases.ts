// The models of test/fixtures/keras3, each in the three files that Keras 3 and its converter write, with what Keras says of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/keras3', import.meta.url));

/** A tensor of a case, in row-major order. */
interface CaseTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype?: 'float32' | 'int32';
  readonly data: readonly number[];
}

/** What Keras says of a model. */
export interface KerasTruth {
  readonly params: { readonly total: number; readonly trainable: number };
  readonly imports: boolean;
  readonly layers: readonly {
    readonly path: string;
    readonly class: string;
    /** For each call the shapes of its outputs. */
    readonly calls: readonly (readonly (readonly (number | null)[])[])[];
    readonly params: number;
    readonly trainable: number;
  }[];
  readonly inputs: readonly { readonly name: string; readonly shape: readonly (number | null)[] }[];
  readonly values: {
    readonly tolerance: number;
    readonly inputs: readonly CaseTensor[];
    readonly outputs: readonly CaseTensor[];
  };
}

/** The three files of each model. */
export const kerasFiles = ['model.json', 'model.keras', 'from-keras/model.json'] as const;

export const kerasCases = readdirSync(folder).map((name) => ({
  name,
  truth: JSON.parse(readFileSync(join(folder, name, 'truth.json'), 'utf8')) as KerasTruth,
  path: (file: (typeof kerasFiles)[number]): string => join(folder, name, file),
}));
