// torchinfo 1.8.0's rule for mult-adds, which goes by PyTorch's names of parameters and order of axes.
import { product } from '../../../tensors.ts';

/**
 * Mult-adds of a layer by its type and parameters. Tokens count for types whose name has "Conv" in it only, and not the channels.
 * @param output the shape [batch, channels, ...spatial] of its output
 */
export function parameterMacs(
  type: string,
  parameters: readonly { readonly name: string; readonly size: number }[],
  output: readonly number[],
): number {
  const spatial = product([...output.slice(0, 1), ...output.slice(2)]);
  return parameters.reduce((sum, { name, size }) => {
    if (name === 'weight' || name === 'bias') return sum + size * (type.includes('Conv') ? spatial : (output[0] ?? 0));
    return /weight|bias/.test(name) ? sum + size * product(output.slice(0, 2)) : sum;
  }, 0);
}
