// PyTorch's ModuleList.
import { UserError } from '../../errors.ts';
import { type AnyModule, Module } from '../module.ts';

/** Holds modules named '0', '1', … and iterates over them. It has no forward pass: the module that owns it calls them. */
export class ModuleList extends Module<[], never> {
  static override readonly name: string = 'ModuleList';

  static override readonly isStateless = true;
  readonly [index: number]: AnyModule;

  constructor(modules: readonly AnyModule[] = []) {
    super();
    Object.assign(this, modules);
  }

  override get container(): 'list' {
    return 'list';
  }

  /** Its modules in order. */
  *[Symbol.iterator](): Generator<AnyModule> {
    for (const [, module] of this.namedEntries()) yield module;
  }

  override forward(): never {
    throw new UserError('a ModuleList has no forward: call its modules');
  }
}
