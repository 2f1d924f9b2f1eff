// Layers, modules and scopes whose names meet once a dot or a slash is replaced: each keeps its place and its weights.
import type { Traceable } from '../../src/trace/traceable.ts';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { spellForTensorflow } from '../../src/dialects/tensorflow/tensorflowNames.ts';
import { torchGraph } from '../../src/dialects/torch/atenGraph.ts';
import { frozenGraph } from '../../src/export/frozenGraph.ts';
import { layerNodes } from '../../src/graph/conceptualGraph.ts';
import { summary, trace, weightsOf } from '../../src/index.ts';
import { parseUnspelledInput } from '../../src/names/nodeInput.ts';
import { constant, Linear, Module, ModuleList, Parameter } from '../../src/nn.ts';
import { weightPaths } from '../../src/trace/adapters/layers/layerTree.ts';
import { constant as constantNode, dims, floats, modelOf, node, placeholder, T } from '../fixtures/converting.ts';
import { hostileNames, layersThatMeet, Slashed } from '../fixtures/namesThatMeet.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const distinct = (names: readonly string[]) => expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
const rowsOf = (model: Traceable, size: number[]) => JSON.parse(`${summary(model, size, { style: 'json' })}`);

/** The first number of each constant of a graph that holds nothing else, such as a kernel made by `constant`. */
function fills(model: Traceable, shape: number[]): number[] {
  return frozenGraph(model, { shape }).nodes.flatMap(({ op, attributes }) => {
    const { value } = attributes as Record<string, { tensor?: { values?: ArrayLike<number> } }>;
    const values = op === 'Const' ? Array.from(value?.tensor?.values ?? []) : [];
    return values.length > 1 && new Set(values).size === 1 ? [values[0]!] : [];
  });
}

test('each layer of tf.layers is listed with its weights', () => {
  const counts = Object.entries(layersThatMeet).map(([name, make]) => [name, weightsOf(make()).size]);
  expect(Object.fromEntries(counts)).toEqual({ flat: 2, dotsFirst: 3, nested: 6, likeAPath: 3, hostile: 19, held: 26 });
});

test.each(Object.entries(layersThatMeet))('layers of %s have paths, scopes and weights of their own', (_, make) => {
  const model: tfl.LayersModel = make();
  const size = model.inputs[0]!.shape.slice(1) as number[];
  const { layers, totals } = rowsOf(model, size);
  distinct(layers.map(({ path }: { path: string }) => path));
  const held = [...weightsOf(model).values()].map(({ values }) => values[0]!);
  expect(held).toEqual(expect.arrayContaining(model.weights.map((weight) => weight.read().dataSync()[0]!)));
  // each of the models has weights of its own value
  distinct(held.map(String));
  expect(totals.params).toBe([...weightsOf(model).values()].reduce((sum, { values }) => sum + values.length, 0));
  expect(fills(model, [1, ...size]).sort()).toEqual(held.sort());

  const record = trace(model, [{ shape: [1, ...size] }]);
  const graph = tensorflowGraph(record);
  const text = graph.nodes.map(({ name: node }) => node);
  expect(text.filter((node) => node.startsWith('undefined/'))).toEqual([]);
  distinct(text);
  distinct(spellForTensorflow(graph).nodes.map(({ name: node }) => node));
  distinct(
    graph.nodes.flatMap(({ attributes: { shared_name } }) =>
      shared_name && 's' in shared_name ? [shared_name.s] : [],
    ),
  );
  distinct([...graph.scopes!.values()]);
  const nodes = layerNodes(record);
  distinct(nodes.map(({ name: node }) => node));
  for (const { inputs } of nodes)
    expect(nodes.map(({ name: node }) => node)).toEqual(expect.arrayContaining([...inputs]));
});

class Ring extends tfl.layers.Layer {
  readonly inner = tfl.layers.dense({ units: 2, name: 'inner' });
  readonly again = this.inner;
  readonly self = this;
  model?: tfl.LayersModel;
  override build(shape: tfl.Shape): void {
    this.inner.build(shape);
    super.build(shape);
  }
  override call(x: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return this.again.apply([x].flat()[0]!) as tf.Tensor;
  }
  static get className(): string {
    return 'Ring';
  }
}

test('a layer that knows itself, its model, or a layer by two names lists each layer once', () => {
  const ring = new Ring({ inputShape: [2], name: 'ring' } as never);
  const model = tfl.sequential({ layers: [ring] });
  ring.model = model;
  const paths = rowsOf(model, [2]).layers.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(['', 'ring', 'ring.inner']);
  expect(trace(model, [{ shape: [1, 2] }]).modules.map(({ children }) => children)).toEqual([[1], [2], []]);
  for (const style of ['torchsummary', 'torchinfo', 'table'] as const)
    expect(`${summary(model, [2], { style })}`).toContain('Dense');
});

test('weights are found by the names of a manifest, and two of one name are refused', () => {
  expect([...weightPaths(layersThatMeet.flat())]).toEqual([
    ['a_b/kernel', 'a_b.kernel'],
    ['a.b/kernel', 'a_b_1.kernel'],
  ]);
  expect(() => weightPaths(layersThatMeet.nested())).toThrow(
    'each weight must have a name of its own, got in.1/kernel for tower_1_1.in_1_1.kernel and tower_1.in_1_1.kernel',
  );
});

test('a layer that the dot renames stands beside its namesake, which keeps its name', () => {
  const paths = (make: () => tfl.LayersModel, size: number[]) =>
    rowsOf(make(), size).layers.map(({ path }: { path: string }) => path);
  expect(paths(layersThatMeet.flat, [2])).toEqual(['', 'a_b', 'a_b_1']);
  expect(paths(layersThatMeet.dotsFirst, [2])).toEqual(['', 'a_b_2', 'a_b_1', 'a_b']);
  expect(paths(layersThatMeet.likeAPath, [2])).toEqual(['', 'a', 'a.b', 'a_b_1', 'a_b']);
  expect(paths(layersThatMeet.nested, [3])).toEqual([
    '',
    'tower_1_1',
    'tower_1_1.in_1_1',
    'tower_1_1.in_1',
    'tower_1',
    'tower_1.in_1_1',
    'tower_1.in_1',
    'a_b',
    'a/b',
  ]);
});

test('a slash in a name begins no scope', () => {
  const { nodes, scopes } = tensorflowGraph(trace(layersThatMeet.nested(), [{ shape: [1, 3] }]));
  expect([...scopes!.values()].filter((scope) => scope.includes('[a_b'))).toEqual([
    expect.stringMatching(/^[^/]+\/Dense\[a_b\]$/),
    expect.stringMatching(/^[^/]+\/Dense\[a_b_1\]$/),
  ]);
  const held = trace(layersThatMeet.hostile(), [{ shape: [1, 2] }]);
  const inner = [...tensorflowGraph(held).scopes!.values()].slice(1);
  expect(inner).toHaveLength(hostileNames.length);
  expect(inner.filter((scope) => scope.split('/').length !== 2)).toEqual([]);
  expect(nodes.length).toBeGreaterThan(0);
});

class Dotted extends Module {
  constructor(name: string, value: Module | Parameter) {
    super();
    Object.assign(this, { [name]: value });
  }
  override forward(x: tf.Tensor): tf.Tensor {
    return x;
  }
}

test.each([
  ['a.b', new Linear(2, 2), 'module'],
  ['blocks.0', new ModuleList([new Linear(2, 2)]), 'module'],
  ['', new Linear(2, 2), 'module'],
  ['w.1', new Parameter([2], constant(0)), 'parameter'],
  ['', new Parameter([2], constant(0)), 'parameter'],
])('a Module refuses the name %j', (name, value, kind) => {
  const model = new Dotted(name, value);
  const message = `the name of a ${kind} must be a word without a dot, got ${JSON.stringify(name)} in Dotted: rename the property`;
  for (const use of [
    () => model.stateDict(),
    () => model.loadStateDict(new Map()),
    () => model.parameters(),
    () => trace(model, [{ shape: [1, 2] }]),
    () => summary(model, [2]),
    () => summary(model, null, { style: 'torchinfo' }),
  ])
    expect(use).toThrow(message);
});

test('a module that holds one around it is refused by its path', () => {
  const inner = new Dotted('parent', new Linear(2, 2));
  const outer = new Dotted('inner', inner);
  Object.assign(inner, { parent: outer });
  const message = 'a module must not contain itself, got inner.parent: keep its parent in a private field (#)';
  expect(() => outer.stateDict()).toThrow(message);
  expect(() => outer.eval()).toThrow(message);
  expect(() => summary(outer, [2])).toThrow(message);
});

test('modules with slashes and words of JavaScript for names keep their weights and scopes', () => {
  const model = new Slashed();
  const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect([...weightsOf(model).values()].map(({ values }) => values[0]!).sort()).toEqual(weights);
  expect(fills(model, [1, 2]).sort()).toEqual(weights);
  const record = trace(model, [{ shape: [1, 2] }]);
  expect(record.modules[0]!.type).toBe('Slashed');
  const { scopes } = tensorflowGraph(record);
  expect([...scopes!.values()]).toEqual([
    'Slashed',
    'Slashed/Linear[c_d_1]',
    'Slashed/Linear[c_d]',
    'Slashed/Linear[constructor]',
    'Slashed/Linear[toString_]',
    'Slashed/Linear[x]_Linear[y]',
    'Slashed/Sequential[inner_one_1]',
    'Slashed/Sequential[inner_one_1]/Linear[0]',
    'Slashed/Sequential[inner_one]',
    'Slashed/Sequential[inner_one]/Linear[0]',
  ]);
  expect(layerNodes(record).map(({ name }) => name)).toEqual([
    'input',
    'c_d_1',
    'c_d',
    'constructor',
    'toString_',
    'x]_Linear[y',
    'inner_one_1/0',
    'inner_one/0',
  ]);
});

class Twice extends Module {
  readonly 'l/1' = new Linear(2, 2);
  readonly l_1 = new Linear(2, 2);
  readonly again = this['l/1'];
  override forward(x: tf.Tensor): tf.Tensor {
    return this.again.apply(this.l_1.apply(this['l/1'].apply(x)));
  }
}

test('the weights of a module with two names stand in its scope, in both dialects', () => {
  const record = trace(new Twice(), [{ shape: [1, 2] }]);
  const torch = torchGraph(record).nodes.filter(({ op }) => op === 'prim::GetAttr');
  expect(torch.map(({ name }) => name)).toEqual([
    'Twice/Linear[l_1_1]/weight',
    'Twice/Linear[l_1_1]/bias',
    'Twice/Linear[l_1]/weight',
    'Twice/Linear[l_1]/bias',
  ]);
  const variables = tensorflowGraph(record).nodes.filter(({ op }) => op === 'VarHandleOp');
  expect(variables.map(({ name }) => name)).toEqual(torch.map(({ name }) => `${name}/variable`));
});

test('variables of a function keep their names, and one shared name each', () => {
  const variables = ['w.1', 'v.1', 'dense/kernel', 'w', 'w:1', 'w_1'].map((name, i) =>
    tf.variable(tf.fill([2], i + 1), true, `meet/${name}`),
  );
  const model = (x: tf.Tensor) => variables.reduce((y, variable) => tf.add(y, variable), x);
  const handles = tensorflowGraph(trace(model, [{ shape: [2] }])).nodes.filter(({ op }) => op === 'VarHandleOp');
  expect(handles.map(({ attributes }) => attributes.shared_name)).toEqual(
    ['w.1', 'v.1', 'dense/kernel', 'w', 'w_1_1', 'w_1'].map((name) => ({ s: `model/meet/${name}` })),
  );
  expect(fills(model, [2])).toEqual([1, 2, 3, 4, 5, 6]);
  const { nodes } = frozenGraph(model, { shape: [2] });
  const names = nodes.map(({ name }) => name);
  for (const { inputs } of nodes)
    expect(names).toEqual(expect.arrayContaining(inputs.map((text) => parseUnspelledInput(text).node)));
  tf.dispose(variables);
});

test('scopes of a converted model that a dot tells apart stay apart, and keep their spelling in the graph', async () => {
  const scopes = ['a.b', 'a_b', 'a_b_1', '__proto__', 'constructor', 'c.d/e.f', 'c_d/e.f', 'c_d/e_f'];
  const weights = scopes.map((scope) => constantNode(`${scope}/weight`, 'FLOAT', 2));
  const adds = scopes.map((scope, i) =>
    node(`${scope}/Add`, 'AddV2', [i === 0 ? 'x' : `${scopes[i - 1]}/Add`, `${scope}/weight`], T),
  );
  const model = await modelOf({
    nodes: [placeholder('x', 'FLOAT', -1, 2), ...weights, ...adds],
    weights: Object.fromEntries(scopes.map((scope, i) => [`${scope}/weight`, floats(i + 1, 2)])),
    signature: {
      inputs: { x: { name: 'x:0', dtype: 'DT_FLOAT', tensorShape: dims(-1, 2) } },
      outputs: { y: { name: `${scopes.at(-1)}/Add:0`, dtype: 'DT_FLOAT', tensorShape: dims(-1, 2) } },
    },
  });
  const { layers, totals } = rowsOf(model, [2]);
  distinct(layers.map(({ path }: { path: string }) => path));
  expect(totals.params).toBe(2 * scopes.length);
  expect(weightsOf(model).size).toBe(scopes.length);
  const record = trace(model, [{ shape: [1, 2] }]);
  const named = [...tensorflowGraph(record).scopes!.values()];
  expect(named).toEqual(expect.arrayContaining(scopes));
});
