// All generators. Those of `numeric` make shapes that depend on numbers.
import { arrays } from './arrays.ts';
import type { Generator } from './draw.ts';
import { elementwise } from './elementwise.ts';
import { numeric as dependent, images } from './images.ts';
import { indexed } from './indexed.ts';
import { windows } from './windows.ts';

export const families: Readonly<Record<string, Generator>> = {
  ...arrays,
  ...indexed,
  ...elementwise,
  ...images,
  ...windows,
};
export const numeric: Readonly<Record<string, Generator>> = dependent;
