// Prints the table up to the failing layer of a model that fails in its forward pass.

import { UserError } from '../src/errors.ts';
import type { StyleName } from '../src/summary/styles.ts';
import type { SummaryOptions } from '../src/summary/summaryInputs.ts';

const columns = ['name', 'type', 'input', 'output', 'params'];
const references: readonly (StyleName | undefined)[] = ['torchsummary', 'torchinfo', undefined];

/**
 * Returns what `run` returns. Where the model fails, prints its table in our own style: the reference styles print none for
 * such a model.
 * @throws ForwardError and whatever else `run` throws
 */
export async function attempt<T>(
  run: () => T | Promise<T>,
  { style, width, ...options }: SummaryOptions,
  print: (table: string) => unknown,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { ForwardError, NoForwardPass } = await import('../src/trace/forwardError.ts');
    if (error instanceof ForwardError) {
      // its table would be a line without a fact
      if (error.cause instanceof NoForwardPass) throw new UserError(error.message, { cause: error });
      const { tabulate } = await import('../src/summary/summary.ts');
      const chosen = references.includes(style) ? { columns } : { columns, ...options, ...(style && { style }) };
      print(tabulate(error.trace, { ...chosen, ...(width && { width }) }));
    }
    throw error;
  }
}
