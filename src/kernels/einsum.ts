/**
 * Factors of an Einstein sum's multiply-adds: the sizes of all letters, once for each operand after the first.
 * @param equation such as `ij,jk->ik`
 * @param inputShape the shape of the operand with this name: '0' for the first, '1' for the second
 */
export function einsumFactors<D>(equation: string, inputShape: (name: string) => readonly D[]): (D | number)[] {
  const terms = equation.replace(/\s/g, '').split('->')[0]!.split(',');
  const sizes = new Map<string, D>();
  for (const [index, term] of terms.entries())
    for (const [axis, letter] of [...term].entries()) sizes.set(letter, inputShape(`${index}`)[axis]!);
  return terms.length < 2 ? [0] : [...sizes.values(), terms.length - 1];
}
