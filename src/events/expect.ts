// What arguments must be. In: an argument. Out: nothing, or an error of one clause.
import { UserError } from '../userError.ts';

export function expectStep(step: number): void {
  if (!Number.isSafeInteger(step)) throw new UserError(`globalStep must be a whole number, got ${step}`);
}

export function expectCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new UserError(`${name} must be a whole number of at least ${least}, got ${value}`);
}
