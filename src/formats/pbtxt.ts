// A GraphDef in protobuf's text format, as TensorFlow's text_format prints it.
// https://protobuf.dev/reference/protobuf/textformat-spec

import { dataTypes } from '../dialects/tensorflow/dataTypes.ts';
import { UserError } from '../errors.ts';
import type { Attribute, Attributes, Graph, GraphFunction, GraphNode, NodeShape, TensorValue } from '../graph/graph.ts';
import { tensorboard } from '../proto/generated/messages.js';
import { float, quoted, quotedPieces } from './protoText.ts';
import { graphInside, tensorMessage } from './tensorProto.ts';

// Fields are in the order of their numbers, entries of a map in the order of their keys. An empty string and a 0 are left
// out where proto3 leaves them out.
type Pieces = Iterable<string>;

export function* pbtxtPieces({ nodes, functions = [], producer }: Graph): Generator<string> {
  for (const node of nodes) yield* block('node', '', nodeFields(node, '  '));
  if (functions.length > 0)
    yield* block(
      'library',
      '',
      functions.flatMap((one) => [...functionBlock(one)]),
    );
  yield* block('versions', '', [`  producer: ${producer}\n`]);
}

function* block(name: string, indent: string, fields: Pieces): Generator<string> {
  yield `${indent}${name} {\n`;
  yield* fields;
  yield `${indent}}\n`;
}

const list = <T>(name: string, indent: string, values: readonly T[], print: (value: T) => string): string[] =>
  values.map((value) => `${indent}${name}: ${print(value)}\n`);

const text = (name: string, indent: string, value: string): string[] =>
  value === '' ? [] : list(name, indent, [value], quoted);

function* nodeFields({ name, op, inputs, attributes }: GraphNode, indent: string): Generator<string> {
  yield* text('name', indent, name);
  yield* text('op', indent, op);
  yield* list('input', indent, inputs, quoted);
  yield* entries('attr', indent, attributes);
}

function* entries(name: string, indent: string, attributes: Attributes): Generator<string> {
  for (const key of Object.keys(attributes).sort()) {
    const inner = `${indent}  `;
    const value = attributeFields(attributes[key]!, `${inner}  `);
    yield* block(name, indent, both([`${inner}key: ${quoted(key)}\n`], block('value', inner, value)));
  }
}

function* both(first: Pieces, second: Pieces): Generator<string> {
  yield* first;
  yield* second;
}

const typeName = (type: keyof typeof dataTypes): string => tensorboard.DataType[dataTypes[type]]!;

function* attributeFields(value: Attribute, indent: string): Generator<string> {
  const inner = `${indent}  `;
  const listed = (fields: Pieces) => block('list', indent, fields);
  if ('s' in value) yield* list('s', indent, [value.s], quoted);
  else if ('i' in value) yield* list('i', indent, [value.i], String);
  else if ('f' in value) yield* list('f', indent, [value.f], float);
  else if ('b' in value) yield* list('b', indent, [value.b], String);
  else if ('type' in value) yield* list('type', indent, [value.type], typeName);
  else if ('shape' in value) yield* shapeBlock('shape', indent, value.shape);
  else if ('tensor' in value) yield* block('tensor', indent, tensorFields(value.tensor, inner));
  else if ('func' in value) yield* block('func', indent, calledFields(value.func, inner));
  else if ('strings' in value) yield* listed(list('s', inner, value.strings, quoted));
  else if ('ints' in value) yield* listed(list('i', inner, value.ints, String));
  else if ('floats' in value) yield* listed(list('f', inner, value.floats, float));
  else if ('bools' in value) yield* listed(list('b', inner, value.bools, String));
  else if ('types' in value) yield* listed(list('type', inner, value.types, typeName));
  else if ('shapes' in value) yield* listed(value.shapes.flatMap((shape) => [...shapeBlock('shape', inner, shape)]));
  else if ('graph' in value) throw new UserError(graphInside);
  else yield* listed(value.funcs.flatMap((call) => [...block('func', inner, calledFields(call, `${inner}  `))]));
}

function* calledFields(
  call: { readonly name: string; readonly attributes: Attributes },
  indent: string,
): Generator<string> {
  yield* text('name', indent, call.name);
  yield* entries('attr', indent, call.attributes);
}

function shapeBlock(name: string, indent: string, shape: NodeShape): Generator<string> {
  const inner = `${indent}  `;
  if (shape === null) return block(name, indent, [`${inner}unknown_rank: true\n`]);
  const dim = (size: number): string[] => [...block('dim', inner, size === 0 ? [] : [`${inner}  size: ${size}\n`])];
  return block(name, indent, shape.flatMap(dim));
}

function* tensorFields({ dtype, shape, values }: TensorValue, indent: string): Generator<string> {
  const message = tensorMessage(dtype, values);
  yield* list('dtype', indent, [dtype], typeName);
  yield* shapeBlock('tensor_shape', indent, shape);
  if (message.tensorContent && message.tensorContent.length > 0) {
    yield `${indent}tensor_content: `;
    yield* quotedPieces(message.tensorContent);
    yield '\n';
  }
  yield* list('float_val', indent, message.floatVal ?? [], float);
  yield* list('int_val', indent, message.intVal ?? [], String);
  yield* list('string_val', indent, message.stringVal ?? [], quoted);
  yield* list('scomplex_val', indent, message.scomplexVal ?? [], float);
  yield* list('int64_val', indent, message.int64Val ?? [], String);
  yield* list('bool_val', indent, message.boolVal ?? [], String);
}

function* functionBlock({ name, inputs, outputs, nodes, results, attributes }: GraphFunction): Generator<string> {
  const [inner, third, fourth] = ['    ', '      ', '        '];
  const argument = (key: string) => (arg: GraphFunction['inputs'][number]) =>
    block(key, third!, [...text('name', fourth!, arg.name), `${fourth}type: ${typeName(arg.type)}\n`]);
  yield '  function {\n';
  yield `${inner}signature {\n`;
  yield* text('name', third!, name);
  for (const input of inputs) yield* argument('input_arg')(input);
  for (const output of outputs) yield* argument('output_arg')(output);
  yield `${inner}}\n`;
  for (const node of nodes) yield* block('node_def', inner!, nodeFields(node, third!));
  for (const key of Object.keys(results).sort())
    yield* block('ret', inner!, [`${third}key: ${quoted(key)}\n`, `${third}value: ${quoted(results[key]!)}\n`]);
  yield* entries('attr', inner!, attributes);
  yield '  }\n';
}
