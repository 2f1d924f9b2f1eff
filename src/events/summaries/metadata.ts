// What tells TensorBoard which of its dashboards shows a value. In: the plugin's name and data. Out: the message.
import { tensorboard } from '../../proto/messages.js';

export const tensorMetadata = (pluginName: string, content?: Uint8Array): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, ...(content && { content }) },
  dataClass: tensorboard.DataClass.DATA_CLASS_TENSOR,
});

/** Of values that are files. */
export const blobMetadata = (pluginName: string, content?: Uint8Array): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, ...(content && { content }) },
  dataClass: tensorboard.DataClass.DATA_CLASS_BLOB_SEQUENCE,
});
