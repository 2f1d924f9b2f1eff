// The source as TypeScript sees it, for the tests of this folder.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path with slashes, from the project's root. */
export const nameOf = (file: string): string => relative(root, file).split(sep).join('/');

/** Code files below a folder of the project, generated ones apart. */
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.ts$/.test(file) && !/(?:^|[\\/])generated[\\/].*\.js$/.test(file))
    .map((file) => join(root, folder, file));

const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);

export const program = ts.createProgram([...filesIn('src'), ...filesIn('cli')], { ...options, noEmit: true });
export const checker = program.getTypeChecker();

/** The files of src and cli, parsed. */
export const sources: readonly ts.SourceFile[] = [...filesIn('src'), ...filesIn('cli')].map(
  (file) => program.getSourceFile(file.split(sep).join('/'))!,
);

/** The file and line of a node, such as `src/errors.ts:3`. */
export function positionOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${nameOf(source.fileName)}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export interface Import {
  readonly specifier: string;
  /** the imported file of src or cli, undefined for a package */
  readonly target: string | undefined;
  /** whether it is loaded together with the file: neither an import of types alone nor a dynamic one */
  readonly eager: boolean;
}

const isOfTypes = ({ importClause: clause }: ts.ImportDeclaration): boolean => {
  if (!clause || clause.isTypeOnly) return clause !== undefined;
  const { name, namedBindings } = clause;
  return (
    !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every((e) => e.isTypeOnly)
  );
};

/** Everything that a file imports or re-exports: static, dynamic, types included. */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, eager: boolean): void => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const file = ts.resolveModuleName(node.text, source.fileName, options, ts.sys).resolvedModule?.resolvedFileName;
    const target = file === undefined ? undefined : nameOf(file);
    found.push({ specifier: node.text, target: target && /^(?:src|cli)\//.test(target) ? target : undefined, eager });
  };
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, !isOfTypes(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, !node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, false);
  });
  return found;
}
