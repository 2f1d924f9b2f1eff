// The text format, whole; TensorFlow reads it back in test/real.
import { expect, test } from 'vitest';
import { encodePbtxt } from '../../src/formats/encodeGraph.ts';
import type { Attributes, Graph } from '../../src/graph/graph.ts';

const one = (attributes: Attributes): Graph => ({
  nodes: [{ name: 'a', op: 'Op', inputs: [], attributes }],
  producer: 2000,
});
/** The lines of a node's attributes, without what stands around them. */
const attributesOf = (attributes: Attributes): string =>
  encodePbtxt(one(attributes))
    .split('\n')
    .slice(3, -5)
    .map((line) => line.slice(2))
    .join('\n');

test('a GraphDef has nodes, names in TensorFlow’s spelling, and attributes by name', () => {
  const graph: Graph = {
    nodes: [
      {
        name: 'net/Linear[0]/MatMul',
        op: 'MatMul',
        inputs: ['input/x', 'split:1', '^after'],
        attributes: { transpose_b: { b: true }, T: { type: 'float32' }, _output_shapes: { shapes: [[-1, 3], []] } },
      },
    ],
    producer: 2000,
  };
  expect(encodePbtxt(graph)).toBe(`node {
  name: "net/Linear>5b0>5d/MatMul"
  op: "MatMul"
  input: "input/x"
  input: "split:1"
  input: "^after"
  attr {
    key: "T"
    value {
      type: DT_FLOAT
    }
  }
  attr {
    key: "_output_shapes"
    value {
      list {
        shape {
          dim {
            size: -1
          }
          dim {
            size: 3
          }
        }
        shape {
        }
      }
    }
  }
  attr {
    key: "transpose_b"
    value {
      b: true
    }
  }
}
versions {
  producer: 2000
}
`);
});

const values: readonly (readonly [Attributes[string], string])[] = [
  [{ i: 0 }, 'i: 0'],
  [{ s: '' }, 's: ""'],
  [{ s: 'ü"\'\\\n\t\u0001' }, String.raw`s: "\303\274\"\'\\\n\t\001"`],
  [{ f: 0.1 }, 'f: 0.1'],
  [{ f: 1e-7 }, 'f: 1e-07'],
  [{ f: 16777217 }, 'f: 16777216.0'],
  [{ f: 1.1754944e-38 }, 'f: 1.1754944e-38'],
  [{ f: 1e-4 }, 'f: 0.0001'],
  [{ f: 1e16 }, 'f: 1e+16'],
  [{ f: -0 }, 'f: -0.0'],
  [{ f: Number.NaN }, 'f: nan'],
  [{ f: -Infinity }, 'f: -inf'],
  [{ f: 1e39 }, 'f: inf'],
  [{ ints: [] }, 'list {\n}'],
  [{ ints: [1, -2] }, 'list {\n  i: 1\n  i: -2\n}'],
  [{ floats: [0.5] }, 'list {\n  f: 0.5\n}'],
  [{ bools: [false] }, 'list {\n  b: false\n}'],
  [{ strings: ['x', ''] }, 'list {\n  s: "x"\n  s: ""\n}'],
  [{ types: ['string', 'int64'] }, 'list {\n  type: DT_STRING\n  type: DT_INT64\n}'],
  [{ shape: null }, 'shape {\n  unknown_rank: true\n}'],
  [{ shape: [0] }, 'shape {\n  dim {\n  }\n}'],
  [
    { func: { name: 'f', attributes: { k: { i: 1 } } } },
    'func {\n  name: "f"\n  attr {\n    key: "k"\n    value {\n      i: 1\n    }\n  }\n}',
  ],
  [{ funcs: [{ name: 'f', attributes: {} }] }, 'list {\n  func {\n    name: "f"\n  }\n}'],
];

test.each(values)('the attribute %j is written and read back', (value, text) => {
  const indented = text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  expect(attributesOf({ k: value })).toBe(`attr {\n  key: "k"\n  value {\n${indented}\n  }\n}`);
});

test('a tensor of few numbers is written number by number, of many as bytes, of strings as strings', () => {
  const tensorOf = (tensor: { dtype: 'float32' | 'int32' | 'bool' | 'string'; values: number[] | Uint8Array[] }) =>
    attributesOf({ value: { tensor: { shape: [tensor.values.length], ...tensor } } })
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^(dtype|tensor_content|\w+_val|size):/.test(line));
  expect(tensorOf({ dtype: 'float32', values: [1, -0, Number.NaN] })).toEqual([
    'dtype: DT_FLOAT',
    'size: 3',
    'float_val: 1.0',
    'float_val: -0.0',
    'float_val: nan',
  ]);
  expect(tensorOf({ dtype: 'bool', values: [1, 0] })).toEqual([
    'dtype: DT_BOOL',
    'size: 2',
    'bool_val: true',
    'bool_val: false',
  ]);
  const strings = [Uint8Array.of(0xff, 0x41), new Uint8Array()];
  expect(tensorOf({ dtype: 'string', values: strings })).toEqual([
    'dtype: DT_STRING',
    'size: 2',
    'string_val: "\\377A"',
    'string_val: ""',
  ]);
  expect(tensorOf({ dtype: 'int32', values: Array.from({ length: 17 }, (_, i) => i) })).toEqual([
    'dtype: DT_INT32',
    'size: 17',
    `tensor_content: "${[...Array(17).keys()].map((i) => `${({ 9: '\\t', 10: '\\n', 13: '\\r' } as Record<number, string>)[i] ?? `\\${i.toString(8).padStart(3, '0')}`}\\000\\000\\000`).join('')}"`,
  ]);
});

test('a library of functions is written and read back', () => {
  const body = { name: 'add', op: 'AddV2', inputs: ['x', 'x'], attributes: {} };
  const text = encodePbtxt({
    nodes: [],
    functions: [
      {
        name: 'twice',
        inputs: [{ name: 'x', type: 'float32' }],
        outputs: [{ name: 'y', type: 'float32' }],
        nodes: [body],
        results: { y: 'add:z:0' },
        attributes: { _noinline: { b: true } },
      },
    ],
    producer: 2000,
  });
  expect(text).toBe(`library {
  function {
    signature {
      name: "twice"
      input_arg {
        name: "x"
        type: DT_FLOAT
      }
      output_arg {
        name: "y"
        type: DT_FLOAT
      }
    }
    node_def {
      name: "add"
      op: "AddV2"
      input: "x"
      input: "x"
    }
    ret {
      key: "y"
      value: "add:z:0"
    }
    attr {
      key: "_noinline"
      value {
        b: true
      }
    }
  }
}
versions {
  producer: 2000
}
`);
});
