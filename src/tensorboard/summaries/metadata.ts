// What tells TensorBoard which of its dashboards shows a value. In: the plugin's name and data. Out: the message.
import { tensorboard } from '../../proto/generated/messages.js';

const utf8 = new TextEncoder();

export const tensorMetadata = (pluginName: string, content?: Uint8Array): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, ...(content && { content }) },
  dataClass: tensorboard.DataClass.DATA_CLASS_TENSOR,
});

/** Of values that are files. */
export const blobMetadata = (pluginName: string, content?: Uint8Array): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, ...(content && { content }) },
  dataClass: tensorboard.DataClass.DATA_CLASS_BLOB_SEQUENCE,
});

/**
 * Of the graphs that a run holds by tags, as TensorFlow writes them: a scalar string and no class, since TensorBoard's two
 * loaders ask for another shape of what has one.
 */
export const graphMetadata = (pluginName: string): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, content: utf8.encode('1') },
});
