// The one file that writes to stdout and stderr. Text is printable and messages are bounded, on a terminal and in a pipe
// alike; a stdout that cannot be written to ends the command with one clause.
import { once } from 'node:events';
import { fstatSync, writeSync } from 'node:fs';
import { format as formatted, inspect } from 'node:util';
import { UserError } from '../src/errors.ts';
import { warningName } from '../src/storage/warn.ts';
import { bounded, escapedJson, spelled } from '../src/text/printable.ts';
import type { ExitCode } from './commands/exitCode.ts';
import { userFrames } from './userFrames.ts';

/** Lines of text, lines with the colours of a chart, rows of RFC 4180, JSON, a page of HTML, or the path of a written file. */
export type OutputKind = 'lines' | 'coloured' | 'csv' | 'json' | 'page' | 'path';

const maxMessageLength = 2000;

/** The standard output, as a command writes to it. */
export interface Output {
  /** @param text bytes are UTF-8 that is safe to print as its kind is @returns false while a pipe is full */
  write(text: string | Uint8Array, kind?: OutputKind): boolean;
  /** Resolves when a full pipe takes more. */
  drained(): Promise<void>;
  /** Columns and rows of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  readonly isTerminal: boolean;
  readonly hasColours: boolean;
}

/** The standard error, as a command writes to it. */
export interface Messages {
  /** Writes a line. */
  say(text: string): void;
  /** Writes a line that begins with `gmlp-viz: note:`. */
  note(text: string): void;
  /** Shows on a terminal how far a long work is, on one line that the next output replaces; nothing elsewhere. */
  progress(text: string): void;
  /** Writes a table, such as that of a model that failed. */
  lines(text: string): void;
}

/** The process's standard output. */
export const stdout: Output = {
  write: writeOut,
  drained: async () => void (await once(process.stdout, 'drain')),
  get columns() {
    return process.stdout.columns;
  },
  get rows() {
    return process.stdout.rows;
  },
  get isTerminal() {
    return process.stdout.isTTY ?? false;
  },
  get hasColours() {
    return colours ?? (process.stdout.isTTY ? process.stdout.hasColors() : Number(process.env.FORCE_COLOR ?? 0) > 0);
  },
};

let colours: boolean | undefined;

/** Decides about colours whatever the output is, as --color and --no-color do; NO_COLOR leaves them out unless they are asked for. */
export function chooseColours(args: readonly string[]): void {
  const asked = args.findLast((arg) => arg === '--color' || arg === '--no-color');
  if (asked !== undefined) colours = asked === '--color';
  else if (process.env.NO_COLOR) colours = false;
}

/** The process's standard error. */
export const stderr: Messages = {
  say,
  note: (text) => say(`gmlp-viz: note: ${text}`),
  lines(text) {
    endProgress();
    process.stderr.write(spelled(text, 'lines'));
  },
  progress,
};

let isProgressShown = false;
let progressAt = Number.NEGATIVE_INFINITY;
const progressEveryMs = 100;

function progress(text: string): void {
  if (!process.stderr.isTTY || performance.now() - progressAt < progressEveryMs) return;
  progressAt = performance.now();
  isProgressShown = true;
  // a terminal that was told no size has 0 columns
  const room = Math.max(1, (process.stderr.columns || 80) - 1);
  process.stderr.write(`\r\u001b[K${spelled(text).slice(0, room)}`);
}

/** Removes the line of progress before other output, and before the process ends. */
export function endProgress(): void {
  if (isProgressShown) process.stderr.write('\r\u001b[K');
  isProgressShown = false;
}

function writeOut(text: string | Uint8Array, kind: OutputKind = 'lines'): boolean {
  endProgress();
  const safe = typeof text === 'string' ? Buffer.from(safeText(text, kind)) : text;
  // the caller may use its bytes again before a pipe has taken them
  if (!isFile(1)) return process.stdout.write(safe === text ? new Uint8Array(safe) : safe);
  try {
    writeWhole(1, safe);
  } catch (error) {
    stdoutFailed(error as NodeJS.ErrnoException);
  }
  return true;
}

/** The text as `stdout.write` writes it. */
export function safeText(text: string, kind: OutputKind): string {
  if (kind === 'json') return escapedJson(text);
  // names in it are safe, and its script has characters that are not
  if (kind === 'page') return text;
  // each cell is spelled out where rows are made (src/text/csvRecords.ts): millions of rows are not looked through once more
  if (kind === 'csv') return text;
  // a program that takes a path from a pipe needs it byte for byte
  if (kind === 'path') return process.stdout.isTTY ? `${spelled(text)}\n` : `${text}\n`;
  return spelled(text, kind);
}

function say(text: string): void {
  endProgress();
  process.stderr.write(`${spelled(bounded(text, maxMessageLength))}\n`);
}

let firstFailure: ExitCode | undefined;

/**
 * Writes the clause of an error to stderr, after the line in the user's own file where it was thrown. Errors after the first
 * follow from it, and are not written.
 * @returns the exit code of the first failure
 */
export function fail(error: unknown, exitCode: ExitCode): ExitCode {
  if (firstFailure === undefined) {
    firstFailure = exitCode;
    const frames = userFrames(error);
    const clause = clauseOf(error);
    const at = frames[0] === undefined || clause.startsWith(frames[0].line) ? '' : `${frames[0].line}: `;
    say(`gmlp-viz: ${at}${clause}`);
    if (showsFrames)
      for (const { line, name } of frames) say(`    at ${name === undefined ? line : `${name} (${line})`}`);
  }
  return firstFailure;
}

let showsFrames = false;

/** Has `fail` write the frames of the user's own files under an error. */
export function showFrames(): void {
  showsFrames = true;
  Error.stackTraceLimit = 200;
}

// bounded first: white space of megabytes is slow to search for line breaks
function clauseOf(error: unknown): string {
  const message = error instanceof Error ? `${error.message || error.name}` : inspectedValue(error);
  return bounded(message, maxMessageLength)
    .replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
    .trim();
}

/** Writes this package's warnings as notes; Node writes those of others. */
export function noteWarnings(): void {
  const byNode = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === warningName) stderr.note(warning.message);
    else for (const write of byNode) write.call(process, warning);
  });
}

const inspectedValue = (value: unknown): string => (typeof value === 'string' ? value : inspect(value, { depth: 0 }));

let exit: (code: ExitCode) => never;

/** Lets errors outside any `await`, and a stdout or stderr that takes nothing more, end the command without a stack. */
export function handleFailures(exitNow: (code: ExitCode) => never): void {
  exit = exitNow;
  process.stdout.on('error', stdoutFailed);
  // nobody is left to read a message
  process.stderr.on('error', () => undefined);
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => exit(fail(error, 2)));
}

/** `| head -1` closes the pipe when it has its line. */
function stdoutFailed(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') return exit(firstFailure ?? 0);
  return exit(fail(new Error(`cannot write to the standard output: ${error.message}`), 2));
}

/** Says on stderr that a promise which the command awaits can no longer settle. */
export const failUnsettled = (): ExitCode =>
  fail(new UserError('nothing is left to run, and what makes the model gave none yet'), 2);

/** Says on stderr that other code ended the process. */
export const failEnded = (): ExitCode =>
  fail(
    new UserError('code that the command ran ended the process before there was a result: it calls process.exit()'),
    2,
  );

/**
 * Makes the console print to stderr, since stdout holds the result alone, and in safe text, since tf.js prints names of a
 * model's file.
 * @returns a function that lets the console print texts as they are, still to stderr, for a module of the user
 */
export function guardConsole(): () => void {
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const)
    console[name] = (...values: unknown[]) => stderr.lines(`${bounded(formatted(...values), maxMessageLength)}\n`);
  return () => void Object.assign(console, new console.Console(process.stderr));
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
