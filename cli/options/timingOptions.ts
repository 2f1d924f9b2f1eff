// How often a model is run where its time is taken. In: parsed options. Out: what `profile` takes.
import { wholeNumber } from './modelOptions.ts';

export const timingOptions = {
  runs: { describe: 'forward passes whose time is taken (default: 10)', type: 'string', requiresArg: true },
  warmup: { describe: 'forward passes before those (default: 3)', type: 'string', requiresArg: true },
} as const;

/** @throws UserError for what is no whole number */
export function timingCounts(argv: Readonly<Record<string, unknown>>): { runs?: number; warmup?: number } {
  return {
    ...(argv.runs !== undefined && { runs: wholeNumber(argv, 'runs', 1) }),
    ...(argv.warmup !== undefined && { warmup: wholeNumber(argv, 'warmup', 0) }),
  };
}
