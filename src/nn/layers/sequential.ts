// Modules one after another, named '0', '1', ...
import type * as tf from '@tensorflow/tfjs-core';
import { type AnyModule, Module } from '../module.ts';

/** Feeds each module's output to the next. */
export class Sequential extends Module {
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
