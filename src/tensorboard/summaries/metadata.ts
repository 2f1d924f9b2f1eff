// Metadata of a value, from which TensorBoard knows the dashboard that shows it.
import { tensorboard } from '../../proto/generated/messages.js';

const utf8 = new TextEncoder();

/** Metadata of values that are tensors. */
export const tensorMetadata = (pluginName: string, content?: Uint8Array): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, ...(content && { content }) },
  dataClass: tensorboard.DataClass.DATA_CLASS_TENSOR,
});

/** Metadata of values that are files, such as images. */
export const blobMetadata = (pluginName: string, content?: Uint8Array): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, ...(content && { content }) },
  dataClass: tensorboard.DataClass.DATA_CLASS_BLOB_SEQUENCE,
});

/**
 * Metadata of graphs that have a tag, as TensorFlow writes them: without a data class, since TensorBoard's two loaders expect
 * different shapes of a string that has one.
 */
export const graphMetadata = (pluginName: string): tensorboard.ISummaryMetadata => ({
  pluginData: { pluginName, content: utf8.encode('1') },
});
