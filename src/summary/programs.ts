// The ops of a module call outside of the modules that it calls, as text, so that two models can be compared.
import { checksum, settingsOf, settingText } from '../trace/settings.ts';
import { type Call, flat, type KernelCall, type ModuleCall, type Trace, type Value } from '../trace/trace.ts';

/** Characters after which the remaining statements become a checksum. */
const maxLength = 2000;
// a seed is drawn anew at each trace
const omitted = new Set(['seed']);

/**
 * Returns a function from the index of a module call to its program: `linear(%0, %p1, %p2)#4f0c2a31; gelu(%3)#9a…`, its ops
 * in the order in which they ran. Values are numbered by their first use, so that names do not matter: `p` marks a
 * parameter, `h` a tensor that the model holds, `r` a random draw, `c` any other constant, with a checksum of its elements;
 * a scalar constant is written as its value, `m` marks a mask of another layer. `#` is followed by a checksum of the kernels
 * in an op, `@` marks a call of a module, and `mask` a kernel that computes the layer's own mask.
 */
export function programsOf(trace: Trace): (index: number) => string {
  let below: number[][] | undefined;
  let masks: Masks | undefined;
  return (index) => {
    below ??= callsBelow(trace);
    masks ??= masksIn(trace);
    return shortened(statementsOf(trace, trace.calls[index] as ModuleCall, index, below, masks));
  };
}

/** The calls in each call; the kernels of a layer's mask count to the layer's call before them. */
function callsBelow({ calls }: Trace): number[][] {
  const below = calls.map((): number[] => []);
  const last = new Map<string, number>();
  for (const [index, call] of calls.entries()) {
    const { parent } = call;
    if (call.level === 'module') last.set(`${parent} ${call.module}`, index);
    const owner = call.level === 'kernel' && call.maskOf !== undefined && last.get(`${parent} ${call.maskOf}`);
    const under = typeof owner === 'number' ? owner : parent;
    if (under !== -1) below[under]!.push(index);
  }
  return below;
}

/** The modules whose masks values belong to, by the value's index. */
type Masks = ReadonlyMap<number, number>;

const masksIn = ({ calls }: Trace): Masks =>
  new Map(
    calls.flatMap((call) =>
      call.level === 'kernel' && call.maskOf !== undefined
        ? call.outputs.map((output) => [output, call.maskOf!] as const)
        : [],
    ),
  );

function statementsOf(
  trace: Trace,
  call: ModuleCall,
  index: number,
  below: readonly (readonly number[])[],
  masks: Masks,
): string[] {
  const numberOf = numbering<number>();
  const moduleNumber = numbering<number>();
  const value = (id: number): string => {
    const { constant, drawn, shape, dtype } = trace.values[id]!;
    if (constant === undefined || drawn || shape.length > 0)
      return `%${(masks.get(id) ?? call.module) === call.module ? valueKind(trace, trace.values[id]!) : maskMark}${numberOf(id)}`;
    return scalarText(constant[0]!, dtype);
  };
  const list = (ids: readonly number[]): string => ids.map(value).join(', ');
  const statement = (inner: Call, at: number): string => {
    const inputs = inner.level === 'kernel' ? Object.values(inner.inputs).flat() : flat(inner.inputs);
    const read = list(inputs);
    const details = inner.level === 'kernel' ? attributesText(inner) : inner.level === 'op' ? insides(at) : '';
    const name =
      inner.level === 'module' ? `@${moduleNumber(inner.module)}` : inner.level === 'op' ? inner.op : inner.kernel;
    // numbers the outputs before the next statement reads them; an input that a layer returns unchanged is its output too
    const outputs = flat(inner.outputs);
    if (inner.level === 'module' && !isOfLayers(trace))
      for (const id of outputs) if (inputs.includes(id)) numberOf.renew(id);
    list(outputs);
    const prefix = inner.level === 'kernel' && inner.maskOf === call.module ? ownMask : '';
    return `${prefix}${name}(${read})${details}`;
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

/** Whether the root is a model of tf.layers. */
const isOfLayers = ({ modules }: Trace): boolean => modules[0]?.isModel === true;

/** Whether a call is tf.js's copy of an output that equals its layer's input, such as that of Dropout in evaluation. */
const isCopy = (trace: Trace, call: Call): boolean =>
  isOfLayers(trace) && call.level === 'kernel' && call.kernel === 'Identity';

function valueKind({ graph }: Trace, { parameter, constant, drawn, held }: Value): string {
  if (parameter !== undefined) return 'p';
  if (constant === undefined) return '';
  if (drawn) return 'r';
  // a tensor that code made may be random, and its values are left out as those of weights are; those of a file are not
  return held && !graph ? heldMark : `c${checksum(Array.from(constant, elementText).join())}_`;
}

const maskMark = 'm';
const ownMask = 'mask ';
const foreignMask = new RegExp(`%${maskMark}\\d`);
/** Whether a layer reads the mask of another layer, other than to compute its own. */
export const readsMask = (program: string): boolean =>
  program.split('; ').some((statement) => !statement.startsWith(ownMask) && foreignMask.test(statement));

const heldMark = 'h';
const heldTensor = new RegExp(`%${heldMark}\\d`);
/** Whether a program reads a tensor that the model holds, whose values the program does not tell. */
export const readsHeldTensor = (program: string): boolean => heldTensor.test(program);

const elementText = (element: number | Uint8Array): string => (Object.is(element, -0) ? '-0' : `${element}`);

// the number that the author typed, where float32 rounded it
function scalarText(value: number | Uint8Array, dtype: string): string {
  if (Object.is(value, -0)) return '-0';
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

/** Returns a function that numbers its arguments by their first occurrence, from 0. */
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
