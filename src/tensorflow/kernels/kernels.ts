// What each tf.js kernel is in TensorFlow: one table of all families.
import { arrays } from './arrays.ts';
import { elementwise } from './elementwise.ts';
import { reductions } from './reductions.ts';
import type { Row } from './row.ts';
import { windows } from './windows.ts';

export const kernels: Readonly<Record<string, Row>> = { ...arrays, ...elementwise, ...reductions, ...windows };
