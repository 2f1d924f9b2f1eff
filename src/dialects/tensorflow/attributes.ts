// Parses the attributes of a model.json, which is protobuf's JSON: bytes in base64, 64-bit integers as text, zeros left out.

import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import type { Attribute, Attributes, FunctionCall, NodeDtype, NodeShape, TensorValue } from '../../graph/graph.ts';
import { dtypeOf } from './dataTypes.ts';
import { inlineElements, type JsonElements } from './inlineTensor.ts';

/** AttrValue with one of its fields. */
interface JsonValue {
  readonly type?: unknown;
  readonly s?: unknown;
  readonly i?: unknown;
  readonly f?: unknown;
  readonly b?: unknown;
  readonly shape?: JsonShape;
  readonly tensor?: JsonElements & { readonly dtype?: unknown; readonly tensorShape?: JsonShape };
  readonly func?: JsonCall;
  readonly list?: Readonly<Record<string, readonly unknown[]>>;
}

interface JsonShape {
  readonly dim?: readonly { readonly size?: unknown }[];
  readonly unknownRank?: unknown;
}

interface JsonCall {
  readonly name?: string;
  readonly attr?: Readonly<Record<string, unknown>>;
}

// protobuf reads nested messages to a depth of 100, and each nested call takes three
const maxCalls = 24;

/**
 * @param depth number of enclosing function calls
 * @throws UserError for an attribute of a kind that TensorFlow does not have
 */
export function attributesOf(attr: Readonly<Record<string, unknown>> = {}, depth = 0): Attributes {
  if (depth > maxCalls) throw new UserError(`a function is named with functions in functions, more than ${maxCalls}`);
  return Object.fromEntries(
    Object.entries(attr).map(([key, value]) => [key, attributeOf(key, value as JsonValue, depth)]),
  );
}

function attributeOf(key: string, value: JsonValue, depth: number): Attribute {
  if ('type' in value) return { type: dtype(value.type) };
  if ('s' in value) return { s: text(value.s) };
  if ('i' in value) return { i: Number(value.i) };
  if ('f' in value) return { f: Number(value.f) };
  if ('b' in value) return { b: Boolean(value.b) };
  if (value.shape) return { shape: shape(value.shape) };
  if (value.tensor) return { tensor: tensor(value.tensor) };
  if (value.func) return { func: call(value.func, depth) };
  if (value.list) return listOf(value.list, depth);
  throw new UserError(`the attribute ${key} is of no known kind: ${JSON.stringify(value)}`);
}

function tensor(json: NonNullable<JsonValue['tensor']>): TensorValue {
  const about = { dtype: dtype(json.dtype), shape: shape(json.tensorShape ?? {}) };
  const values = inlineElements(json, about.dtype, about.shape);
  return { ...about, ...(values && { values }) };
}

function listOf(list: Readonly<Record<string, readonly unknown[]>>, depth: number): Attribute {
  if (list.s?.length) return { strings: list.s.map(text) };
  if (list.f?.length) return { floats: list.f.map(Number) };
  if (list.b?.length) return { bools: list.b.map(Boolean) };
  if (list.type?.length) return { types: list.type.map(dtype) };
  if (list.shape?.length) return { shapes: (list.shape as readonly JsonShape[]).map(shape) };
  if (list.func?.length) return { funcs: (list.func as readonly JsonCall[]).map((one) => call(one, depth)) };
  // an empty list may be of any kind
  return { ints: (list.i ?? []).map(Number) };
}

function dtype(type: unknown): NodeDtype {
  const known = dtypeOf(type);
  if (!known) throw new UserError(`unknown dtype in a graph: ${got(type)}`);
  return known;
}

const shape = ({ dim = [], unknownRank }: JsonShape): NodeShape =>
  unknownRank ? null : dim.map(({ size = 0 }) => Number(size));

const call = ({ name = '', attr }: JsonCall, depth: number): FunctionCall => ({
  name,
  attributes: attributesOf(attr, depth + 1),
});

const utf8 = new TextDecoder();

// tf.js also accepts a list of character codes
function text(bytes: unknown): string {
  if (typeof bytes === 'string') return utf8.decode(Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0)));
  return Array.isArray(bytes) ? utf8.decode(Uint8Array.from(bytes as number[])) : '';
}
