// Checks of arguments: times, steps, counts.
import { UserError } from './errors.ts';

/** A value as errors show it: a text has quotes, so that `"1"` is not taken for the number. */
export function got(value: unknown): string {
  if (typeof value === 'function') return `the function ${value.name || 'without a name'}`;
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'bigint') return `${value}n`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // JSON has no cycles
    return String(value);
  }
}

// the year 5138 in seconds, 1973 in milliseconds
const maxSeconds = 1e11;

/** @throws UserError for a value that is no time in seconds, such as the milliseconds of `Date.now()` */
export function expectTime(wallTime: number): void {
  if (typeof wallTime === 'number' && Math.abs(wallTime) < maxSeconds) return;
  const way = Number.isFinite(wallTime) ? ': divide milliseconds by 1000' : '';
  throw new UserError(`wallTime must be in seconds since 1970, got ${got(wallTime)}${way}`);
}

/** @throws UserError for a value that is no whole number */
export function expectStep(step: number): void {
  if (!Number.isSafeInteger(step)) throw new UserError(`globalStep must be a whole number, got ${got(step)}`);
}

/** The whole numbers from `min` to `max`, as an error text names them. */
export const countText = (min: number, max: number): string =>
  max === Number.MAX_SAFE_INTEGER ? `a whole number of at least ${min}` : `a whole number from ${min} to ${max}`;

/** @throws UserError for a value that is no whole number from `min` to `max`, with `name` as its subject */
export function expectCount(name: string, value: number, min: number, max = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value < min || value > max)
    throw new UserError(`${name} must be ${countText(min, max)}, got ${got(value)}`);
}

/** @throws UserError for a tag that is no string */
export function expectTag(tag: unknown): void {
  if (typeof tag !== 'string') throw new UserError(`the tag must be a string, got ${got(tag)}`);
}

/** @throws UserError for a value that is no object of values by name, with `name` as its subject */
export function expectRecord(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(`${name} must be an object of values by name, got ${got(value)}`);
}

/** @throws UserError for a number of parameters beyond the whole numbers that JavaScript counts exactly. */
export function expectCountable(parameters: number): void {
  if (parameters > Number.MAX_SAFE_INTEGER)
    throw new UserError(`more than 2^53 parameters cannot be counted, got about ${parameters.toExponential(1)}`);
}
