// A note where the table counts mult-adds otherwise than torchinfo 1.8.0.
import { macsOf } from '../../../cost/macs.ts';
import type { Trace } from '../../../trace/trace.ts';

/** None for a Module, whose table equals torchinfo's output byte for byte. */
export function torchinfoNotes(trace: Trace): string[] {
  if (trace.hasOps) return [];
  const unknown = [...new Set([...macsOf(trace).unknown.values()].flat())].sort();
  const missing = unknown.length === 0 ? '' : `; kernels without a rule are not counted: ${unknown.join(', ')}`;
  return [
    'torchinfo’s rule for mult-adds is PyTorch’s: here each layer counts those of its own, as --style table does' +
      missing,
  ];
}
