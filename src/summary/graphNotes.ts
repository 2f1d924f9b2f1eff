import type { Trace } from '../trace/trace.ts';

/** A note on a converted model that a trace on shapes alone could not follow to its end. */
export function graphNotes({ graph }: Trace): string[] {
  if (!graph?.unrun) return [];
  const { nodes, node, op } = graph.unrun;
  return [
    `${nodes} of ${graph.nodes} nodes were not run, from ${op} ${node} on, whose outputs depend on numbers: ` +
      "summaryAsync with { backend: 'cpu' }, on the command line --backend cpu, runs them",
  ];
}
