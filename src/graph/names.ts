// Names of a graph's nodes. In: a trace. Out: the reference's scopes, `gMLP/Sequential[model]/gMLPBlock[0]`.
import type { ModuleCall, Trace } from '../trace/trace.ts';

export interface Scopes {
  /** of each module, in the order of `Trace.modules` */
  readonly byPlace: readonly string[];
  /** of the module that owns the parameter or buffer with this state-dict path */
  ownerOf(parameter: string): string;
}

/** A module's scope is its parent's, its type, and its property name in brackets. */
export function moduleScopes({ modules }: Trace): Scopes {
  const byPath = new Map<string, string>();
  const byPlace = modules.map(({ path, type }) => {
    const parent = byPath.get(ownerPath(path));
    const scope = path === '' ? type : `${parent}/${type}[${lastOf(path)}]`;
    byPath.set(path, scope);
    return scope;
  });
  return { byPlace, ownerOf: (parameter) => byPath.get(ownerPath(parameter)) ?? byPlace[0]! };
}

/** The scope of a module's call inside the scope of the call around it, which may carry a number. */
export function callScope(trace: Trace, scopes: Scopes, call: ModuleCall, outer: string): string {
  const scope = scopes.byPlace[call.module]!;
  const parent = trace.calls[call.parent];
  if (parent?.level !== 'module') return scope;
  const usual = `${scopes.byPlace[parent.module]!}/`;
  return scope.startsWith(usual) ? `${outer}/${scope.slice(usual.length)}` : scope;
}

/** Gives each name once: a name asked for again gets the first free `_1`, `_2`, … */
export function uniqueNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    for (;;) {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      if (count === 0) return name;
      const numbered = `${name}_${count}`;
      if (!counts.has(numbered)) {
        counts.set(numbered, 1);
        return numbered;
      }
    }
  };
}

/** The name of an input that has one, in its scope: a slash would begin another. */
export const inputName = ({ values }: Trace, place: number): string | undefined => inScope(values[place]!.name);
/** The name of the output at a place among all outputs, if it has one. */
export const outputName = ({ outputNames }: Trace, at: number): string | undefined => inScope(outputNames?.[at]);

// an object may have a key without a letter
const inScope = (name: string | undefined): string | undefined => name?.replace(/[^\w.-]/g, '_') || undefined;

const ownerPath = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0));
/** The last part of a dotted path. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
