// Modules in a list, named '0', '1', ...; whoever owns it calls them.
import { UserError } from '../../userError.ts';
import { type AnyModule, Module } from '../module.ts';

/** Iterable; has no forward of its own. */
export class ModuleList extends Module<[], never> {
  static override readonly isStateless = true;
  readonly [index: number]: AnyModule;

  constructor(modules: readonly AnyModule[] = []) {
    super();
    Object.assign(this, modules);
  }

  override get container(): 'list' {
    return 'list';
  }

  *[Symbol.iterator](): Generator<AnyModule> {
    for (const [, module] of this.namedEntries()) yield module;
  }

  override forward(): never {
    throw new UserError('a ModuleList has no forward: call its modules');
  }
}
