// Notes on passes that a table cannot show as they are.
import type { ModuleCall, Trace } from '../trace/trace.ts';

/** A note on a model whose code keeps numbers that a trace cannot put back. */
export const stateNotes = ({ isUnsteady }: Trace): string[] =>
  isUnsteady
    ? [
        'each call of the model computes with other numbers, which its code keeps or reads from a clock: it was called more than once, and only properties of a Module, layer or function are put back',
      ]
    : [];

/** A note for each layer whose error the model caught: its row has no output. */
export function caughtNotes({ calls, modules, failed }: Trace): string[] {
  if (failed !== undefined) return [];
  const threw = calls.filter((call): call is ModuleCall => call.level === 'module' && call.threw !== undefined);
  const notes = threw.map((call) => {
    const { path, type } = modules[call.module]!;
    return `${path || type} failed, and the model went on without its output: ${call.threw}`;
  });
  return [...new Set(notes)];
}
