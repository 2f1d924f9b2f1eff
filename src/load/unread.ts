// Weights of a loaded model whose files were not read yet: they throw, so that no model computes with initial values.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { isUndrawn } from '../trace/backend/shapeBackend.ts';
import { changeableDataOf } from '../trace/backend/tensorData.ts';

/** The error for numbers that are asked for before `fill()`. @param path of the model's file */
export const unreadError = (path: string): UserError =>
  new UserError(`the weights of ${path} are not read yet: await fill() of the loaded model before it computes`);

/** Has declared weights throw in the place of drawing initial values, until others are put into their variables. */
export function refuseUnread(weights: readonly { read(): tf.Tensor }[], path: string): void {
  for (const weight of weights) {
    const tensor = weight.read();
    if (!isUndrawn(tensor)) continue;
    changeableDataOf(tensor).declared = () => {
      throw unreadError(path);
    };
  }
}
