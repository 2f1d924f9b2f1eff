// Calls without copies, and with constants in place of kernels that fill a tensor with ones or zeros: the first step of a
// recurrent layer has them where the others read what it made or a state.
import { product } from '../tensors.ts';
import type { KernelCall, Nest, Value } from '../trace/trace.ts';
import { type CallNode, readBy } from './callTree.ts';

const fills: Readonly<Record<string, number>> = { OnesLike: 1, ZerosLike: 0 };

export class PlainCalls {
  readonly #values: Value[];
  /** The value that a copy is of. */
  readonly #sources = new Map<number, number>();

  /** @param values gets constants in place of those that are filled */
  constructor(values: Value[]) {
    this.#values = values;
  }

  /** The same calls without copies and fills. */
  of(nodes: readonly CallNode[]): CallNode[] {
    return nodes.flatMap(({ call, children }): CallNode[] => {
      if (call.level !== 'kernel') return [{ call, children: this.of(children) }];
      return this.#isPlain(call) ? [] : [{ call: this.#readingSources(call), children: this.of(children) }];
    });
  }

  /** The values that these are copies of. */
  sources(nest: Nest): Nest {
    return typeof nest === 'number' ? this.#source(nest) : nest.map((one) => this.sources(one));
  }

  #source(value: number): number {
    return this.#sources.get(value) ?? value;
  }

  /** Whether a kernel is a copy or a fill, whose output is known from then on. */
  #isPlain(call: KernelCall): boolean {
    const [output] = call.outputs as [number];
    if (call.kernel === 'Identity') this.#sources.set(output, this.#source(readBy(call)[0]!));
    const value = this.#values[output]!;
    const filled = fills[call.kernel];
    if (filled === undefined || value.dtype === 'string' || value.dtype === 'complex64')
      return call.kernel === 'Identity';
    this.#values[output] = { ...value, constant: new Array(product(value.shape)).fill(filled) };
    return true;
  }

  #readingSources(call: KernelCall): KernelCall {
    if (this.#sources.size === 0) return call;
    const inputs = Object.entries(call.inputs).map(([name, value]): [string, number | number[]] => [
      name,
      typeof value === 'number' ? this.#source(value) : value.map((one) => this.#source(one)),
    ]);
    return { ...call, inputs: Object.fromEntries(inputs) };
  }
}
