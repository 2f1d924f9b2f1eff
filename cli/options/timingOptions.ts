// How often a model runs where its time is taken.
import { count, type Values } from './schema.ts';

/** Options of commands that take times. */
export const timingOptions = {
  runs: count('forward passes whose time is taken (default: 10)', 1),
  warmup: count('forward passes before those (default: 3)', 0),
};

/** The counts that are given, for `profile`. */
export const timingCounts = ({ runs, warmup }: Values<typeof timingOptions>): { runs?: number; warmup?: number } => ({
  ...(runs !== undefined && { runs }),
  ...(warmup !== undefined && { warmup }),
});
