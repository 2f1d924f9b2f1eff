// Makes what a bare machine lacks before the first test: both variants of tfjs-node. Fails when it cannot.
import { build, variantNames } from './build.ts';

export default function setup(): void {
  for (const variant of variantNames) build(variant);
}
