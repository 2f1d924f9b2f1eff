// The layers that a layer is connected to: those beside it whose outputs it takes.
import { addTo } from '../addTo.ts';
import { owningModules } from '../trace/calls.ts';
import { flat, type ModuleCall, type Trace } from '../trace/trace.ts';

/**
 * Returns a function from the index of a module call to the paths of the layers whose outputs reach it, through ops between
 * layers too; an input of the layer around them, or of the model, is `input`. Of layers in the same layer only, since a
 * layer around them stands for what is in it.
 */
export function sourcesOf(trace: Trace): (index: number) => readonly string[] {
  let makers: Makers | undefined;
  let owners: readonly number[] | undefined;
  return (index) => {
    makers ??= makersIn(trace);
    owners ??= owningModules(trace.calls);
    return pathsFrom(trace, index, makers, owners);
  };
}

/** The calls that have a value among their outputs, by the value's index, in their order. */
type Makers = ReadonlyMap<number, readonly number[]>;

function makersIn({ calls }: Trace): Makers {
  const makers = new Map<number, number[]>();
  for (const [index, call] of calls.entries()) for (const value of flat(call.outputs)) addTo(makers, value, index);
  return makers;
}

function pathsFrom(trace: Trace, index: number, makers: Makers, owners: readonly number[]): string[] {
  const { calls, modules } = trace;
  const around = calls[index]!.parent === -1 ? -1 : owners[calls[index]!.parent]!;
  const given = new Set(around === -1 ? trace.inputs : flat((calls[around] as ModuleCall).inputs));
  const paths = new Set<string>();
  const seen = new Set<number>();
  const open = flat((calls[index] as ModuleCall).inputs).toReversed();
  while (open.length > 0) {
    const value = open.pop()!;
    if (seen.has(value)) continue;
    seen.add(value);
    if (given.has(value)) {
      paths.add('input');
      continue;
    }
    const maker = (makers.get(value) ?? []).findLast((call) => {
      const { level, parent } = calls[call]!;
      return call < index && (level === 'module' ? (parent === -1 ? -1 : owners[parent]!) : owners[call]!) === around;
    });
    if (maker === undefined) continue;
    const call = calls[maker]!;
    if (call.level === 'module') paths.add(modules[call.module]!.path);
    else open.push(...Object.values(call.inputs).flat().toReversed());
  }
  return [...paths];
}
