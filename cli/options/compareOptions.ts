// The options that say what is compared with what, shared by the commands that compare numbers.
import { UserError } from '../../src/errors.ts';
import { choice, count, many, named, path } from './schema.ts';

export const backendNames = async () => named((await import('../../src/backends/backends.ts')).backendNames);

export const sideOptions = {
  against: choice('backend', 'the backend of the reference (default: cpu)', backendNames),
  reference: path('a .safetensors file with activations by layer, in place of another run'),
  'weights-after': path('a .safetensors file for the second model'),
  values: many(path('values of an input, .npy or .json, in place of seeded ones; again for each input')),
  seed: count('seed of the inputs (default: 0)', 0),
  tokens: {
    describe:
      'range of whole numbers for int32 inputs, the upper one left out, such as 0:1000 (default: an Embedding’s, else 0:2)',
    parse(typed: string, name: string) {
      const [from = Number.NaN, to = Number.NaN] = /^-?\d+:-?\d+$/.test(typed) ? typed.split(':').map(Number) : [];
      if (!(from < to)) throw new UserError(`${name} must be a range such as 0:1000, got ${typed || 'nothing'}`);
      return { from, to };
    },
  },
  tolerance: {
    describe: 'the largest error that agrees, in parts of the scale of each output (default: 1e-4)',
    parse(typed: string, name: string): number {
      const value = typed.trim() === '' ? Number.NaN : Number(typed);
      if (!(value >= 0) || value === Number.POSITIVE_INFINITY)
        throw new UserError(`${name} must be a number of at least 0, got ${typed || 'nothing'}`);
      return value;
    },
  },
};
