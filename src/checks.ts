// What arguments must be. In: an argument. Out: nothing, or an error of one clause.
import { UserError } from './errors.ts';

// in seconds the year 5138, in milliseconds 1973
const maxSeconds = 1e11;

/** @throws UserError for what is no time in seconds, such as the milliseconds of `Date.now()`. */
export function expectTime(wallTime: number): void {
  if (typeof wallTime === 'number' && Math.abs(wallTime) < maxSeconds) return;
  const got = typeof wallTime === 'number' ? wallTime : typeof wallTime;
  const way = Number.isFinite(wallTime) ? ': divide milliseconds by 1000' : '';
  throw new UserError(`wallTime must be in seconds since 1970, got ${got}${way}`);
}

export function expectStep(step: number): void {
  if (!Number.isSafeInteger(step)) throw new UserError(`globalStep must be a whole number, got ${step}`);
}

export function expectCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new UserError(`${name} must be a whole number of at least ${least}, got ${value}`);
}

/** @throws UserError for a number of parameters beyond the whole numbers that JavaScript counts exactly. */
export function expectCountable(parameters: number): void {
  if (parameters > Number.MAX_SAFE_INTEGER)
    throw new UserError(`more than 2^53 parameters cannot be counted, got about ${parameters.toExponential(1)}`);
}
