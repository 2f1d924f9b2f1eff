// Markdown for TensorBoard's Text dashboard.
import { expectTag } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { stringTensor } from '../../formats/tensorProto.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { tensorMetadata } from './metadata.ts';

/** The summary of a text, under the tag `<tag>/text_summary` as tensorboardX has it. */
export function textSummary(tag: string, text: string): tensorboard.Summary.IValue {
  if (typeof text !== 'string') throw new UserError(`the text of ${tag} must be a string, got ${typeof text}`);
  expectTag(tag);
  return { tag: `${tag}/text_summary`, metadata: tensorMetadata('text'), tensor: stringTensor([text], [1]) };
}
