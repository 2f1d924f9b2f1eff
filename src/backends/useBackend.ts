// Numbers for whoever asks. In: a backend's name, or auto. Out: a backend of tf.js that computes, active.
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { type BackendName, backendNames } from './backends.ts';
import { type LoadedBackend, load } from './loadBackend.ts';
import { found } from './nodePackage.ts';

export interface UsedBackend extends LoadedBackend {
  /** with `auto`: the better ones, and for each why it was not taken, a clause with the remedy */
  readonly passedOver: readonly { readonly name: BackendName; readonly reason: string }[];
}

export interface BackendOptions {
  /** a file of the project whose packages come first, its path or `import.meta.url`; unless given one of the current folder */
  readonly from?: string;
  /** false: does without tf.js's gradients, and so without the 0.1 s that loading them takes */
  readonly gradients?: boolean;
}

/**
 * Makes a backend tf.js's active one: `node-gpu`, `node`, `wasm` or `cpu`, or with `auto` the first of these that is
 * installed, loads and multiplies two matrices right. tf.js's gradients are registered too, so that models train.
 * @throws UserError for an unknown name, and for a backend that cannot be used: one clause with the remedy
 */
export async function useBackend(
  choice: BackendName | 'auto' = 'auto',
  { from = 'package.json', gradients = true }: BackendOptions = {},
): Promise<UsedBackend> {
  if (choice !== 'auto' && !backendNames.includes(choice))
    throw new UserError(`unknown backend: ${choice} (one of auto, ${backendNames.join(', ')})`);
  const used = choice === 'auto' ? await firstThatComputes(from) : { ...(await load(choice, from)), passedOver: [] };
  if (gradients) registerGradients(from);
  return used;
}

async function firstThatComputes(from: string): Promise<UsedBackend> {
  const passedOver: { name: BackendName; reason: string }[] = [];
  for (const name of backendNames) {
    try {
      return { ...(await load(name, from)), passedOver };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      passedOver.push({ name, reason: error.message });
    }
  }
  throw new UserError(`no backend computes: ${passedOver.map(({ reason }) => reason).join('; ')}`);
}

const tfjsLayers = '@tensorflow/tfjs-layers';

// tfjs-core registers none in Node; of its packages tfjs-layers does
function registerGradients(from: string): void {
  if (tf.getGradient('BatchMatMul')) return;
  const path = found(tfjsLayers, from);
  if (path === undefined)
    throw new UserError(`gradients come with ${tfjsLayers}: npm install ${tfjsLayers}, or { gradients: false }`);
  createRequire(import.meta.url)(path);
}
