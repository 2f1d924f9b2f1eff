// Notes where torchsummary 1.5.1 would raise, or would count otherwise than the other styles.
import { grouped } from '../../../text/numberText.ts';
import type { Trace } from '../../../trace/trace.ts';
import { parameterCount } from '../../amounts.ts';
import type { TorchsummaryRow } from './rows.ts';

/** At most one note, none where torchsummary finishes: there the table equals its output byte for byte. */
export function torchsummaryNotes(trace: Trace, rows: readonly TorchsummaryRow[]): string[] {
  if (!trace.hasOps) return [otherCountsNote(trace, rows)];
  const root = trace.modules[0]!;
  const row = rows.find(({ unreadable }) => unreadable !== undefined);
  const reasons = [
    root.children.length === 0 ? `${root.type} has no layers in it` : undefined,
    row && `${row.type}-${row.number} ${row.unreadable}`,
    rows.some(({ counted }) => counted) ? undefined : 'no layer has a weight or a bias',
  ];
  const reason = reasons.find((text) => text !== undefined);
  return reason ? [`torchsummary 1.5.1 raises on this model: ${reason}; the table is what it would have printed`] : [];
}

// PyTorch has hooks on modules alone: the table of another model applies its rules to layers
function otherCountsNote(trace: Trace, rows: readonly TorchsummaryRow[]): string {
  const total = rows.reduce((sum, { params }) => sum + params, 0);
  const whole = parameterCount(trace);
  const counts = total === whole ? '' : `: here ${grouped(total)}, where the model has ${grouped(whole)}`;
  return (
    'torchsummary’s rules are PyTorch’s: a layer has a row, and counts, at each of its calls, one without a call and a ' +
    `Sequential have none${counts}; --style table counts each layer once`
  );
}
