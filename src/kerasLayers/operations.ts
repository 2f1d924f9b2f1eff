// The table of operations that are no layers in Keras.
import type { AnyKind } from './layerKind.ts';
import { arrayOperations } from './operations/arrayOperations.ts';
import { axisOperations } from './operations/axisOperations.ts';
import { elementOperations } from './operations/elementOperations.ts';
import { productOperations } from './operations/productOperations.ts';
import { reductionOperations } from './operations/reductionOperations.ts';

/** Operations by the name of the class in Keras. */
export const operations: Readonly<Record<string, AnyKind>> = {
  ...elementOperations,
  ...reductionOperations,
  ...axisOperations,
  ...arrayOperations,
  ...productOperations,
};
