// The settings of a converted model's scopes: a scope has no configuration left, but its main op has attributes.
// In: the calls of a trace. Out: by module, the attributes of the kernel that a reader would name the scope after.
import { type Settings, settingsOf } from '../../settings.ts';
import type { Call } from '../../trace.ts';

/** Kernels that a scope is named after, from the first choice to the last. */
const mainKernels = [
  /Conv/,
  /MatMul|Einsum/,
  /FusedBatchNorm/,
  /Pool|Dilation2D/,
  /^(Resize|CropAndResize|DepthToSpace|SpaceToBatch|BatchToSpace)/,
  /^(LeakyRelu|Elu|Selu|Prelu|Relu|Relu6|Sigmoid|Softmax|Softplus|Tanh|LogSoftmax|LRN)$/,
  /^(GatherV2|Concat|MirrorPad|PadV2|Cumsum|OneHot|Transpose)$/,
] as const;

// shapes have columns of their own
const shapeAttributes = new Set(['inputShape', 'filterShape', 'shape', 'seed', 'dtype', 'dimRoundingMode']);

/** By the module's index; modules without such a kernel are left out. */
export function graphSettings(calls: readonly Call[]): ReadonlyMap<number, Settings> {
  const chosen = new Map<number, { readonly rank: number; readonly settings: Settings }>();
  for (const call of calls) {
    if (call.level !== 'kernel') continue;
    const rank = mainKernels.findIndex((pattern) => pattern.test(call.kernel));
    const module = moduleAround(calls, call.parent);
    if (rank === -1 || module === undefined || (chosen.get(module)?.rank ?? mainKernels.length) <= rank) continue;
    chosen.set(module, { rank, settings: { op: call.kernel, ...settingsOf(call.attributes, shapeAttributes) } });
  }
  return new Map([...chosen].map(([module, { settings }]) => [module, settings]));
}

function moduleAround(calls: readonly Call[], index: number): number | undefined {
  for (let at = index; at !== -1; at = calls[at]!.parent) {
    const call = calls[at]!;
    if (call.level === 'module') return call.module;
  }
  return undefined;
}
