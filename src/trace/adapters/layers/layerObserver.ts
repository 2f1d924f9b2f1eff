// Reports the calls of a model's layers to an observer, layers that no property holds included.
import type * as tf from '@tensorflow/tfjs-core';
import type { HeldTensors } from '../../adapter.ts';
import { failing, type Observer } from '../../observer.ts';
import { replaceMethod, undoAll } from '../../replaceMethod.ts';
import { HeldProperties } from '../../state/heldProperties.ts';
import type { LayerLike } from '../../traceable.ts';
import { type LayerTree, remember } from './layerTree.ts';

/** Wraps the layers of one model during one forward pass, and puts back the tensors that they hold. */
export class LayerObserver implements HeldTensors {
  readonly #model: LayerLike;
  readonly #tree: LayerTree;
  readonly #observer: Observer;
  /** Indices of the layers that did not return yet, outermost first. */
  readonly #open = [0];
  readonly #undo: (() => void)[] = [];
  readonly #held = new HeldProperties();
  readonly #met: [layer: LayerLike, by: LayerLike][] = [];

  constructor(model: LayerLike, tree: LayerTree, observer: Observer) {
    this.#model = model;
    this.#tree = tree;
    this.#observer = observer;
  }

  enter(): void {
    for (const [index, { layer }] of this.#tree.found.entries()) this.#wrap(layer, index);
    // every layer runs through the `apply` of its class, those that no property holds too
    for (const prototype of ownersOf(this.#tree.found, 'apply'))
      this.#undo.push(
        replaceMethod(prototype, 'apply', (apply, args, self) => {
          this.#meet(self as LayerLike);
          return apply(...args);
        }),
      );
  }

  leave(): void {
    undoAll(this.#undo);
    if (this.#met.length > 0) remember(this.#model, this.#met);
  }

  readonly isKnown = (_: tf.Tensor): boolean => true;

  readonly putBack = (madeVariables: boolean): void => this.#held.putBack(madeVariables);

  #wrap(layer: LayerLike, index: number): void {
    this.#held.add(layer);
    let known = layer.weights.length;
    const wrapped = replaceMethod(layer, 'call', (call, args) => {
      // a layer is built by its first use
      if (layer.weights.length !== known) this.#tree.learn(index);
      known = layer.weights.length;
      this.#observer.enterModule(index, [args[0]].flat());
      this.#open.push(index);
      const depth = this.#open.length;
      let output: unknown;
      try {
        output = failing(this.#observer, () => call(...args));
      } finally {
        this.#open.length = depth - 1;
      }
      this.#observer.exitModule(output);
      return output;
    });
    this.#undo.push(wrapped);
    if (!('computeMask' in layer)) return;
    this.#undo.push(
      replaceMethod(layer, 'computeMask', (computeMask, args) => {
        const end = this.#observer.enterMask?.(index);
        try {
          return computeMask(...args);
        } finally {
          end?.();
        }
      }),
    );
  }

  /** Takes in a layer that no property holds, as a child of the layer that runs it. */
  #meet(layer: LayerLike): void {
    if (this.#tree.indexOf(layer) !== undefined) return;
    const from = this.#tree.found.length;
    const by = this.#open.at(-1)!;
    this.#tree.add(layer, by);
    this.#met.push([layer, this.#tree.found[by]!.layer]);
    for (const [i, found] of this.#tree.found.slice(from).entries()) {
      this.#tree.learn(from + i);
      this.#wrap(found.layer, from + i);
    }
  }
}

/** The outermost prototypes that have a method of this name: that of tf.layers' own class, of each copy in use. */
export function ownersOf(found: LayerTree['found'], name: string): Set<object> {
  const all = new Set<object>();
  for (const { layer } of found) {
    let owner: object | undefined;
    for (let at: object | null = layer; at !== null; at = Object.getPrototypeOf(at))
      if (Object.hasOwn(at, name)) owner = at;
    if (owner) all.add(owner);
  }
  return all;
}
