// Parses `--input`, and checks `--batch-size`. It imports nothing that loads tf.js, whose copy is not chosen yet.
import { choice } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { dtypes } from '../../src/tensors.ts';
import type { GivenInput, OpenInput } from '../../src/trace/inputs.ts';

/** Parses `1,224,224,3` or `name:1,224,224,3:int32`. @throws UserError for another text */
export function parseInput(text: string): GivenInput {
  const parts = text.split(':');
  const at = parts.findIndex((part) => /^[\d\s,-]*$/.test(part));
  const dtype = parts[at + 1];
  if (at < 0 || at > 1 || parts.length > at + 2)
    throw new UserError(
      `--input must be a shape such as 1,224,224,3 or name:1,224,224,3:int32, got ${text || 'nothing'}`,
    );
  const known = dtype === undefined ? undefined : choice('dtype', dtype, dtypes);
  const shape = parts[at]!.trim() === '' ? [] : parts[at]!.split(',').map(Number);
  if (!shape.every((dim) => Number.isSafeInteger(dim) && dim >= 1))
    throw new UserError(`the axes of --input must be whole numbers of at least 1, got ${parts[at]}`);
  return { shape, isShape: false, ...(known && { dtype: known }), ...(at === 1 && { name: parts[0]! }) };
}

/** @throws UserError for a requested batch where no input leaves it open */
export function expectOpenBatch(inputs: readonly OpenInput[], asked: number | undefined): void {
  if (asked !== undefined && !inputs.some(({ shape }) => shape[0] === null))
    throw new UserError(`--batch-size ${asked} changes nothing: no input leaves its first axis open`);
}
