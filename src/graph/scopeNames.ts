// Names of a graph's nodes. In: a trace. Out: the reference's scopes, `gMLP/Sequential[model]/gMLPBlock[0]`.
import { joinPath, lastName, outerPath } from '../names/modulePath.ts';
import { siblingNames, uniqueNames, withoutSeparator } from '../names/uniqueNames.ts';
import type { ModuleCall, Trace } from '../trace/trace.ts';

export interface Scopes {
  /** of each module, in the order of `Trace.modules` */
  readonly byIndex: readonly string[];
  /** of the module that owns the parameter or buffer with this state-dict path, and its name there */
  parameter(path: string): { readonly scope: string; readonly name: string };
}

/** A module's scope is its parent's, its type, and its property name in brackets. Different modules have different ones. */
export function moduleScopes({ modules }: Trace): Scopes {
  const names = uniqueNames();
  const byIndex: string[] = [];
  for (const { index, outer, name } of moduleNames(modules)) {
    const type = withoutSeparator(modules[index]!.type, '/');
    byIndex.push(names(outer === undefined ? type : `${byIndex[outer]}/${type}[${name}]`));
  }
  const owners = new Map<string, { readonly scope: string; readonly name: string }>();
  for (const [index, { path, parameters }] of modules.entries()) {
    // after a colon stands the number of an output
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

/** Of each module its names from the root down, joined with slashes; '' for the root. */
export function slashedPaths({ modules }: Trace): string[] {
  const paths: string[] = [];
  for (const { outer, name } of moduleNames(modules))
    paths.push(outer === undefined ? '' : paths[outer] === '' ? name : `${paths[outer]}/${name}`);
  return paths;
}

/** A module's place and its parent's, and its name among its siblings, without slashes: one would begin another scope. */
interface ModuleName {
  readonly index: number;
  /** undefined for the root */
  readonly outer: number | undefined;
  readonly name: string;
}

function moduleNames(modules: Trace['modules']): ModuleName[] {
  const byPath = new Map(modules.map(({ path }, index) => [path, index]));
  const siblings = new Map<number, number[]>();
  const outerOf = modules.map(({ path }, index) => {
    const outer = path === '' ? undefined : (byPath.get(outerPath(path)) ?? 0);
    if (outer !== undefined) siblings.set(outer, [...(siblings.get(outer) ?? []), index]);
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

/** The scope of a module's call inside the scope of the call around it, which may carry a number. */
export function callScope(trace: Trace, scopes: Scopes, call: ModuleCall, outer: string): string {
  const scope = scopes.byIndex[call.module]!;
  const parent = trace.calls[call.parent];
  if (parent?.level !== 'module') return scope;
  const usual = `${scopes.byIndex[parent.module]!}/`;
  return scope.startsWith(usual) ? `${outer}/${scope.slice(usual.length)}` : scope;
}

/** The name of an input that has one, in its scope: a slash would begin another. */
export const inputName = ({ values }: Trace, index: number): string | undefined => inScope(values[index]!.name);
/** The name of the output at a index among all outputs, if it has one. */
export const outputName = ({ outputNames }: Trace, at: number): string | undefined => inScope(outputNames?.[at]);

// an object may have a key without a letter
const inScope = (name: string | undefined): string | undefined => name?.replace(/[^\w.-]/g, '_') || undefined;
