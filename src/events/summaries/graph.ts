// A model's graph, for the Graphs dashboard. In: a trace. Out: the events of its graph.
import { tensorboard } from '../../proto/messages.js';
import { encodeGraph } from '../../tensorflow/graphDef.ts';
import type { Numbers } from '../../trace/numbers.ts';
import type { Trace } from '../../trace/trace.ts';
import { UserError } from '../../userError.ts';
import { type Dialect, dialectNames, dialects } from '../dialects.ts';

export interface GraphOptions {
  /** `tensorflow` */
  readonly dialect?: Dialect;
  /** parameters become constants with these numbers; the torch dialect has none */
  readonly numbers?: Numbers;
  /** on which backend of tf.js the model computes while it is traced; without it on none, see `trace` */
  readonly backend?: string | undefined;
}

// proto's uint32 length of a field, and protobuf's own limit of a message
const maxGraphBytes = 2 ** 31 - 1024;

export function graphEvents(traced: Trace, { dialect = 'tensorflow', numbers }: GraphOptions): tensorboard.IEvent[] {
  if (!Object.hasOwn(dialects, dialect))
    throw new UserError(`unknown dialect: ${dialect} (one of ${dialectNames.join(', ')})`);
  const graphDef = encodeGraph(dialects[dialect](traced, numbers));
  if (graphDef.length > maxGraphBytes)
    throw new UserError(`a graph of ${graphDef.length} bytes does not fit an event of 2 GB`);
  const runMetadata = tensorboard.RunMetadata.encode({
    stepStats: { devStats: [{ device: '/device:CPU:0' }] },
  }).finish();
  return [{ graphDef }, { taggedRunMetadata: { tag: 'profiler', runMetadata } }];
}
