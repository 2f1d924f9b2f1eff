// The settings of a converted model's scopes: a scope has no configuration left, but its main op has attributes.
// In: the calls of a trace. Out: by module, the attributes of the kernel that a reader would name the scope after.
import { owningModules } from '../../calls.ts';
import { type Settings, settingsOf } from '../../settings.ts';
import type { Call, ModuleCall } from '../../trace.ts';

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
  const owners = owningModules(calls);
  for (const [index, call] of calls.entries()) {
    if (call.level !== 'kernel') continue;
    const rank = mainKernels.findIndex((pattern) => pattern.test(call.kernel));
    const owner = owners[index]!;
    const module = owner === -1 ? undefined : (calls[owner] as ModuleCall).module;
    if (rank === -1 || module === undefined || (chosen.get(module)?.rank ?? mainKernels.length) <= rank) continue;
    chosen.set(module, { rank, settings: { op: call.kernel, ...settingsOf(call.attributes, shapeAttributes) } });
  }
  return new Map([...chosen].map(([module, { settings }]) => [module, settings]));
}
