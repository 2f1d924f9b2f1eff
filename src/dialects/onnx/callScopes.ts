// The scope of each call of a trace: part of its nodes' names, and their namespace.
import type { GraphBuilder } from '../../graph/builder.ts';
import type { Attributes } from '../../graph/graph.ts';
import { callScope, moduleScopes } from '../../graph/scopeNames.ts';
import { owningModules } from '../../trace/calls.ts';
import type { Trace } from '../../trace/trace.ts';

export interface CallScopes {
  /** The scope in which a call's nodes are named, and the attribute that holds the scope of its module. */
  of(call: number): { readonly scope: string; readonly facts: Attributes };
  /** Scopes of the module calls, by index in `Trace.calls`. */
  readonly modules: ReadonlyMap<number, string>;
}

/**
 * The nodes of a converted model keep their names as scopes.
 * @param outermost the scope of calls that no other encloses
 */
export function scopesOfCalls(builder: GraphBuilder, trace: Trace, outermost = 'model'): CallScopes {
  const { calls, graph } = trace;
  const scopes = moduleScopes(trace);
  const nodes = new Map([...(graph?.calls ?? [])].map(([node, call]) => [call, node]));
  const found: string[] = [];
  for (const [index, call] of calls.entries()) {
    const outer = call.parent === -1 ? outermost : found[call.parent]!;
    if (call.level === 'kernel') found.push(outer);
    else if (call.level === 'op') found.push(builder.uniqueName(nodes.get(index) ?? `${outer}/${call.op}`));
    else if (graph) found.push(graph.prefixes[call.module] || trace.modules[call.module]!.type);
    else found.push(builder.uniqueName(callScope(trace, scopes, call, outer)));
  }
  const owners = owningModules(calls);
  // the nodes of a module share one object
  const facts = new Map<number, Attributes>();
  return {
    of: (index) => {
      const module = owners[index]!;
      const known = facts.get(module) ?? { _namespace: { s: found[module] ?? '' } };
      facts.set(module, known);
      return { scope: found[index]!, facts: known };
    },
    modules: new Map(
      calls.flatMap(({ level }, index) => (level === 'module' ? [[index, found[index]!] as const] : [])),
    ),
  };
}
