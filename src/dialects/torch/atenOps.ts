// PyTorch's aten name of each operation of src/nn/functional.ts, as its tracer records it.
import type { OpName } from '../../names/opName.ts';

export const atenOps: Readonly<Record<string, string>> = {
  adaptive_avg_pool2d: 'aten::adaptive_avg_pool2d',
  add: 'aten::add',
  avg_pool2d: 'aten::avg_pool2d',
  batch_norm: 'aten::batch_norm',
  chunk: 'aten::chunk',
  conv1d: 'aten::_convolution',
  conv2d: 'aten::_convolution',
  dropout: 'aten::dropout',
  embedding: 'aten::embedding',
  feature_dropout: 'aten::feature_dropout',
  flatten: 'aten::flatten',
  gelu: 'aten::gelu',
  layer_norm: 'aten::layer_norm',
  linear: 'aten::linear',
  log_softmax: 'aten::log_softmax',
  max_pool2d: 'aten::max_pool2d',
  mean: 'aten::mean',
  mul: 'aten::mul',
  permute: 'aten::permute',
  relu: 'aten::relu',
  sum: 'aten::sum',
  view: 'aten::view',
} satisfies Record<OpName, string>;
