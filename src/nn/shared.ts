// What every copy of this package in a process shares, as tf.js shares its engine: a model may come from another copy
// than the one that traces it.
import type { JoinKernels } from './joined.ts';
import type { OpObserver } from './op.ts';
import type { StandIn } from './parameter.ts';

interface Shared {
  observer?: OpObserver | undefined;
  standIn?: StandIn | undefined;
  joinKernels?: JoinKernels | undefined;
  /** whether a forward pass is traced or timed now */
  isInPass?: boolean | undefined;
}

const key = Symbol.for('gmlp-viz');
const index = globalThis as { [key]?: Shared };

index[key] ??= {};
export const shared: Shared = index[key];
