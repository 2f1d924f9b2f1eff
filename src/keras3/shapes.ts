// Shape rules that several kinds of layers share.
import type { Shape, ShapeCall } from './layerKind.ts';

/** The shape of the first input. */
export const sameShape = ({ shapes }: Pick<ShapeCall<unknown>, 'shapes'>): Shape => shapes[0];

/** An axis counted from the front. @param axis from -rank to rank - 1 */
export const fromFront = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);
