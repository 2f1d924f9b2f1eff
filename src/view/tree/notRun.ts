// Modules that the forward pass did not call, as boxes at the end of the module that holds them.
import { shapeText } from '../../formats/amountText.ts';
import type { PictureNode } from '../../graph/picture/picture.ts';
import { roleOf } from '../../graph/picture/roles.ts';
import { lastName } from '../../names/modulePath.ts';
import type { ModuleInfo, Trace } from '../../trace/trace.ts';
import type { ViewNode } from './viewTree.ts';

/**
 * A module counts as not run if nothing of it ran.
 * @param around index of the innermost box around a module's path
 */
export function modulesNotRun(
  { calls, modules }: Trace,
  first: number,
  around: (path: string) => number,
  unique: (path: string) => string,
): ViewNode[] {
  const ran = new Uint8Array(modules.length);
  for (const call of calls) if (call.level === 'module') ran[call.module] = 1;
  // parents come before children
  for (let i = modules.length - 1; i >= 0; i--) if (modules[i]!.children.some((child) => ran[child])) ran[i] = 1;
  const nodes: ViewNode[] = [];
  const done = new Uint8Array(modules.length);
  const add = (index: number, parent: number): void => {
    if (done[index]) return;
    done[index] = 1;
    const at = first + nodes.push(boxOf(modules[index]!, parent, unique)) - 1;
    for (const child of modules[index]!.children) if (!ran[child]) add(child, at);
  };
  for (const [i, { path }] of modules.entries()) if (!ran[i] && i > 0) add(i, around(path));
  return nodes;
}

function boxOf({ path, type, parameters }: ModuleInfo, parent: number, unique: (path: string) => string): ViewNode {
  const own = parameters.filter(({ sharedWith }) => sharedWith === undefined);
  const params = own.reduce((sum, { buffer, size }) => sum + (buffer ? 0 : size), 0);
  return {
    parent,
    path: unique(path),
    name: lastName(path),
    type,
    kind: 'module',
    role: roleOf(type, params > 0),
    outputs: [],
    amounts: params > 0 ? { params } : {},
    size: 1,
    state: 'notRun',
    facts: {
      parameters: own.map(({ name, shape, dtype = 'float32', buffer }) => ({
        name,
        shape: shapeText(shape),
        dtype,
        ...(buffer && { note: 'buffer' }),
      })),
    },
  } satisfies PictureNode & Pick<ViewNode, 'facts'>;
}
