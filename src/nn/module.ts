// PyTorch's Module on tf.js: children and parameters are the object's properties, in the order they were assigned.
import type * as tf from '@tensorflow/tfjs-core';
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import { joinPath } from '../names/modulePath.ts';
import { expectOptions } from '../options.ts';
import { product, shapeText } from '../tensors.ts';
import { Buffer, Parameter } from './parameter.ts';
import { stateFit } from './stateFit.ts';

/** A Module of any inputs and output. */
// biome-ignore lint/suspicious/noExplicitAny: a module's inputs are known only where it is declared
export type AnyModule = Module<any, any>;
/** Called before `forward` with the module and its inputs. */
export type ForwardPreHook = (module: AnyModule, inputs: readonly unknown[]) => void;
/** Called after `forward` with the module, its inputs and its output. */
export type ForwardHook = (module: AnyModule, inputs: readonly unknown[], output: unknown) => void;

/** An input that a Module declares. */
export interface DeclaredInput {
  readonly name?: string;
  /** [batch, ...], with null for an axis of any size. */
  readonly shape: readonly (number | null)[];
  /** float32 unless given. */
  readonly dtype?: 'float32' | 'int32' | 'bool' | 'complex64' | 'string';
}

/** A stored parameter: a shape, and values in row-major order. */
export interface StoredArray {
  readonly shape: readonly number[];
  readonly values: tf.TypedArray;
}

/** A layer or model: subclasses hold parameters and child modules as properties, and implement `forward`. */
export abstract class Module<In extends readonly unknown[] = [tf.Tensor], Out = tf.Tensor> {
  /**
   * Own and true for a class whose `forward` keeps no tensors for its next call, except in parameters and buffers: a trace then
   * runs the module once. A trace runs modules of other classes twice, to find the tensors that they keep.
   */
  static readonly isStateless: boolean = false;
  /** Whether layers such as Dropout behave as in training; set by `train` and `eval`. */
  training = true;
  readonly #preHooks = new Set<{ hook: ForwardPreHook }>();
  readonly #hooks = new Set<{ hook: ForwardHook }>();

  /**
   * @param unexpected arguments that the class does not take, which JavaScript would drop without a word
   * @throws UserError if there is one
   */
  constructor(...unexpected: readonly never[]) {
    if (unexpected.length > 0)
      throw new UserError(`${new.target.name || 'the module'} takes no such argument: ${got(unexpected[0])}`);
  }

  /** `sequential` or `list` for a Sequential or ModuleList; undefined for a module with a `forward` of its own. */
  get container(): 'sequential' | 'list' | undefined {
    return undefined;
  }

  /**
   * The settings that the module was built with, by name; the column `settings` shows them and `diff` compares them, as far as
   * they are plain data. Unless overridden, all properties except `training` and those whose names begin with `_`.
   */
  layerSettings(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(this).filter(([name]) => name !== 'training' && !name.startsWith('_')));
  }

  /**
   * Shapes and dtypes of the inputs, the batch as null. With these, `summary`, `trace` and the other functions need no
   * input sizes. Unless overridden, undefined: not known.
   */
  declaredInputs(): readonly DeclaredInput[] | undefined {
    return undefined;
  }

  /** Computes the output. Call `apply` instead, which also runs the hooks. */
  abstract forward(...inputs: In): Out;

  /** Runs `forward` between the registered hooks. */
  apply(...inputs: In): Out {
    for (const { hook } of this.#preHooks) hook(this, inputs);
    const output = this.forward(...inputs);
    for (const { hook } of this.#hooks) hook(this, inputs, output);
    return output;
  }

  /** @returns the function that removes the hook. */
  registerForwardPreHook(hook: ForwardPreHook): () => void {
    return register(this.#preHooks, hook);
  }

  /** @returns the function that removes the hook. */
  registerForwardHook(hook: ForwardHook): () => void {
    return register(this.#hooks, hook);
  }

  /** Child modules as `[name, module]`; a module held under two names comes once, as in PyTorch. */
  *namedChildren(): Generator<[string, AnyModule]> {
    const seen = new Set<AnyModule>();
    for (const [name, child] of this.namedEntries()) {
      if (seen.has(child)) continue;
      seen.add(child);
      yield [name, child];
    }
  }

  /**
   * This module (named '') and all below it, a parent before its children, each once.
   * @throws UserError for a module that contains itself
   */
  *namedModules(prefix = '', seen = new Set<AnyModule>()): Generator<[string, AnyModule]> {
    yield* this.#modules(prefix, seen, []);
  }

  *#modules(path: string, seen: Set<AnyModule>, ancestors: readonly AnyModule[]): Generator<[string, AnyModule]> {
    this.#expectNoCycle(ancestors, path);
    if (seen.has(this)) return;
    seen.add(this);
    yield [path, this];
    for (const [name, child] of this.namedChildren())
      yield* child.#modules(joinPath(path, name), seen, [...ancestors, this]);
  }

  /** This module's own parameters and buffers as `[property, parameter]`. */
  *ownState(): Generator<[string, Parameter]> {
    for (const [name, value] of Object.entries(this))
      if (value instanceof Parameter) yield [this.#checkedName('parameter', name), value];
  }

  /** Learnable parameters below this module as `[path, parameter]`, a shared one once. */
  *namedParameters(): Generator<[string, Parameter]> {
    const seen = new Set<Parameter>();
    for (const [path, parameter] of this.#state()) {
      if (parameter instanceof Buffer || seen.has(parameter)) continue;
      seen.add(parameter);
      yield [path, parameter];
    }
  }

  /** Parameters and buffers by path (`model.0.sgu.spatial_proj.weight`), shared ones under each of their names. */
  stateDict(): Map<string, Parameter> {
    return new Map(this.#state());
  }

  /**
   * Sets the values of parameters and buffers. Nothing is changed where it throws.
   * @param options `strict`: whether names must be the same on both sides, true unless given
   * @throws UserError for missing and unexpected names (with `strict`), wrong shapes and wrong numbers of values, all of them
   * listed
   */
  loadStateDict(state: ReadonlyMap<string, StoredArray>, options: { readonly strict?: boolean } = {}): void {
    expectOptions(options, ['strict']);
    const { strict = true } = options;
    const own = this.stateDict();
    const problems: string[] = [];
    const { missing, unexpected, reshaped } = stateFit(own, state);
    if (strict && missing.length > 0) problems.push(`missing ${missing.join(', ')}`);
    if (strict && unexpected.length > 0) problems.push(`unexpected ${unexpected.join(', ')}`);
    for (const { name, stored, expected } of reshaped)
      problems.push(`${name} has shape ${shapeText(stored)}, expected ${shapeText(expected)}`);
    for (const [name, { shape, values }] of state)
      if (own.has(name) && values.length !== product(shape))
        problems.push(`${name} has ${values.length} values, expected ${product(shape)} for shape ${shapeText(shape)}`);
    if (problems.length > 0) throw new UserError(`state dict does not fit: ${problems.join('; ')}`);
    for (const [name, { values }] of state) own.get(name)?.set(values);
  }

  /**
   * The variables that train, as `optimizer.minimize(f, returnCost, varList)` takes them. Parameters that were never read are
   * initialized: tf.js's optimizers look for variables before they run `f`.
   */
  parameters(): tf.Variable[] {
    const learnt = [...this.namedParameters()].filter(([, { requiresGrad }]) => requiresGrad);
    return learnt.map(([, { value }]) => value as tf.Variable);
  }

  /** Sets `training` of this module and all below it. */
  train(mode = true): this {
    for (const [, module] of this.namedModules()) module.training = mode;
    return this;
  }

  /** Sets `training` of this module and all below it to false. */
  eval(): this {
    return this.train(false);
  }

  /** Frees the values; parameters are initialized again when they are next read. */
  dispose(): void {
    for (const [, parameter] of this.#state()) parameter.dispose();
  }

  *#state(prefix = '', ancestors: readonly AnyModule[] = []): Generator<[string, Parameter]> {
    this.#expectNoCycle(ancestors, prefix);
    for (const [name, parameter] of this.ownState()) yield [joinPath(prefix, name), parameter];
    for (const [name, child] of this.namedEntries()) yield* child.#state(joinPath(prefix, name), [...ancestors, this]);
  }

  /** Child modules as `[name, module]`; a module held under two names comes twice. */
  *namedEntries(): Generator<[string, AnyModule]> {
    for (const [name, value] of Object.entries(this))
      if (value instanceof Module) yield [this.#checkedName('module', name), value];
  }

  #expectNoCycle(ancestors: readonly AnyModule[], path: string): void {
    if (ancestors.includes(this))
      throw new UserError(`a module must not contain itself, got ${path}: keep its parent in a private field (#)`);
  }

  /** Returns a valid name. @throws UserError for a name with a dot: `a.b` would read as `b` of `a` in a state dict */
  #checkedName(kind: 'module' | 'parameter', name: string): string {
    if (name !== '' && !name.includes('.')) return name;
    const owner = Object.getPrototypeOf(this).constructor.name;
    throw new UserError(
      `the name of a ${kind} must be a word without a dot, got ${JSON.stringify(name)} in ${owner}: rename the property`,
    );
  }
}

function register<T>(hooks: Set<{ hook: T }>, hook: T): () => void {
  const entry = { hook };
  hooks.add(entry);
  return () => void hooks.delete(entry);
}
