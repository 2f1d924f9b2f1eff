// The scope of each call of a trace: part of its nodes' names, and their namespace.
import type { GraphBuilder } from '../../graph/builder.ts';
import { callScope, moduleScopes } from '../../graph/scopeNames.ts';
import { enclosingModule } from '../../trace/calls.ts';
import type { Trace } from '../../trace/trace.ts';

export interface CallScopes {
  /** The scope in which a call's nodes are named, and the scope of the module that it belongs to. */
  of(call: number): { readonly scope: string; readonly namespace: string };
  /** Scopes of the module calls, by index in `Trace.calls`. */
  readonly modules: ReadonlyMap<number, string>;
}

/** The nodes of a converted model keep their names as scopes. */
export function scopesOfCalls(builder: GraphBuilder, trace: Trace): CallScopes {
  const { calls, graph } = trace;
  const scopes = moduleScopes(trace);
  const nodes = new Map([...(graph?.calls ?? [])].map(([node, call]) => [call, node]));
  const found: string[] = [];
  for (const [index, call] of calls.entries()) {
    const outer = call.parent === -1 ? 'model' : found[call.parent]!;
    if (call.level === 'kernel') found.push(outer);
    else if (call.level === 'op') found.push(builder.uniqueName(nodes.get(index) ?? `${outer}/${call.op}`));
    else if (graph) found.push(graph.prefixes[call.module] || trace.modules[call.module]!.type);
    else found.push(builder.uniqueName(callScope(trace, scopes, call, outer)));
  }
  return {
    of: (index) => {
      const module = calls[index]!.level === 'module' ? index : enclosingModule(calls, index);
      return { scope: found[index]!, namespace: found[module] ?? '' };
    },
    modules: new Map(
      calls.flatMap(({ level }, index) => (level === 'module' ? [[index, found[index]!] as const] : [])),
    ),
  };
}
