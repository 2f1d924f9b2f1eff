import type { Trace } from '../trace/trace.ts';

/** A note on a model whose code keeps numbers that a trace cannot put back. */
export const stateNotes = ({ isUnsteady }: Trace): string[] =>
  isUnsteady
    ? [
        'each call of the model computes with other numbers, which its code keeps or reads from a clock: it was called more than once, and only properties of a Module, layer or function are put back',
      ]
    : [];
