// Kernels that a model needs and a backend lacks, for the forward pass and for training.
import type { Trace } from '../trace/trace.ts';
import type { LoadedBackend } from './loadBackend.ts';
import { wrongKernels } from './wrongKernels.ts';

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

// where a gradient is taken, a fused kernel runs as its parts
const unfused: Readonly<Record<string, string>> = {
  FusedConv2D: 'Conv2D',
  FusedDepthwiseConv2D: 'DepthwiseConv2dNative',
};

// ops whose gradients src/nn computes with other kernels where the backend lacks them
const ownGradients: ReadonlySet<string> = new Set(['conv1d', 'conv2d', 'embedding', 'max_pool2d']);

/** Names of the kernels that a model runs. */
export interface NeededKernels {
  /** Kernels of the forward pass. */
  readonly forward: ReadonlySet<string>;
  /** Further kernels of tf.js's gradients. */
  readonly training: ReadonlySet<string>;
}

/** The kernels that a traced model needs. */
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

/** Needed kernels that a backend lacks, sorted by name. */
export interface LackedKernels {
  /** Kernels of the forward pass. */
  readonly lacks: readonly string[];
  /** Further kernels for training that the backend lacks or computes wrongly. */
  readonly lacksToTrain: readonly string[];
}

/** Compares needed kernels with those of a backend. */
export function lackedKernels(
  { forward, training }: NeededKernels,
  { backend, kernels }: Pick<LoadedBackend, 'backend'> & { readonly kernels: readonly string[] },
): LackedKernels {
  const there = new Set(kernels);
  // those that src/nn computes by another way, which a model of another kind does not
  const unfit = wrongKernels.flatMap(({ kernel, backends, fixedBy }) =>
    fixedBy !== undefined && backends.includes(backend) ? [kernel] : [],
  );
  return {
    lacks: [...forward].filter((kernel) => !there.has(kernel)).sort(),
    lacksToTrain: [...training].filter((kernel) => !there.has(kernel) || unfit.includes(kernel)).sort(),
  };
}
