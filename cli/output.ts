// The one place where the command writes to stdout and stderr. What a person reads is printable and messages are bounded,
// on a terminal and in a pipe alike; what cannot be written to stdout ends the command with one clause.
import { fstatSync, writeSync } from 'node:fs';
import { format as formatted, inspect } from 'node:util';
import { UserError } from '../src/errors.ts';
import { bounded, escapedJson, spelled } from '../src/text/printable.ts';

/** Text of lines, lines with the colours of a chart, rows of RFC 4180, JSON, or the path of a file that was written. */
export type OutputKind = 'lines' | 'coloured' | 'csv' | 'json' | 'path';

const maxMessageLength = 2000;

/** @returns false while a pipe is full */
export function writeOut(text: string, kind: OutputKind = 'lines'): boolean {
  const safe = safeText(text, kind);
  if (!isFile(1)) return process.stdout.write(safe);
  try {
    writeWhole(1, Buffer.from(safe));
  } catch (error) {
    stdoutFailed(error as NodeJS.ErrnoException);
  }
  return true;
}

/** The text as `writeOut` writes it. */
export function safeText(text: string, kind: OutputKind): string {
  if (kind === 'json') return escapedJson(text);
  // a program that takes a path from a pipe needs it byte for byte
  if (kind === 'path') return process.stdout.isTTY ? `${spelled(text)}\n` : `${text}\n`;
  return spelled(text, kind);
}

/** A line on stderr. */
export function say(text: string): void {
  process.stderr.write(`${spelled(bounded(text, maxMessageLength))}\n`);
}

export const note = (text: string): void => say(`gmlp-viz: note: ${text}`);

/** A table on stderr, such as that of a model that failed. */
export const sayLines = (text: string): boolean => process.stderr.write(spelled(text, 'lines'));

let failed = false;

/** One clause on stderr, and an exit code. What comes after a first failure follows from it, and is not told. */
export function fail(error: unknown, exitCode: 1 | 2 = 2): void {
  if (failed) return;
  failed = true;
  process.exitCode = exitCode;
  say(`gmlp-viz: ${clauseOf(error)}`);
}

// bounded first: white space of megabytes is slow to search for line breaks
function clauseOf(error: unknown): string {
  const message = error instanceof Error ? `${error.message || error.name}` : inspectedValue(error);
  return bounded(message, maxMessageLength)
    .replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
    .trim();
}

const inspectedValue = (value: unknown): string => (typeof value === 'string' ? value : inspect(value, { depth: 0 }));

/** Has what fails outside any `await`, and a stdout or stderr that takes nothing more, end the command without a stack. */
export function handleFailures(): void {
  process.stdout.on('error', stdoutFailed);
  // nobody is left to be told
  process.stderr.on('error', () => undefined);
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => {
      fail(error);
      process.exit();
    });
  process.on('exit', () => {
    if (process.exitCode === neverSettled)
      fail(new UserError('nothing is left to run, and what makes the model gave none yet'));
  });
}
// Node's exit code where what is waited for can no longer come
const neverSettled = 13;

/** `| head -1` closes the pipe when it has what it wants. */
function stdoutFailed(error: NodeJS.ErrnoException): never {
  if (error.code !== 'EPIPE') fail(new Error(`cannot write to the standard output: ${error.message}`));
  process.exit();
}

/** Has what tf.js prints about a model's file be printable too. @returns what gives the console back, to a user's module */
export function guardConsole(): () => void {
  const own = { ...console };
  for (const name of ['log', 'info', 'debug'] as const)
    console[name] = (...values: unknown[]) => void writeOut(`${formatted(...values)}\n`);
  for (const name of ['warn', 'error', 'trace'] as const)
    console[name] = (...values: unknown[]) => sayLines(`${bounded(formatted(...values), maxMessageLength)}\n`);
  return () => void Object.assign(console, own);
}

// Node writes a file at once, and does not look whether all of it was taken
const isFile = (descriptor: number): boolean => {
  if (process.stdout.isTTY) return false;
  const stats = fstatSync(descriptor);
  return stats.isFile() || stats.isCharacterDevice();
};

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
