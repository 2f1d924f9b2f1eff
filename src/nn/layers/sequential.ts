// PyTorch's Sequential.
import type * as tf from '@tensorflow/tfjs-core';
import { type AnyModule, Module } from '../module.ts';

/** Runs modules one after another, each on the output of the one before; they are named '0', '1', … */
export class Sequential extends Module {
  static override readonly name: string = 'Sequential';

  static override readonly isStateless = true;
  readonly [index: number]: AnyModule;

  constructor(...modules: readonly AnyModule[]) {
    super();
    Object.assign(this, modules);
  }

  override get container(): 'sequential' {
    return 'sequential';
  }

  override forward(x: tf.Tensor): tf.Tensor {
    let y = x;
    for (const [, module] of this.namedEntries()) y = module.apply(y);
    return y;
  }
}
