// The kernels that a model needs of a backend. In: a trace. Out: names, for the forward pass and for its gradients.
import type { Trace } from '../trace/trace.ts';
import type { LoadedBackend } from './loadBackend.ts';

/** What tf.js 4.22's gradients run and a forward pass does not (tfjs-core, src/gradients). */
export const gradientKernels: Readonly<Record<string, readonly string[]>> = {
  AvgPool: ['AvgPoolGrad'],
  AvgPool3D: ['AvgPool3DGrad'],
  Conv2D: ['Conv2DBackpropFilter', 'Conv2DBackpropInput'],
  Conv2DBackpropInput: ['Conv2DBackpropFilter'],
  Conv3D: ['Conv3DBackpropFilterV2', 'Conv3DBackpropInputV2'],
  DepthwiseConv2dNative: ['DepthwiseConv2dNativeBackpropFilter', 'DepthwiseConv2dNativeBackpropInput'],
  Dilation2D: ['Dilation2DBackpropFilter', 'Dilation2DBackpropInput'],
  Elu: ['EluGrad'],
  GatherV2: ['UnsortedSegmentSum'],
  LRN: ['LRNGrad'],
  MaxPool: ['MaxPoolGrad'],
  MaxPool3D: ['MaxPool3DGrad'],
  ResizeBilinear: ['ResizeBilinearGrad'],
  ResizeNearestNeighbor: ['ResizeNearestNeighborGrad'],
};

// a fused kernel runs as its parts where there is a gradient to take
const unfused: Readonly<Record<string, string>> = {
  FusedConv2D: 'Conv2D',
  FusedDepthwiseConv2D: 'DepthwiseConv2dNative',
};

// what src/nn computes another way where the backend cannot
const ownGradients: ReadonlySet<string> = new Set(['conv1d', 'conv2d', 'embedding', 'max_pool2d']);

// the first element of a window counts as the largest where none is above 0, in tf.js 4.22
const wrong: Readonly<Record<string, readonly string[]>> = { wasm: ['MaxPoolGrad'] };

export interface NeededKernels {
  readonly forward: ReadonlySet<string>;
  /** of the gradients, that of tf.js */
  readonly training: ReadonlySet<string>;
}

export function neededKernels({ calls }: Trace): NeededKernels {
  const forward = new Set<string>();
  const training = new Set<string>();
  for (const call of calls) {
    if (call.level !== 'kernel') continue;
    forward.add(call.kernel);
    const parent = calls[call.parent];
    if (parent?.level === 'op' && ownGradients.has(parent.op)) continue;
    for (const kernel of gradientKernels[unfused[call.kernel] ?? call.kernel] ?? []) training.add(kernel);
  }
  return { forward, training };
}

export interface LackedKernels {
  readonly lacks: readonly string[];
  /** what training needs besides: those that the backend is without, or gets wrong */
  readonly lacksToTrain: readonly string[];
}

export function lackedKernels(
  { forward, training }: NeededKernels,
  { backend, kernels }: Pick<LoadedBackend, 'backend'> & { readonly kernels: readonly string[] },
): LackedKernels {
  const there = new Set(kernels);
  const unfit = wrong[backend] ?? [];
  return {
    lacks: [...forward].filter((kernel) => !there.has(kernel)).sort(),
    lacksToTrain: [...training].filter((kernel) => !there.has(kernel) || unfit.includes(kernel)).sort(),
  };
}
