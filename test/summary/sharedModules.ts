// Models of golden/reference/sharing/models.json, built with src/nn as make.py builds them with PyTorch.
import type { Tensor } from '@tensorflow/tfjs-core';
import * as nn from '../../src/nn.ts';

export interface Spec {
  readonly type: string;
  readonly children?: readonly number[] | Readonly<Record<string, number>>;
  readonly out?: number;
  readonly frozen?: boolean;
  readonly times?: number;
  readonly chain?: readonly string[];
  readonly heads?: Readonly<Record<string, string>>;
  readonly form?: keyof typeof forms | 'tensor';
}

const forms = {
  list: (heads: Record<string, Tensor>): unknown => Object.values(heads),
  dict: (heads: Record<string, Tensor>): unknown => heads,
  listInList: (heads: Record<string, Tensor>): unknown => Object.values(heads).map((value) => [value]),
  dictInList: (heads: Record<string, Tensor>): unknown => [heads],
  listInDict: (heads: Record<string, Tensor>): unknown => ({ all: Object.values(heads) }),
  nothing: (): unknown => undefined,
};

type Layer = nn.Module<[Tensor], Tensor>;
const at = (module: nn.AnyModule, path: string): Layer =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], module) as Layer;

class Block extends nn.Module<[Tensor], unknown> {
  readonly spec: Spec;
  constructor(spec: Spec, children: Readonly<Record<string, nn.AnyModule>>) {
    super();
    this.spec = spec;
    Object.assign(this, children);
  }
  override forward(x: Tensor): unknown {
    const { chain = [], heads = {}, form = 'tensor' } = this.spec;
    const last = chain.reduce((value, path) => at(this, path).apply(value), x);
    if (form === 'tensor') return last;
    return forms[form](
      Object.fromEntries(Object.entries(heads).map(([key, path]) => [key, at(this, path).apply(last)])),
    );
  }
}

class Again extends nn.Module<[Tensor, number?], Tensor> {
  readonly inner: Layer;
  readonly #times: number;
  constructor(inner: Layer, times: number) {
    super();
    this.inner = inner;
    this.#times = times;
  }
  override forward(x: Tensor, left = this.#times): Tensor {
    const y = this.inner.apply(x);
    return left === 0 ? y : this.apply(y, left - 1);
  }
}

const typed = (type: string) => ({ [type]: class extends Block {} })[type]!;

export function buildShared(specs: readonly Spec[]): nn.AnyModule {
  const made = new Map<number, nn.AnyModule>();
  const module = (index: number): nn.AnyModule => {
    const one = made.get(index) ?? create(specs[index]!);
    made.set(index, one);
    return one;
  };
  const create = (spec: Spec): nn.AnyModule => {
    const { type, children = {}, out = 6, frozen = false, times = 0 } = spec;
    if (type === 'Linear') {
      const linear = new nn.Linear(6, out);
      for (const [, parameter] of linear.namedParameters()) parameter.requiresGrad = !frozen;
      return linear;
    }
    if (type === 'GELU') return new nn.GELU();
    const held = Object.values(children).map(module);
    if (type === 'Again') return new Again(held[0] as Layer, times);
    if (type === 'Sequential') return new nn.Sequential(...(held as Layer[]));
    if (type === 'ModuleList') return new nn.ModuleList(held);
    return new (typed(type))(spec, Object.fromEntries(Object.keys(children).map((name, i) => [name, held[i]!])));
  };
  return module(0);
}
