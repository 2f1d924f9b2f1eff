// Refuses other values than traces in public calls that take one: a model is the usual slip.
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';

/** @throws UserError for a value that is no trace, with the call that makes one */
export function expectTrace(value: unknown): void {
  if (hasLists(value, ['modules', 'values', 'calls'])) return;
  throw new UserError(`a trace is expected, got ${kindOf(value)}: trace(model) makes one`);
}

/** @throws UserError for a value that is neither a trace nor a graph */
export function expectTraceOrGraph(value: unknown): void {
  if (!hasLists(value, ['nodes'])) expectTrace(value);
}

/** @throws UserError for a value that has no trace and no timing, with the call that makes both */
export function expectProfile(value: unknown): void {
  const { trace, timing } = (value ?? {}) as { readonly trace?: unknown; readonly timing?: unknown };
  if (hasLists(trace, ['calls']) && hasLists(timing, ['runs'])) return;
  throw new UserError(`a profile is expected, got ${kindOf(value)}: profile(model) makes one`);
}

const hasLists = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => Array.isArray((value as Readonly<Record<string, unknown>>)[name]));

/** A value in an error text: an object by the name of its class, since a model has no short text. */
const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `a value of the class ${value.constructor?.name ?? 'null'}`
    : got(value);
