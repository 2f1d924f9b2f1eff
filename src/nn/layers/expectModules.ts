// The check of the containers' modules.
import { got } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { type AnyModule, Module } from '../module.ts';

/** @throws UserError for a value that is no module: a container would pass over it without a word */
export function expectModules(container: string, modules: readonly AnyModule[]): void {
  const index = modules.findIndex((module) => !(module instanceof Module));
  if (index >= 0) throw new UserError(`a ${container} takes modules, got ${got(modules[index])} at ${index}`);
}
