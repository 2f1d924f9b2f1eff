// Loads and activates a backend of tf.js that computes.
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import { choice } from '../choice.ts';
import { UserError } from '../errors.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import { type BackendName, backendChoices, backendNames } from './backends.ts';
import { type LoadedBackend, load } from './loadBackend.ts';
import { resolvePackage } from './nodePackage.ts';

/** The backend that `useBackend` made active. */
export interface UsedBackend extends LoadedBackend {
  /** With `auto`: the faster backends that cannot be used, and the reason, a clause with the remedy. */
  readonly passedOver: readonly { readonly name: BackendName; readonly reason: string }[];
}

/** Options of `useBackend`. */
export interface BackendOptions {
  /** A file whose project's packages are preferred, as a path or as `import.meta.url`; the current folder's unless given. */
  readonly from?: string;
  /** Whether tf.js's gradients are registered, true unless given; loading them takes 0.1 s. */
  readonly gradients?: boolean;
}

const optionNames: OptionNames<BackendOptions> = { from: true, gradients: true };

/**
 * Loads a backend and makes it tf.js's active one.
 * @param wanted `node-gpu`, `node`, `wasm` or `cpu`; with `auto`, the first of these that is installed, loads and multiplies
 * two matrices correctly
 * @throws UserError for an unknown name, and for a backend that cannot be used: one clause with the remedy
 */
export async function useBackend(
  wanted: BackendName | 'auto' = 'auto',
  options: BackendOptions = {},
): Promise<UsedBackend> {
  expectOptions(options, optionNames);
  const { from = 'package.json', gradients = true } = options;
  const name = choice('backend', wanted, backendChoices);
  const used = name === 'auto' ? await firstThatComputes(from) : { ...(await load(name, from)), passedOver: [] };
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

// in Node, tfjs-core registers no gradients, and tfjs-layers does
function registerGradients(from: string): void {
  if (tf.getGradient('BatchMatMul')) return;
  const path = resolvePackage(tfjsLayers, from);
  if (path === undefined)
    throw new UserError(`gradients come with ${tfjsLayers}: npm install ${tfjsLayers}, or { gradients: false }`);
  createRequire(import.meta.url)(path);
}
