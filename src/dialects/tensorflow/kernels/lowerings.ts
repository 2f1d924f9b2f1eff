// What each tf.js kernel is in TensorFlow: one table of all families.

import { withCasts } from './acceptedDtypes.ts';
import { arrays } from './arrays.ts';
import { elementwise } from './elementwise.ts';
import { gradients } from './gradients.ts';
import { images } from './images.ts';
import type { Row } from './lowering.ts';
import { ragged } from './ragged.ts';
import { reductions } from './reductions.ts';
import { strings } from './strings.ts';
import { windows } from './windows.ts';

const families = {
  ...arrays,
  ...elementwise,
  ...gradients,
  ...images,
  ...ragged,
  ...reductions,
  ...strings,
  ...windows,
};

export const kernels: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(families).map(([kernel, row]) => [kernel, withCasts(kernel, row)]),
);
