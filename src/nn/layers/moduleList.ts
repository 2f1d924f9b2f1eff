// PyTorch's ModuleList.
import { UserError } from '../../errors.ts';
import { type AnyModule, Module } from '../module.ts';
import { expectModules } from './expectModules.ts';

/** Holds modules named '0', '1', … and iterates over them. It has no forward pass: the module that owns it calls them. */
export class ModuleList extends Module<[], never> {
  static override readonly name: string = 'ModuleList';

  static override readonly isStateless = true;
  readonly [index: number]: AnyModule;

  /** @throws UserError for modules that are not in one list, and for a value that is no module */
  constructor(modules: readonly AnyModule[] = [], ...unexpected: readonly never[]) {
    if (!Array.isArray(modules) || unexpected.length > 0)
      throw new UserError('a ModuleList takes its modules as one list: new ModuleList([a, b])');
    super();
    expectModules('ModuleList', modules);
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
