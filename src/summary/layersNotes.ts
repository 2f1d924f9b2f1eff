// Notes on models of tf.layers where tf.js behaves in an unexpected way.
import type { ModuleCall, ModuleInfo, ParameterInfo, Trace } from '../trace/trace.ts';

const shownNames = 5;

/** Clauses on a model of tf.layers, none for any other model. */
export const layersNotes = (trace: Trace): string[] => [
  ...unregisteredNote(trace.modules),
  ...ignoredNote(trace.modules),
  ...fitNotes(trace.modules),
  ...repeatedRunsNote(trace),
];

function unregisteredNote(modules: readonly ModuleInfo[]): string[] {
  const names = layersWith(modules, ({ registered }) => registered === false);
  if (names.length === 0) return [];
  return [
    `tf.js neither trains nor saves the weights of ${listed(names)}: held by a custom layer that does not list them among its own`,
  ];
}

function ignoredNote(modules: readonly ModuleInfo[]): string[] {
  const names = modules.filter(({ ignoresTrainable }) => ignoresTrainable).map(({ path, type }) => `${path} (${type})`);
  if (names.length === 0) return [];
  return [`tf.js trains ${listed(names)} in spite of trainable: false, which it heeds only if it is set afterwards`];
}

function fitNotes(modules: readonly ModuleInfo[]): string[] {
  const more = layersWith(modules, ({ changedByFit }) => changedByFit === true);
  const less = layersWith(modules, ({ changedByFit }) => changedByFit === false);
  return [
    ...(more.length === 0
      ? []
      : [
          `fit() changes ${listed(more)} too, which model.trainableWeights does not list: freeze layers, not a weight alone or a model that a Sequential begins with, and compile afterwards`,
        ]),
    ...(less.length === 0
      ? []
      : [
          `fit() does not change ${listed(less)} before the model is compiled again, though model.trainableWeights lists it`,
        ]),
  ];
}

const layersWith = (modules: readonly ModuleInfo[], holds: (parameter: ParameterInfo) => boolean): string[] =>
  modules.filter(({ parameters }) => parameters.some(holds)).map(({ path, type }) => path || type);

const listed = (names: readonly string[]): string =>
  names.length > shownNames + 1
    ? `${names.slice(0, shownNames).join(', ')} and ${names.length - shownNames} more layers`
    : names.join(', ');

/** Runs of one layer on one input, in one call of the model that holds the layer. */
interface Runs {
  readonly module: number;
  count: number;
}

/**
 * A clause on layers that tf.js runs more often than the model calls them: it sorts a model's tensors instead of its layers, and
 * runs a layer once for each of its tensors.
 */
export function repeatedRunsNote({ modules, calls }: Trace): string[] {
  const groups = new Map<string, Runs>();
  for (const call of calls) {
    if (call.level !== 'module' || !hasSeveralOutputs(call) || !isCalledByModel(call, calls, modules)) continue;
    const key = JSON.stringify([call.parent, call.module, call.inputs]);
    const runs = groups.get(key) ?? { module: call.module, count: 0 };
    runs.count++;
    groups.set(key, runs);
  }
  const all = [...groups.values()];
  const repeated = [...new Set(all.filter(({ count }) => count > 1).map(({ module }) => module))];
  if (repeated.length === 0) return [];
  const names = repeated.map((module) => {
    const own = all.filter((runs) => runs.module === module);
    const count = own.reduce((sum, runs) => sum + runs.count, 0);
    return `${modules[module]!.path} (${modules[module]!.type}) ${count} times instead of ${own.length}`;
  });
  return [
    `tf.js runs a layer with several outputs once for each output that is used, and each run counts here: ${listed(names)}`,
  ];
}

const hasSeveralOutputs = ({ outputs }: ModuleCall): boolean => typeof outputs !== 'number' && outputs.length > 1;

function isCalledByModel({ parent }: ModuleCall, calls: Trace['calls'], modules: readonly ModuleInfo[]): boolean {
  const caller = calls[parent];
  return caller?.level === 'module' && modules[caller.module]!.isModel === true;
}
