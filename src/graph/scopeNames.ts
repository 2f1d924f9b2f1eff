// Scopes of a graph's nodes as the reference writes them: `gMLP/Sequential[model]/gMLPBlock[0]`.
import { addTo } from '../addTo.ts';
import { joinPath, lastName, outerPath } from '../names/modulePath.ts';
import { siblingNames, uniqueNames, withoutSeparator } from '../names/uniqueNames.ts';
import type { ModuleCall, Trace } from '../trace/trace.ts';

/** Scopes of a model's modules and parameters. */
export interface Scopes {
  /** Scope of each module, in the order of `Trace.modules`. */
  readonly byIndex: readonly string[];
  /** Scope of the module that owns the parameter or buffer with this state-dict path, and its name in that scope. */
  parameter(path: string): { readonly scope: string; readonly name: string };
}

/** The scope of a module is its parent's scope, its type, and its property name in brackets; every scope is unique. */
export function moduleScopes({ modules }: Trace): Scopes {
  const names = uniqueNames();
  const byIndex: string[] = [];
  for (const { index, outer, name } of moduleNames(modules)) {
    const type = withoutSeparator(modules[index]!.type, '/');
    byIndex.push(names(outer === undefined ? type : `${byIndex[outer]}/${type}[${name}]`));
  }
  const owners = new Map<string, { readonly scope: string; readonly name: string }>();
  for (const [index, { path, parameters }] of modules.entries()) {
    // a colon would begin the index of an output
    for (const [i, name] of siblingNames(
      parameters.map((parameter) => parameter.name),
      ':',
    ).entries()) {
      const { sharedWith, name: own } = parameters[i]!;
      if (sharedWith === undefined) owners.set(joinPath(path, own), { scope: byIndex[index]!, name });
    }
  }
  return { byIndex, parameter: (path) => owners.get(path) ?? { scope: byIndex[0]!, name: path } };
}

/** Path of each module from the root, joined with slashes; '' for the root. */
export function slashedPaths({ modules }: Trace): string[] {
  const paths: string[] = [];
  for (const { outer, name } of moduleNames(modules))
    paths.push(outer === undefined ? '' : paths[outer] === '' ? name : `${paths[outer]}/${name}`);
  return paths;
}

/** A module, its parent, and its unique name among its siblings, without slashes: a slash would begin another scope. */
interface ModuleName {
  readonly index: number;
  /** Index of the parent; undefined for the root. */
  readonly outer: number | undefined;
  readonly name: string;
}

function moduleNames(modules: Trace['modules']): ModuleName[] {
  const byPath = new Map(modules.map(({ path }, index) => [path, index]));
  const siblings = new Map<number, number[]>();
  const outerOf = modules.map(({ path }, index) => {
    const outer = path === '' ? undefined : (byPath.get(outerPath(path)) ?? 0);
    if (outer !== undefined) addTo(siblings, outer, index);
    return outer;
  });
  const names = new Map<number, string>();
  for (const indices of siblings.values())
    for (const [i, name] of siblingNames(
      indices.map((index) => lastName(modules[index]!.path)),
      '/',
    ).entries())
      names.set(indices[i]!, name);
  return modules.map((_, index) => ({ index, outer: outerOf[index], name: names.get(index) ?? '' }));
}

/** Scope of a module's call inside the scope `outer` of the enclosing call, which may end in a number. */
export function callScope(trace: Trace, scopes: Scopes, call: ModuleCall, outer: string): string {
  const scope = scopes.byIndex[call.module]!;
  const parent = trace.calls[call.parent];
  if (parent?.level !== 'module') return scope;
  const usual = `${scopes.byIndex[parent.module]!}/`;
  return scope.startsWith(usual) ? `${outer}/${scope.slice(usual.length)}` : scope;
}

/** The name of an input as a part of a scope; undefined for an input without a name. */
export const inputName = ({ values }: Trace, index: number): string | undefined => inScope(values[index]!.name);
/** The name of the output with index `at` as a part of a scope; undefined for an output without a name. */
export const outputName = ({ outputNames }: Trace, at: number): string | undefined => inScope(outputNames?.[at]);

// a key of an object may have no character that is allowed in a scope
const inScope = (name: string | undefined): string | undefined => name?.replace(/[^\w.-]/g, '_') || undefined;
