// Notes on torchsummary 1.5.1's table. In: a module call, or a trace and its rows. Out: a clause, or nothing.

import { grouped } from '../../../text/numberText.ts';
import type { ModuleCall, Nest, Trace } from '../../../trace/trace.ts';
import { parameterCount } from '../../moduleTree.ts';
import type { Row } from './rows.ts';

/** What of a call's inputs and outputs torchsummary's hook cannot read. */
export function unreadable({ inputs, outputs, outputKind }: ModuleCall, trace: Trace): string | undefined {
  if (typeof (inputs as readonly Nest[])[0] !== 'number') return 'does not take a tensor first';
  if (outputKind !== undefined) return outputKind === 'object' ? 'returns an object' : 'returns nothing';
  if (typeof outputs === 'number') return undefined;
  if (outputs.some((item) => typeof item !== 'number')) return 'returns a nested tuple';
  const ranks = new Set(outputs.map((value) => trace.values[value as number]!.shape.length));
  return ranks.size > 1 ? 'returns a tuple of unlike ranks' : undefined;
}

/** @returns at most one note, and none where torchsummary finishes: there the table is its own byte for byte. */
export function torchsummaryNotes(trace: Trace, rows: readonly Row[]): string[] {
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

// PyTorch has hooks on modules alone: of another model the table is what its rules would make of it
function otherCountsNote(trace: Trace, rows: readonly Row[]): string {
  const total = rows.reduce((sum, { params }) => sum + params, 0);
  const whole = parameterCount(trace);
  const counts = total === whole ? '' : `: here ${grouped(total)}, where the model has ${grouped(whole)}`;
  return (
    'torchsummary’s rules are PyTorch’s: a layer has a row, and counts, at each of its calls, one without a call and a ' +
    `Sequential have none${counts}; --style table counts each layer once`
  );
}

/** Of a converted model that a run on shapes alone could not follow to its end. */
export function unrunNotes({ graph }: Trace): string[] {
  if (!graph?.notRun) return [];
  const { nodes, node, op } = graph.notRun;
  return [
    `${nodes} of ${graph.nodes} nodes were not run, from ${op} ${node} on, whose outputs depend on numbers: ` +
      "summaryAsync with { backend: 'cpu' }, on the command line --backend cpu, runs them",
  ];
}
