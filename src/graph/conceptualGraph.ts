// The graph of a model's layers without their ops: one node for each call of a module that calls no other module.
import { uniqueNames } from '../names/uniqueNames.ts';
import type { Dtype } from '../tensors.ts';
import { modulesAround } from '../trace/calls.ts';
import { flat, type Trace } from '../trace/trace.ts';
import { inputName, slashedPaths } from './scopeNames.ts';

export interface LayerNode {
  /** Path of the module, joined with slashes. */
  readonly name: string;
  readonly type: string;
  readonly dtype: Dtype;
  /** Names of the layers that it reads from; a tensor made between layers counts as made by the layers of its inputs. */
  readonly inputs: readonly string[];
}

/**
 * Returns the model's inputs, then the layers in the order in which they were called. A tensor that a layer returns
 * unchanged, such as Dropout outside training, counts as made by that layer.
 */
export function layerNodes(trace: Trace): LayerNode[] {
  const { calls, modules, values } = trace;
  const names = uniqueNames();
  const paths = slashedPaths(trace);
  const around = modulesAround(trace);
  const holders = new Set(calls.flatMap(({ level }, index) => (level === 'module' ? around[index]!.slice(0, -1) : [])));
  // names of the nodes that made each value
  const makers = new Map<number, readonly string[]>();
  const madeBy = (read: readonly number[]): string[] => [...new Set(read.flatMap((value) => makers.get(value) ?? []))];
  const nodes = trace.inputs.map((value, i): LayerNode => {
    const name = names(inputName(trace, value) ?? (i === 0 ? 'input' : `input_${i}`));
    makers.set(value, [name]);
    return { name, type: 'InputLayer', dtype: values[value]!.dtype, inputs: [] };
  });
  for (const [index, call] of calls.entries()) {
    if (call.level === 'module' && !holders.has(index)) {
      const { type } = modules[call.module]!;
      const outputs = flat(call.outputs);
      const name = names(paths[call.module] || type);
      const dtype = outputs.length > 0 ? values[outputs[0]!]!.dtype : 'float32';
      nodes.push({ name, type, dtype, inputs: madeBy(flat(call.inputs)) });
      for (const value of outputs) makers.set(value, [name]);
    }
    // a kernel that runs between layers
    if (call.level === 'kernel' && holders.has(around[index]!.at(-1) ?? index)) {
      const from = madeBy(Object.values(call.inputs).flat());
      for (const value of call.outputs) makers.set(value, from);
    }
  }
  return nodes;
}
