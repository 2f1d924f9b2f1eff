// Where packages are found: in the model's project before those next to this package, or the latter alone.
import { existsSync, statSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { resolvePackage } from '../../src/backends/nodePackage.ts';
import { UserError } from '../../src/errors.ts';

let project: string | undefined;
let isIsolated = false;

/** Whether a word of the command line is the path of a model, and not the name of a built-in one. */
export const isPath = (word: string): boolean => word === '-' || /[/\\#]|\.\w+$/.test(word);

/** Whether a word of the command line is the address of a model. */
export const isUrl = (word: string): boolean => /^\w+:\/\//.test(word);

/** Whether a word that names a model is the path of a file, and neither an address nor `-`, the standard input. */
export const isFile = (word: string): boolean => word !== '-' && !isUrl(word);

/** Whether a word of the command line is the path of a file of weights alone, or of an index of its shards. */
export const isWeightsFile = (word: string): boolean => isFile(word) && /\.safetensors(\.index\.json)?$/i.test(word);

/** A word that names a model, for messages and pages: an address without what follows `?` or `#`, which may be a key. */
export const shownWord = (word: string): string =>
  isUrl(word) ? word.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//') : word;

/** The file whose project a model belongs to: for one that is no file, package.json here. */
export const fileBeside = (word: string): string => (isPath(word) && isFile(word) ? word : 'package.json');

/** The file that a word of the command line names: the model.json of a folder that holds one, or else the word. */
export function modelFile(word: string): string {
  return isPath(word) && isModelFolder(word) ? join(word, 'model.json') : word;
}

/** Whether a folder of this path holds a model.json. */
export const isModelFolder = (path: string): boolean => isFile(path) && existsSync(join(path, 'model.json'));

/** Whether a word of the command line is an event file of TensorBoard, or a folder, which may hold some. */
export const isEventPath = (word: string): boolean => /tfevents[^/\\]*$/.test(word) || isFolder(word);

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // whoever reads the path says why it cannot be read
    return false;
  }
}

/** Whether a path of the command line is a module, which is run, and not the file of a model or of events. */
export const isCode = (path: string): boolean =>
  !/\.(json|keras|safetensors)$/.test(path) && isFile(path) && !isEventPath(path);

/**
 * Sets the project whose packages come first.
 * @param paths of imports and models on the command line, of which the first names the project; built-in models have none
 * @param isolated whether no project is trusted
 * @throws UserError where a path is code itself
 */
export function enterProject(paths: readonly string[], isolated = false): void {
  const code = paths.find(isCode);
  if (isolated && code !== undefined)
    throw new UserError(`--isolated runs no code but gmlp-viz and its tf.js, got ${code}: leave one of them out`);
  isIsolated = isolated;
  project = isolated ? undefined : paths[0];
  if (project === undefined) forgetFoldersOfEnvironment();
}

/** The file whose folder packages are looked for in first: `file`, or this one where no project is to be trusted. */
export const trusted = (file: string): string => (project === undefined ? import.meta.filename : file);

/** The file that names the project; undefined where no project is trusted. */
export const projectFile = (): string | undefined => project;

/**
 * The file that `require` takes for a package, in the project of `beside` where that is trusted, or beside this package.
 * @throws UserError where `--isolated` leaves none
 */
export function found(packageName: string, beside: string): string | undefined {
  const path = resolvePackage(packageName, trusted(beside));
  if (path === undefined && isIsolated)
    throw new UserError(
      `--isolated takes ${packageName} from beside gmlp-viz, and there is none: npm install -g ${packageName}`,
    );
  return path;
}

/** Stops Node from searching NODE_PATH and the home folder for packages: both may be the current folder. */
function forgetFoldersOfEnvironment(): void {
  const { env } = process;
  const names = ['NODE_PATH', 'HOME', 'USERPROFILE'] as const;
  const before = names.map((name) => env[name]);
  for (const name of names) delete env[name];
  // Node has it, and does not declare it
  (Module as unknown as { _initPaths(): void })._initPaths();
  for (const [i, name] of names.entries()) if (before[i] !== undefined) env[name] = before[i];
}
