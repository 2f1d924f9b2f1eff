import type { ModuleCall, Structure, Trace } from '../../../trace/trace.ts';

/** The reason why torchsummary's hook raises on this call, as a verb and its object; undefined where it does not. */
export function unreadable({ inputs, outputs, outputKind }: ModuleCall, trace: Trace): string | undefined {
  if (typeof (inputs as readonly Structure[])[0] !== 'number') return 'does not take a tensor first';
  if (outputKind !== undefined) return outputKind === 'object' ? 'returns an object' : 'returns nothing';
  if (typeof outputs === 'number') return undefined;
  if (outputs.some((item) => typeof item !== 'number')) return 'returns a nested tuple';
  const ranks = new Set(outputs.map((value) => trace.values[value as number]!.shape.length));
  return ranks.size > 1 ? 'returns a tuple of unlike ranks' : undefined;
}
