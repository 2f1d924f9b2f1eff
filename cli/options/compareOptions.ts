// The options that say what is compared with what, shared by the commands that compare numbers.
import { UserError } from '../../src/errors.ts';
import { choice, count, flag, many, named, path } from './schema.ts';

export const backendNames = async () => named((await import('../../src/backends/backends.ts')).backendNames);

export const sideOptions = {
  against: choice('backend', 'the backend of the reference (default: cpu)', backendNames),
  reference: path('a .safetensors file with activations by layer, in place of another run'),
  'weights-after': path('a .safetensors file for the second model'),
  values: many(path('values of an input, .npy, .json or .png, in place of seeded ones; again for each input')),
  pixels: {
    describe: 'values of black and white in a .png of --values, such as -1:1 (default: 0:1, of an int32 input 0:255)',
    parse(typed: string, name: string) {
      const [from = Number.NaN, to = Number.NaN] = typed
        .split(':')
        .map((one) => (one.trim() === '' ? Number.NaN : Number(one)));
      if (!Number.isFinite(from) || !Number.isFinite(to) || from === to || typed.split(':').length !== 2)
        throw new UserError(`${name} must be two numbers such as -1:1, got ${typed || 'nothing'}`);
      return { from, to };
    },
  },
  resize: flag('resize a .png of --values to the size of the input'),
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
