// Everything that the doors of the package export is documented, and so is every type that it names.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { checker, nameOf, program, root } from './program.ts';

/** Exports of a door by name; a namespace export counts by its members. */
function exportsOf(module: ts.Symbol): (readonly [name: string, symbol: ts.Symbol])[] {
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const isModule = target.flags & ts.SymbolFlags.ValueModule && target.declarations?.some(ts.isSourceFile);
    return isModule ? exportsOf(target) : [[symbol.name, target] as const];
  });
}

test.each(['index', 'nn', 'browser'])('every export of src/%s.ts has a doc comment', (door) => {
  const source = program.getSourceFile(`${root}src/${door}.ts`)!;
  const undocumented = exportsOf(checker.getSymbolAtLocation(source)!).filter(
    ([, symbol]) =>
      symbol.getDocumentationComment(checker).length === 0 &&
      !symbol.declarations?.some((node) =>
        ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && doc.comment),
      ),
  );
  expect(
    undocumented.map(([name, symbol]) => `${nameOf(symbol.declarations![0]!.getSourceFile().fileName)} ${name}`),
  ).toEqual([]);
});

/** The types of this project that the public part of a declaration names: in parameters, results, members, its own and its parents'. */
function typesNamedIn(declaration: ts.Node): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    const isHidden =
      ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    if (isHidden || ts.isBlock(node) || (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name))) return;
    if (ts.isTypeReferenceNode(node)) found.push(meant(node.typeName));
    if (ts.isExpressionWithTypeArguments(node)) meant(node.expression).declarations?.filter(isOurs).forEach(visit);
    // what a value is made of is no signature
    ts.forEachChild(node, (child) => {
      if (!ts.isExpression(child) || ts.isExpressionWithTypeArguments(child) || ts.isArrowFunction(child)) visit(child);
    });
  };
  visit(declaration);
  return found.filter(
    ({ flags, declarations }) => !(flags & ts.SymbolFlags.TypeParameter) && declarations?.some(isOurs),
  );
}

/** The symbol that a name stands for, through imports. */
function meant(name: ts.Node): ts.Symbol {
  const symbol = checker.getSymbolAtLocation(name)!;
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const isOurs = (node: ts.Node): boolean => /^src\//.test(fileOf(node));
const fileOf = (node: ts.Node): string => nameOf(node.getSourceFile().fileName);

test.each([
  ['index', 'nn'],
  ['browser', 'nn'],
])('every type that src/%s.ts or src/%s.ts names in a signature is exported', (...doors) => {
  const exported = doors.flatMap((door) =>
    exportsOf(checker.getSymbolAtLocation(program.getSourceFile(`${root}src/${door}.ts`)!)!),
  );
  const symbols = new Set(exported.map(([, symbol]) => symbol));
  const missing = exported.flatMap(([name, symbol]) =>
    (symbol.declarations ?? [])
      .flatMap(typesNamedIn)
      .filter((type) => !symbols.has(type))
      .map((type) => `${fileOf(type.declarations![0]!)} ${type.name}, named by ${name}`),
  );
  expect([...new Set(missing)]).toEqual([]);
});
