// The line in a user's own file where an error was thrown, from its stack.
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The lines in the user's files of an error, innermost first, such as `model.ts:12`, with the name of the function. */
export interface UserFrame {
  readonly line: string;
  readonly name: string | undefined;
}

// this command's own files
const own = dirname(fileURLToPath(import.meta.url)) + sep;

/** The frames of an error, or of the innermost of its causes that has some, that are the user's. */
export function userFrames(error: unknown): UserFrame[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && !chain.includes(one); one = one.cause) chain.unshift(one);
  for (const { stack = '' } of chain) {
    const frames = stack.split('\n').flatMap((line) => frameOf(line) ?? []);
    if (frames.length > 0) return frames;
  }
  return [];
}

/** Reads a line of a stack: `at name (file:///path:12:5)`, `at /path:12:5`, or the first line of a SyntaxError, `/path:12`. */
function frameOf(line: string): UserFrame | undefined {
  const [, name, inner] = /^\s+at (?:(.*) \()?(.*?)\)?$/.exec(line) ?? [undefined, undefined, line];
  const [, where, number] = /^(.*?):(\d+)(?::\d+)?$/.exec(inner!.trim()) ?? [];
  if (where === undefined) return undefined;
  let path: string;
  try {
    path = where.startsWith('file:') ? fileURLToPath(where.replace(/\?.*$/, '')) : where;
  } catch {
    return undefined;
  }
  if (!isAbsolute(path) || path.startsWith(own) || path.split(sep).includes('node_modules')) return undefined;
  const near = relative(process.cwd(), path);
  return { line: `${near.startsWith('..') || isAbsolute(near) ? path : near}:${number}`, name };
}
