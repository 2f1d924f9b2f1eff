// The table of kinds of layers.
import { groupNormalization, rmsNormalization, unitNormalization } from './kinds/normalizationLayers.ts';
import type { AnyKind } from './layerKind.ts';

/** Kinds of layers by the name of the class in Keras. */
export const kinds: Readonly<Record<string, AnyKind>> = {
  GroupNormalization: groupNormalization,
  RMSNormalization: rmsNormalization,
  UnitNormalization: unitNormalization,
};
