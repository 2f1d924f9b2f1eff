// Everything that the doors of the package export is documented.
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
