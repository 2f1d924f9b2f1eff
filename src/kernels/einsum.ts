// Multiply-adds of an Einstein sum. In: its equation and shapes. Out: a number.

/** @param input the shape of the operand at a place, '0' first. Letters of all operands span the products. */
export function einsumMacs(equation: string, input: (index: string) => readonly number[]): number {
  const terms = equation.replace(/\s/g, '').split('->')[0]!.split(',');
  const sizes = new Map<string, number>();
  for (const [index, term] of terms.entries())
    for (const [axis, letter] of [...term].entries()) sizes.set(letter, input(`${index}`)[axis]!);
  return terms.length < 2 ? 0 : [...sizes.values()].reduce((a, b) => a * b, 1) * (terms.length - 1);
}
