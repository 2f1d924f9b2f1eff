// PyTorch's Sequential.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { type AnyModule, Module } from '../module.ts';
import { expectModules } from './expectModules.ts';

/** Runs modules one after another, each on the output of the one before; they are named '0', '1', … */
export class Sequential extends Module {
  static override readonly name: string = 'Sequential';

  static override readonly isStateless = true;
  readonly [index: number]: AnyModule;

  /** @throws UserError for a list of modules, or a value that is no module */
  constructor(...modules: readonly AnyModule[]) {
    super();
    if (Array.isArray(modules[0]))
      throw new UserError('a Sequential takes its modules one by one: new Sequential(a, b)');
    expectModules('Sequential', modules);
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
