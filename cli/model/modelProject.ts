// Whose packages the command loads: those of the model's project before those beside this package, or the latter alone.
// In: the command line. Out: where packages are found.
import Module from 'node:module';
import { found as foundFrom } from '../../src/backends/nodePackage.ts';
import { UserError } from '../../src/errors.ts';

let project: string | undefined;
let isIsolated = false;

/** Whether a word of the command line is the path of a model, and not the name of a built-in one. */
export const isPath = (word: string): boolean => /[/\\#]|\.(json|[cm]?[jt]s)$/.test(word);

/** Whether a path of the command line is a module, which is run, and not the file of a model. */
export const isCode = (path: string): boolean => !/\.json$/.test(path);

/**
 * @param paths those of imports and models on the command line; the project is that of the first. Built-in models have none
 * @param isolated whether that project is not to be trusted
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

export const projectFile = (): string | undefined => project;

/**
 * The file that `require` takes for a package, in the project of `beside` where that is trusted, or beside this package.
 * @throws UserError where `--isolated` leaves none
 */
export function found(packageName: string, beside: string): string | undefined {
  const path = foundFrom(packageName, trusted(beside));
  if (path === undefined && isIsolated)
    throw new UserError(
      `--isolated takes ${packageName} from beside gmlp-viz, and there is none: npm install -g ${packageName}`,
    );
  return path;
}

/** NODE_PATH and the home folder may be the current folder: what they name is looked for last, but found. */
function forgetFoldersOfEnvironment(): void {
  const { env } = process;
  const names = ['NODE_PATH', 'HOME', 'USERPROFILE'] as const;
  const before = names.map((name) => env[name]);
  for (const name of names) delete env[name];
  (Module as unknown as { _initPaths(): void })._initPaths();
  for (const [i, name] of names.entries()) if (before[i] !== undefined) env[name] = before[i];
}
