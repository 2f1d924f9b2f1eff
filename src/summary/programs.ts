// What each module call does by itself, outside of the modules that it calls, as text that two models can be compared by.
import { checksum, settingsOf, settingText } from '../trace/settings.ts';
import { type Call, flat, type KernelCall, type ModuleCall, type Trace } from '../trace/trace.ts';

/** Statements after these are a checksum. */
const maxLength = 2000;
// drawn anew at each trace
const omitted = new Set(['seed']);

/**
 * By the index of a module call, its ops in the order they ran, such as `linear(%0, %p1, %p2)#4f0c2a31; gelu(%3)#9a…`. Values
 * are numbered in the order of their first use, so that names do not matter: `p` marks a parameter, `c` a constant, and a
 * scalar stands with its value. After `#` stands a checksum of the kernels inside an op; `@` is a call of a module.
 */
export function programsOf(trace: Trace): (index: number) => string {
  let below: number[][] | undefined;
  return (index) => {
    below ??= callsBelow(trace);
    return shortened(statementsOf(trace, trace.calls[index] as ModuleCall, index, below));
  };
}

function callsBelow({ calls }: Trace): number[][] {
  const below = calls.map((): number[] => []);
  for (const [index, { parent }] of calls.entries()) if (parent !== -1) below[parent]!.push(index);
  return below;
}

function statementsOf(trace: Trace, call: ModuleCall, index: number, below: readonly (readonly number[])[]): string[] {
  const numberOf = numbering<number>();
  const moduleNumber = numbering<number>();
  const value = (id: number): string => {
    const { parameter, constant, shape, dtype } = trace.values[id]!;
    // larger constants may be random: a trace has no weights either
    if (constant !== undefined && shape.length === 0) return scalarText(constant[0]!, dtype);
    return `%${parameter !== undefined ? 'p' : constant !== undefined ? 'c' : ''}${numberOf(id)}`;
  };
  const list = (ids: readonly number[]): string => ids.map(value).join(', ');
  const statement = (inner: Call, at: number): string => {
    const inputs = inner.level === 'kernel' ? Object.values(inner.inputs).flat() : flat(inner.inputs);
    const read = list(inputs);
    const details = inner.level === 'kernel' ? attributesText(inner) : inner.level === 'op' ? insides(at) : '';
    const name =
      inner.level === 'module' ? `@${moduleNumber(inner.module)}` : inner.level === 'op' ? inner.op : inner.kernel;
    // so that what follows is numbered alike; what a layer hands on as it was is a result of it too
    const outputs = flat(inner.outputs);
    if (inner.level === 'module' && !isLayersTrace(trace))
      for (const id of outputs) if (inputs.includes(id)) numberOf.renew(id);
    list(outputs);
    return `${name}(${read})${details}`;
  };
  const insides = (at: number): string => {
    const kernels = below[at]!.map((callIndex) => statement(trace.calls[callIndex]!, callIndex));
    return kernels.length === 0 ? '' : `#${checksum(kernels.join()).slice(8)}`;
  };
  list(flat(call.inputs));
  const statements = below[index]!.flatMap((callIndex) => {
    const inner = trace.calls[callIndex]!;
    const text = statement(inner, callIndex);
    return isCopy(trace, inner) ? [] : [text];
  });
  return statements.length === 0 && flat(call.outputs).length === 0
    ? []
    : [...statements, `return ${list(flat(call.outputs))}`];
}

/** Whether the model is one of tf.layers. */
const isLayersTrace = ({ modules }: Trace): boolean => modules[0]?.isModel === true;

/** tf.js copies what a layer hands on as it was, such as a Dropout in evaluation: that is no computation of the model. */
const isCopy = (trace: Trace, call: Call): boolean =>
  isLayersTrace(trace) && call.level === 'kernel' && call.kernel === 'Identity';

// as it was typed, where float32 rounded it
function scalarText(value: number | Uint8Array, dtype: string): string {
  const short = Number(Number(value).toPrecision(7));
  return `${dtype === 'float32' && Math.fround(short) === value ? short : value}`;
}

function attributesText({ attributes }: KernelCall): string {
  const text = Object.entries(settingsOf(attributes, omitted))
    .map(([name, setting]) => `${name}=${settingText(setting)}`)
    .join(' ');
  return text === '' ? '' : `{${text}}`;
}

function shortened(statements: readonly string[]): string {
  let [count, length] = [0, 0];
  for (; count < statements.length && length <= maxLength; count++) length += statements[count]!.length + 2;
  const rest = statements.slice(count);
  if (rest.length === 0) return statements.join('; ');
  return [...statements.slice(0, count), `and ${rest.length} more #${checksum(rest.join('; '))}`].join('; ');
}

/** Numbers its arguments in the order in which they come first. */
function numbering<T>(): ((value: T) => number) & { readonly renew: (value: T) => void } {
  const known = new Map<T, number>();
  let next = 0;
  const numberOf = (value: T): number => {
    const number = known.get(value) ?? next++;
    known.set(value, number);
    return number;
  };
  return Object.assign(numberOf, { renew: (value: T) => void known.delete(value) });
}
