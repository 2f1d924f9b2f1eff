// `summary` of a file of weights alone.
import { UserError } from '../src/errors.ts';
import { type SafetensorsSummaryOptions, summarizeSafetensors } from '../src/summary/summarizeSafetensors.ts';
import { otherOption } from './options/schema.ts';
import type { Output } from './output.ts';

interface TensorOptions {
  readonly style?: string | undefined;
  readonly statistics?: boolean | undefined;
  readonly width?: number | undefined;
}

// `fold` has a default, and a tree of names is never folded; no code runs, so that `isolated` holds anyway
const taken: readonly string[] = ['style', 'statistics', 'width', 'fold', 'isolated'];

/**
 * Prints the arrays of a safetensors file.
 * @param values of the options of `summary`
 * @param names of these options
 * @throws UserError for an option that is for models, and for a malformed file
 */
export async function summarizeTensors(
  path: string,
  values: TensorOptions,
  names: readonly string[],
  stdout: Output,
): Promise<void> {
  const other = otherOption(values, names, taken);
  if (other) throw new UserError(`--${other} is for models, and ${path} is a file of weights alone`);
  const { style = 'table', statistics = false, width } = values;
  const isTable = style === 'table';
  const colours = isTable && stdout.hasColours;
  const columns = width ?? (isTable ? stdout.columns : undefined);
  const options = { style, statistics, ...(columns !== undefined && { width: columns }), colours };
  // an unknown style is refused there
  const text = await summarizeSafetensors(path, options as SafetensorsSummaryOptions);
  stdout.write(text, isTable ? (colours ? 'coloured' : 'lines') : (style as 'csv' | 'json'));
}
