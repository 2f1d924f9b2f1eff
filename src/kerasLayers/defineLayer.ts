// Makes classes of tf.layers from kinds of layers.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { nameArguments, templateOf } from './callTemplate.ts';
import { initializerOf } from './initializers.ts';
import type {
  AnyKind,
  ChildLayer,
  Layer,
  LayerClass,
  LayersModule,
  LayerTools,
  Shape,
  ShapeCall,
} from './layerKind.ts';
import { readSettings } from './settings.ts';

type Config = Readonly<Record<string, unknown>>;
type LayerVariable = Layer['weights'][number];
/** A tensor, or what stands for one in a call on shapes. */
interface HasShape {
  readonly shape: Shape;
}

type TfjsShape = (number | null)[];

/** The parts of a layer of this room that its class and the functions below share. */
interface OwnLayer extends Layer {
  /** The settings as they were given, without those that tf.layers keeps. */
  readonly settings: Config;
  /** The settings that its kind reads. */
  readonly values: Config;
  readonly variables: Record<string, { read(): tf.Tensor }>;
  readonly childNames: string[];
}

/** The class that all classes of this room extend, for one copy of tf.layers. */
export function layerBase(tfl: LayersModule, tools: LayerTools) {
  return class Keras3Layer extends tfl.layers.Layer {
    static className = '';
    static kind: AnyKind;
    readonly kind: AnyKind;
    readonly settings: Config;
    readonly values: Config;
    readonly variables: OwnLayer['variables'] = {};
    readonly childNames: string[] = [];

    constructor(config: Config = {}) {
      super(named(config, new.target.className));
      this.kind = new.target.kind;
      this.supportsMasking = this.kind.passesMask ?? false;
      this.settings = (this.kind.rewrite ?? ((settings) => settings))(plainSettings(config, this.kind));
      this.values = readSettings(this.kind.settings, { ...config, ...this.settings }, `the layer ${this.name}`);
    }
    override build(inputShape: TfjsShape | TfjsShape[]): void {
      for (const [name, child] of Object.entries(this.kind.children?.(shapeCall(this, inputShape), tools) ?? {}))
        holdChild(tfl, this, name, child);
      const specs = this.kind.weights?.(shapeCall(this, inputShape)) ?? [];
      for (const { name, shape, initializer, trainable = true, dtype = 'float32' } of specs) {
        const make = initializerOf(tfl, initializer);
        this.variables[name] = this.addWeight(name, sized(shape, this), dtype, make, undefined, trainable);
      }
      super.build(inputShape);
    }
    override computeOutputShape(inputShape: TfjsShape | TfjsShape[]): TfjsShape | TfjsShape[] {
      return this.kind.outputShape(shapeCall(this, inputShape)) as TfjsShape | TfjsShape[];
    }
    override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Config): tf.Tensor | tf.Tensor[] {
      return tf.tidy(() => computeLayer(this, [inputs].flat(), kwargs, tools));
    }
    override getConfig(): tf.serialization.ConfigDict {
      return { ...super.getConfig(), ...(this.settings as tf.serialization.ConfigDict) };
    }
    override get trainable(): boolean {
      return super.trainable;
    }
    override set trainable(value: boolean) {
      super.trainable = value;
      for (const child of childrenOf(this)) child.trainable = value;
    }
    override get trainableWeights(): LayerVariable[] {
      const inner = this.trainable ? childrenOf(this).flatMap(({ trainableWeights }) => trainableWeights) : [];
      return [...super.trainableWeights, ...inner];
    }
    override get nonTrainableWeights(): LayerVariable[] {
      const inner = childrenOf(this).flatMap((child) => (this.trainable ? child.nonTrainableWeights : child.weights));
      return [...super.nonTrainableWeights, ...inner];
    }
  };
}

/** Makes the class of a layer. @param className the name under which tf.js finds the class */
export function defineLayer(base: ReturnType<typeof layerBase>, className: string, kind: AnyKind): LayerClass {
  return class extends base {
    static override readonly className = className;
    static override readonly kind = kind;
  };
}

/** Keeps a layer in the property that a name stands for, and builds it. */
function holdChild(tfl: LayersModule, owner: OwnLayer, name: string, { layer, shapes }: ChildLayer): void {
  if (!owner.trainable) layer.trainable = false;
  const [, list, index] = listItem.exec(name) ?? [];
  if (list === undefined) Reflect.set(owner, name, layer);
  else
    Reflect.set(owner, list, [
      ...((Reflect.get(owner, list) as Layer[] | undefined) ?? []).slice(0, Number(index)),
      layer,
    ]);
  owner.childNames.push(name);
  const inputs = shapes.map((shape) => tfl.input({ batchShape: [...shape] }));
  // its weights get their names by a call, and only by one
  if (!layer.built) layer.apply(inputs.length === 1 ? inputs[0]! : inputs);
}

const listItem = /^(.+)_(\d+)$/;

function childNamed(owner: OwnLayer, name: string): Layer {
  const [, list, index] = listItem.exec(name) ?? [];
  return list === undefined ? Reflect.get(owner, name) : Reflect.get(Reflect.get(owner, list), index!);
}

const namedChildren = (owner: OwnLayer): Record<string, Layer> =>
  Object.fromEntries(owner.childNames.map((name) => [name, childNamed(owner, name)]));

// Layer's constructor reads `trainable` before a layer has names of children
const childrenOf = (owner: OwnLayer): Layer[] => (owner.childNames ?? []).map((name) => childNamed(owner, name));

// keys of a configuration that tf.layers keeps, or puts there
const foreignKeys = new Set(
  'name trainable batchInputShape inputShape batchSize dtype inputDType weights customObjects'.split(' '),
);

/** A copy of a configuration in which layers are objects with className and config. */
function plainSettings(config: Config, { settings }: AnyKind): Config {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if (isLayer(value)) return { className: value.getClassName(), config: plain(value.getConfig()) };
    const entries = Object.entries(value).filter(([key]) => key !== 'customObjects');
    return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
  };
  return plain(
    Object.fromEntries(Object.entries(config).filter(([key]) => !foreignKeys.has(key) || key in settings)),
  ) as Config;
}

const isLayer = (value: object): value is Layer => 'getClassName' in value && 'getConfig' in value;

const counts = new Map<string, number>();

/** A configuration with a name: tf.js would make one from the class's name, with a sign that names of weights may not have. */
function named(config: Config, className: string): Config {
  if (config.name) return config;
  const name = className
    .replace(/^.*>/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase();
  counts.set(name, (counts.get(name) ?? 0) + 1);
  return { ...config, name: `${name}_keras3_${counts.get(name)}` };
}

function shapeCall(layer: OwnLayer & { kind: AnyKind }, inputShape: TfjsShape | TfjsShape[]): ShapeCall<never> {
  const shapes = (Array.isArray(inputShape[0]) ? inputShape : [inputShape]) as [Shape, ...Shape[]];
  const { settings, values } = layer;
  return {
    config: values as never,
    settings,
    shapes,
    args: argumentsOf(
      layer,
      shapes.map((shape) => ({ shape })),
    ),
    children: namedChildren(layer),
  };
}

const argumentsOf = ({ kind, settings }: OwnLayer & { kind: AnyKind }, inputs: readonly HasShape[]) =>
  nameArguments(
    kind.parameters ?? ['inputs'],
    inputs,
    templateOf(
      settings.call,
      inputs.map(({ shape }) => shape),
    ),
  );

function computeLayer(
  layer: OwnLayer & { kind: AnyKind },
  inputs: readonly tf.Tensor[],
  kwargs: Config,
  tools: LayerTools,
): tf.Tensor | tf.Tensor[] {
  const args = argumentsOf(layer, inputs);
  const training = kwargs?.training === true;
  return layer.kind.call(inputs as [tf.Tensor, ...tf.Tensor[]], {
    ...tools,
    config: layer.values as never,
    // layers around it, and tf.js, hand on a mask and states
    args: { ...present(kwargs, ['mask', 'initialState']), ...args },
    weights: Object.fromEntries(Object.entries(layer.variables).map(([name, weight]) => [name, weight.read()])),
    children: namedChildren(layer),
    training,
  });
}

const present = (values: Config | undefined, keys: readonly string[]): Config =>
  Object.fromEntries(keys.flatMap((key) => (values?.[key] == null ? [] : [[key, values[key]]])));

/** @throws UserError for a weight with an open axis */
function sized(shape: Shape, { name }: Layer): number[] {
  const open = shape.indexOf(null);
  if (open !== -1)
    throw new UserError(
      `the layer ${name} needs the size of each axis that its weights have, got [${shape.map((dim) => dim ?? 'null').join(', ')}]`,
    );
  return shape as number[];
}
