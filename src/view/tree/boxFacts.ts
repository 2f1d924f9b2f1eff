// Facts of boxes for the panel: what a call reads, its settings, its parameters, the kernels that ran in it.
import { shapeText } from '../../formats/amountText.ts';
import type { OpenShapes, PictureNode } from '../../graph/picture/picture.ts';
import type { Weights } from '../../trace/adapter.ts';
import { type Setting, settingText } from '../../trace/settings.ts';
import { flat, type ParameterInfo, type Trace } from '../../trace/trace.ts';
import { statisticsOf } from '../../weights/statistics.ts';
import type { ViewFacts, ViewParameter } from './viewTree.ts';

export interface FactSources {
  readonly trace: Trace;
  readonly callOf: ReadonlyMap<string, number>;
  readonly unknownMacs: ReadonlySet<number>;
  readonly weights: Weights | undefined;
  /** Shapes at any size of open axes. */
  readonly shapes?: OpenShapes | undefined;
}

/** Returns a function that gives the facts of one box. */
export function factsOfBoxes({
  trace,
  callOf,
  unknownMacs,
  weights,
  shapes,
}: FactSources): (node: PictureNode) => ViewFacts {
  const { calls, modules, values } = trace;
  const infos = parameterInfos(trace);
  const inside = kernelsInside(trace, new Set(callOf.values()), unknownMacs);
  return (node) => {
    const index = callOf.get(node.path);
    const parameters = node.parameters?.map(({ path, shape, dtype }): ViewParameter => {
      const info = infos.get(path);
      const note = info?.buffer ? 'buffer' : info && !info.requiresGrad ? 'frozen' : undefined;
      const stored = weights?.get(path)?.values;
      return {
        name: info?.name ?? path,
        shape: shapeText(shape),
        dtype,
        ...(note && { note }),
        ...(stored && { statistics: statisticsOf(stored) }),
      };
    });
    const own = node.parameters?.reduce((sum, { shape }) => sum + (shape ?? []).reduce((a, b) => a * b, 1), 0) ?? 0;
    const sharedElements = (node.reads ?? 0) - own;
    const facts = { ...(parameters && { parameters }), ...(sharedElements > 0 && { sharedElements }) };
    if (index === undefined) return facts;
    const call = calls[index]!;
    const inputs: string[] = [];
    const read = call.level === 'kernel' ? Object.values(call.inputs).flat() : flat(call.inputs);
    for (const value of read) {
      const { parameter, constant, shape } = values[value]!;
      if (parameter === undefined && constant === undefined) inputs.push(shapeText(shapes?.get(value) ?? shape));
    }
    const attributes = call.level === 'module' ? modules[call.module]!.settings : inside.attributes.get(index);
    const settings = Object.entries(attributes ?? {}).flatMap(([name, value]): [string, string][] =>
      isPlain(value) ? [[name, settingText(value)]] : [],
    );
    const kernels = inside.counts.get(index);
    const unknown = inside.unknown.get(index);
    return {
      ...facts,
      ...(inputs.length > 0 && { inputs }),
      ...(settings.length > 0 && { settings }),
      ...(kernels && { kernels: [...kernels] }),
      ...(unknown && { unknownMacs: [...unknown] }),
    };
  };
}

const isPlain = (value: unknown): value is Setting =>
  value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value));

/** By path. */
function parameterInfos({ modules }: Trace): ReadonlyMap<string, ParameterInfo> {
  const infos = new Map<string, ParameterInfo>();
  for (const { path, parameters } of modules)
    for (const info of parameters) infos.set(path === '' ? info.name : `${path}.${info.name}`, info);
  return infos;
}

interface InnerKernels {
  /** By index of a call that is a box: kernels in it that have no box of their own, and how often each ran. */
  readonly counts: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly unknown: ReadonlyMap<number, ReadonlySet<string>>;
  /** The attributes of a box's only kernel that has some. */
  readonly attributes: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
}

function kernelsInside({ calls }: Trace, boxes: ReadonlySet<number>, unknownMacs: ReadonlySet<number>): InnerKernels {
  const counts = new Map<number, Map<string, number>>();
  const unknown = new Map<number, Set<string>>();
  const attributes = new Map<number, Readonly<Record<string, unknown>>>();
  const box = new Int32Array(calls.length).fill(-1);
  for (const [i, call] of calls.entries()) {
    box[i] = boxes.has(i) ? i : call.parent === -1 ? -1 : box[call.parent]!;
    if (call.level !== 'kernel' || box[i] === -1) continue;
    const at = box[i]!;
    const known = counts.get(at) ?? new Map<string, number>();
    counts.set(at, known.set(call.kernel, (known.get(call.kernel) ?? 0) + 1));
    if (unknownMacs.has(i)) unknown.set(at, (unknown.get(at) ?? new Set()).add(call.kernel));
    const isWindow = /conv|pool|resize/i.test(call.kernel);
    if (calls[at]!.level !== 'module' && (isWindow || at === i)) attributes.set(at, call.attributes);
  }
  return { counts, unknown, attributes };
}
