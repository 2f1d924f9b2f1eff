// The settings of a converted model's scopes: conversion drops a layer's configuration, but its main kernel has attributes.
import { owningModules } from '../../calls.ts';
import { type Settings, settingsOf } from '../../settings.ts';
import type { Call, ModuleCall } from '../../trace.ts';

/** Kernels that characterise a scope, first choice first. */
const mainKernels = [
  /Conv/,
  /MatMul|Einsum/,
  /FusedBatchNorm/,
  /Pool|Dilation2D/,
  /^(Resize|CropAndResize|DepthToSpace|SpaceToBatch|BatchToSpace)/,
  /^(LeakyRelu|Elu|Selu|Prelu|Relu|Relu6|Sigmoid|Softmax|Softplus|Tanh|LogSoftmax|LRN)$/,
  /^(GatherV2|Concat|MirrorPad|PadV2|Cumsum|OneHot|Transpose)$/,
] as const;

// shapes have columns of their own in tables
const shapeAttributes = new Set(['inputShape', 'filterShape', 'shape', 'seed', 'dtype', 'dimRoundingMode']);

/** The attributes of the kernel that characterises each module, by the module's index; other modules are left out. */
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
