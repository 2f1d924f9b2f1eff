// What yargs asks of its platform, which the build puts in the place of yargs' own: nothing that only help or a failure needs
// is loaded before, texts are English, and no package.json is searched for settings of yargs.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { format, inspect } from 'node:util';
import Parser from 'yargs-parser';

const text = (words: string, ...values: unknown[]): string => format(words, ...values);

export default {
  assert: {
    strictEqual(actual: unknown, expected: unknown, message?: string): void {
      if (!Object.is(actual, expected)) throw new TypeError(message);
    },
    notStrictEqual(actual: unknown, expected: unknown, message?: string): void {
      if (Object.is(actual, expected)) throw new TypeError(message);
    },
  },
  cliui: (options: unknown) => require('cliui')(options),
  stringWidth: (shown: string): number => shown.length,
  findUp: () => undefined,
  getCallerFile: () => '',
  getEnv: (name: string) => process.env[name],
  getProcessArgvBin: () => 'gmlp-viz',
  mainFilename: '',
  inspect,
  Parser,
  path: { basename, dirname, extname, join, relative, resolve },
  process: {
    argv: () => process.argv,
    cwd: process.cwd,
    emitWarning: (warning: string | Error, type?: string) => process.emitWarning(warning, type),
    execPath: () => process.execPath,
    // parsing ends, and cli/main.ts sets the exit code
    exit: () => undefined,
    nextTick: process.nextTick,
    get stdColumns() {
      return process.stdout.columns ?? null;
    },
  },
  readdirSync,
  readFileSync,
  require: createRequire(import.meta.url),
  y18n: {
    __: text,
    __n: (one: string, other: string, count: number, ...values: unknown[]) =>
      text(count === 1 ? one : other, ...values),
    getLocale: () => 'en',
    setLocale: () => undefined,
    updateLocale: () => undefined,
  },
};
