// Markdown, for the Text dashboard. In: a tag and a text. Out: its summary.
import { tensorboard } from '../../proto/messages.js';
import { UserError } from '../../userError.ts';

const metadata = {
  dataClass: tensorboard.DataClass.DATA_CLASS_TENSOR,
  pluginData: { pluginName: 'text' },
};
const utf8 = new TextEncoder();

/** Under `<tag>/text_summary`, as the reference has it. */
export function textSummary(tag: string, text: string): tensorboard.Summary.IValue {
  if (typeof text !== 'string') throw new UserError(`the text of ${tag} must be a string, got ${typeof text}`);
  const tensor = {
    dtype: tensorboard.DataType.DT_STRING,
    tensorShape: { dim: [{ size: 1 }] },
    stringVal: [utf8.encode(text)],
  };
  return { tag: `${tag}/text_summary`, metadata, tensor };
}
