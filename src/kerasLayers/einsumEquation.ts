// The equation of an EinsumDense: shapes of its weights and of its output (keras/src/layers/core/einsum_dense.py).
import { UserError } from '../errors.ts';
import type { Shape } from './layerKind.ts';

interface Equation {
  readonly equation: string;
  readonly outputShape: readonly (number | null)[];
  readonly biasAxes: string | null;
}

interface EquationShapes {
  /** The equation with letters in place of an ellipsis. */
  readonly equation: string;
  readonly kernel: Shape;
  /** Undefined without bias axes. */
  readonly bias: Shape | undefined;
  readonly output: Shape;
}

/** An equation and the axes of a bias with small letters alone. */
export function inSmallLetters(equation: string, biasAxes: unknown): { equation: string; biasAxes: unknown } {
  const used = new Set(equation);
  const free = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !used.has(letter));
  const small = new Map(
    [...used].filter((letter) => /[A-Z]/.test(letter)).map((letter, i) => [letter, free[i] ?? letter]),
  );
  const change = (letters: string): string => [...letters].map((letter) => small.get(letter) ?? letter).join('');
  return { equation: change(equation), biasAxes: typeof biasAxes === 'string' ? change(biasAxes) : biasAxes };
}

/**
 * Reads an equation for an input.
 * @throws UserError for an equation that is none of `ab,bc->ac`, `...b,bc->...c` and `ab...,bc->ac...`
 */
export function einsumEquation({ equation, outputShape, biasAxes }: Equation, shape: Shape): EquationShapes {
  const parts = /^(\.\.\.)?([a-zA-Z]+)(\.\.\.)?,([a-zA-Z]+)->(\.\.\.)?([a-zA-Z]+)(\.\.\.)?$/.exec(equation);
  if (!parts || parts[1] !== parts[5] || parts[3] !== parts[7] || (parts[1] && parts[3]))
    throw new UserError(
      `the equation of an EinsumDense must be like ab,bc->ac, ...b,bc->...c or ab...,bc->ac..., got ${equation}`,
    );
  const [, left, input = '', right, kernel = '', , output = ''] = parts;
  const elided = shape.length - input.length;
  const free = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(
    (letter) => !equation.includes(letter),
  );
  const hidden = free.slice(0, Math.max(elided, 0)).join('');
  if (elided < 0 || hidden.length < elided || (elided > 0 && !left && !right))
    throw new UserError(`the equation ${equation} of an EinsumDense does not fit an input of ${shape.length} axes`);
  const whole = (letters: string): string => (left ? hidden + letters : letters + (elided > 0 ? hidden : ''));
  const sizes = new Map<string, number | null>([...whole(input)].map((letter, i) => [letter, shape[i] ?? null]));
  // the file's output shape has neither the batch nor the axes of an ellipsis
  const given = left ? outputShape : [...outputShape, ...shape.slice(shape.length - elided)];
  const inner = left ? [...shape.slice(1, Math.max(elided, 1)), ...given] : given;
  const full: Shape = [shape[0]!, ...inner.slice(0, whole(output).length - 1)];
  for (const [i, letter] of [...whole(output)].entries()) if (!sizes.has(letter)) sizes.set(letter, full[i] ?? null);
  const first = Math.min(...[...(biasAxes ?? '')].map((letter) => output.indexOf(letter)));
  const bias = biasAxes === null ? undefined : biasShape(output.slice(first), biasAxes, sizes);
  return {
    equation: `${whole(input)},${kernel}->${whole(output)}`,
    kernel: [...kernel].map((letter) => sizes.get(letter) ?? null),
    bias: bias && [...bias, ...(right ? Array<number>(elided).fill(1) : [])],
    output: full,
  };
}

const biasShape = (letters: string, axes: string, sizes: ReadonlyMap<string, number | null>): Shape =>
  [...letters].map((letter) => (axes.includes(letter) ? (sizes.get(letter) ?? null) : 1));
