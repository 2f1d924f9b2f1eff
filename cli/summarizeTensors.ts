// The table of a file of weights alone: its header, and its values only for --statistics.
import { choice } from '../src/choice.ts';
import { UserError } from '../src/errors.ts';
import type { OpenSafetensors } from '../src/weights/safetensorsFile.ts';
import type { StoredEntry } from '../src/weights/safetensorsHeader.ts';
import type { Output } from './output.ts';

interface TensorOptions {
  readonly style?: string | undefined;
  readonly statistics?: boolean | undefined;
  readonly width?: number | undefined;
}

const taken: readonly string[] = ['style', 'statistics', 'width', 'fold'];

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
  const other = names.find((name) => !taken.includes(name) && values[name as keyof TensorOptions] !== undefined);
  if (other) throw new UserError(`--${other} is for models, and ${path} is a file of weights alone`);
  const [{ tensorStyles }, { withSafetensors }] = await Promise.all([
    import('../src/summary/tensorTable.ts'),
    import('../src/weights/safetensorsFile.ts'),
  ]);
  const style = choice(
    'style of a file of weights',
    values.style ?? 'table',
    Object.keys(tensorStyles),
  ) as keyof typeof tensorStyles;
  if (values.width !== undefined && style !== 'table') throw new UserError(`--width is for style table, not ${style}`);
  const tensors = await withSafetensors(path, async (file) => {
    const facts = [];
    for (const entry of file.entries)
      facts.push({ entry, statistics: values.statistics ? await statisticsOfEntry(file, entry) : undefined });
    return facts;
  });
  const colours = style === 'table' && stdout.hasColours;
  const text = tensorStyles[style](tensors, { width: values.width ?? stdout.columns, colours });
  stdout.write(text, style === 'table' ? (colours ? 'coloured' : 'lines') : style);
}

async function statisticsOfEntry(file: OpenSafetensors, entry: StoredEntry) {
  const [{ numbersOfEntry }, { statisticsOf }] = await Promise.all([
    import('../src/weights/safetensors.ts'),
    import('../src/weights/statistics.ts'),
  ]);
  return statisticsOf(numbersOfEntry(entry, await file.bytesOf(entry)));
}
