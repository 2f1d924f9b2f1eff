// Models on which torchsummary 1.5.1 raises: our table and one note.
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import * as viz from '../../../src/index.ts';
import * as nn from '../../../src/nn.ts';

const F = nn.functional;
type Out = unknown;

class Returns extends nn.Module<[Tensor], Out> {
  fc = new nn.Linear(8, 8);
  readonly #pick: (x: Tensor) => Out;
  constructor(pick: (x: Tensor) => Out) {
    super();
    this.#pick = pick;
  }
  override forward(x: Tensor): Out {
    return this.#pick(this.fc.apply(x));
  }
}

class Root extends nn.Module {
  inner: nn.AnyModule;
  readonly #call: (inner: nn.AnyModule, x: Tensor) => unknown;
  constructor(inner: nn.AnyModule, call = (m: nn.AnyModule, x: Tensor): unknown => m.apply(x)) {
    super();
    this.inner = inner;
    this.#call = call;
  }
  override forward(x: Tensor): Tensor {
    this.#call(this.inner, x);
    return x;
  }
}

class TakesList extends nn.Module<[Tensor[]]> {
  fc = new nn.Linear(8, 8);
  override forward(all: Tensor[]): Tensor {
    return this.fc.apply(all[0]!);
  }
}

const before = 'torchsummary 1.5.1 raises on this model: ';
const after = '; the table is what it would have printed';
const twoOf = (x: Tensor): [Tensor, Tensor] => [x, x];

test.each([
  ['a leaf', new nn.Linear(8, 8), 'Linear has no layers in it', '[-1, 8]', '72'],
  ['an object', new Root(new Returns((x) => ({ y: x }))), 'Returns-2 returns an object', '[[-1, 8]]', '0'],
  ['nothing', new Root(new Returns(() => null)), 'Returns-2 returns nothing', '[]', '0'],
  [
    'nested',
    new Root(new Returns((x) => [x, twoOf(x)])),
    'Returns-2 returns a nested tuple',
    '[[-1, 8], [-1, 8], [-1, 8]]',
    '0',
  ],
  [
    'ragged',
    new Root(new Returns((x) => [x, F.view(x, [-1, 2, 4])])),
    'Returns-2 returns a tuple of unlike ranks',
    '[[-1, 8], [-1, 2, 4]]',
    '0',
  ],
  [
    'a list',
    new Root(new TakesList(), (m, x) => m.apply([x])),
    'TakesList-2 does not take a tensor first',
    '[-1, 8]',
    '0',
  ],
  ['no parameters', new Root(new nn.ReLU()), 'no layer has a weight or a bias', '[-1, 8]', '0'],
] as const)('a note says that torchsummary fails on %s', (_, model, reason, shape, params) => {
  const result = viz.summary(model, [8]);
  expect(result.notes).toEqual([before + reason + after]);
  const lines = result.toString().split('\n');
  const ruled = lines.lastIndexOf('='.repeat(64));
  expect(lines[ruled - 1]!.slice(22).trim().split(/ {2,}/)).toEqual([shape, params]);
  expect(lines.slice(ruled + 1, ruled + 3)).toEqual([
    `Total params: ${result.rows.reduce((sum, { params }) => sum + params, 0)}`,
    `Trainable params: ${result.rows.reduce((sum, { params }) => sum + params, 0)}`,
  ]);
});

test('where torchsummary finishes there is no note, and in other styles none about it', () => {
  expect(viz.summary(new Root(new nn.Linear(8, 8)), [8]).notes).toEqual([]);
  expect(viz.summary(new nn.ReLU(), [8], { style: 'table' }).notes).toEqual([]);
});

test('parameters count exactly up to 2^53, and past it are refused', () => {
  const below = viz.summary(new Root(new nn.Linear(2 ** 26, 2 ** 26, { bias: false })), [2 ** 26]);
  expect(below.toString()).toContain('Total params: 4,503,599,627,370,496\n');
  expect(() => viz.summary(new Root(new nn.Linear(2 ** 27, 2 ** 26, { bias: false })), [2 ** 27])).toThrow(
    'more than 2^53 parameters cannot be counted, got about 9.0e+15',
  );
});
