// Tensors as they are: no dashboard shows them, TensorBoard's reader returns them.
import { choice } from '../../choice.ts';
import { UserError } from '../../errors.ts';
import { tensorDtypes } from '../../formats/elementBytes.ts';
import { bytesTensor, stringTensor } from '../../formats/tensorProto.ts';
import { arrayIn, isTensor, type Values } from '../../media/tensorInput.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { tensorMetadata } from './metadata.ts';

// protobuf's limit of a message is 2 GB
const maxTensorBytes = 2 ** 31 - 1024;

/** The summary of a tensor; plain numbers become float64. */
export function tensorSummary(tag: string, values: Values): tensorboard.Summary.IValue {
  const tensor = protoOf(tag, values);
  const bytes = tensor.tensorContent?.length ?? 0;
  if (bytes > maxTensorBytes) throw new UserError(`the tensor ${tag} of ${bytes} bytes does not fit an event of 2 GB`);
  return { tag, metadata: tensorMetadata('tensor'), tensor };
}

function protoOf(tag: string, values: Values): tensorboard.ITensorProto {
  // `arrayIn` takes no strings and no complex numbers
  if (isTensor(values)) {
    const { shape, dtype } = values;
    const data: ArrayLike<unknown> = values.dataSync();
    if (dtype === 'string') return stringTensor(Array.from(data, String), shape);
    if (dtype === 'complex64') return bytesTensor(data as ArrayLike<number>, shape, dtype);
  }
  const { numbers, shape, dtype } = arrayIn(values, `the values of ${tag}`);
  return bytesTensor(numbers, shape, dtype === 'number' ? 'float64' : choice('dtype', dtype, tensorDtypes));
}
