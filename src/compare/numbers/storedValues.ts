// Activations that another framework saved by the names of its layers, as counterparts of a trace's values.
import { UserError } from '../../errors.ts';
import type { StoredArray } from '../../nn/module.ts';
import { shapeText } from '../../tensors.ts';
import { flat, type Trace } from '../../trace/trace.ts';
import type { StoredTensors } from '../../weights/safetensors.ts';
import { layerNames } from './comparison.ts';
import type { HostTensor } from './readableTensor.ts';

const prefix = 'activation.';
const maxNamed = 3;

/** Counterparts by value, and clauses on what could not be compared. */
export interface StoredValues {
  readonly values: ReadonlyMap<number, HostTensor>;
  readonly notes: readonly string[];
}

/**
 * Finds the layer of each array: `activation.PATH`, or `PATH` where no array has that prefix; `PATH #2` at the second call of
 * the layer, `PATH:1` for its second output. `output` is that of the model. A path may lack its outer names.
 * @throws UserError where no array is a layer's
 */
export function storedValues(trace: Trace, stored: StoredTensors): StoredValues {
  const names = [...stored.keys()].filter((name) => !/^input(\.\d+)?$/.test(name));
  const hasPrefix = names.some((name) => name.startsWith(prefix));
  const layers = outputsByName(trace);
  const values = new Map<number, HostTensor>();
  const [unknown, reshaped]: [string[], string[]] = [[], []];
  for (const name of names) {
    const own = hasPrefix && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    const value = find(layers, own);
    if (value === undefined) {
      unknown.push(name);
      continue;
    }
    const { shape, dtype } = trace.values[value]!;
    const array = stored.get(name)!;
    if (shapeText(shape) !== shapeText(array.shape))
      reshaped.push(`${name}, ${shapeText(array.shape)} in place of ${shapeText(shape)}`);
    else values.set(value, { shape, dtype, values: array.values });
  }
  if (values.size === 0) throw new UserError(nothingText(unknown, reshaped, [...layers.keys()]));
  return {
    values,
    notes: [
      ...(unknown.length > 0 ? [`not compared, no layer has the name: ${listed(unknown)}`] : []),
      ...(reshaped.length > 0 ? [`not compared, of another shape: ${listed(reshaped)}`] : []),
    ],
  };
}

function nothingText(unknown: readonly string[], reshaped: readonly string[], layers: readonly string[]): string {
  if (reshaped.length > 0) return `no array has the shape of its layer: ${listed(reshaped)}`;
  return `no array has the name of a layer: got ${listed(unknown) || 'none'}, the model has ${listed(layers)}`;
}

const listed = (names: readonly string[]): string =>
  names.length > maxNamed
    ? `${names.slice(0, maxNamed).join(', ')} and ${names.length - maxNamed} more`
    : names.join(', ');

/** The values that layers return and that a kernel made, by name. */
function outputsByName(trace: Trace): Map<string, number> {
  const made = new Set(trace.calls.flatMap((call) => (call.level === 'kernel' ? call.outputs : [])));
  const layers = new Map<string, number>();
  for (const [index, label] of layerNames(trace)) {
    const call = trace.calls[index]!;
    const name = label.replace(/^\(model\)/, 'output');
    for (const [i, value] of flat(call.outputs).entries())
      if (made.has(value)) layers.set(i === 0 ? name : `${name}:${i}`, value);
  }
  return layers;
}

function find(layers: ReadonlyMap<string, number>, name: string): number | undefined {
  const exact = layers.get(name === '' ? 'output' : name);
  if (exact !== undefined) return exact;
  const inner = [...layers].filter(([path]) => path.endsWith(`.${name}`));
  return inner.length === 1 ? inner[0]![1] : undefined;
}

/** The arrays `input`, or `input.0`, `input.1` and so on; undefined where there is none. */
export function storedInputs(stored: StoredTensors): readonly StoredArray[] | undefined {
  const single = stored.get('input');
  if (single) return [single];
  const inputs: StoredArray[] = [];
  for (let next = stored.get('input.0'); next; next = stored.get(`input.${inputs.length}`)) inputs.push(next);
  return inputs.length === 0 ? undefined : inputs;
}
