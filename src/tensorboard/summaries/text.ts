// Markdown, for the Text dashboard. In: a tag and a text. Out: its summary.

import { UserError } from '../../errors.ts';
import { stringTensor } from '../../formats/tensorProto.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { tensorMetadata } from './metadata.ts';

/** Under `<tag>/text_summary`, as the reference has it. */
export function textSummary(tag: string, text: string): tensorboard.Summary.IValue {
  if (typeof text !== 'string') throw new UserError(`the text of ${tag} must be a string, got ${typeof text}`);
  return { tag: `${tag}/text_summary`, metadata: tensorMetadata('text'), tensor: stringTensor([text], [1]) };
}
