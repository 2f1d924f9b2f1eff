// Training flags of variables, of weights of tf.layers and of parameters of Modules, which code may set in a forward pass.

/** Notes the training flags among `values`. @returns a function that puts them back; undefined where there are none */
export function holdTrainingFlags(values: Iterable<unknown>): (() => void) | undefined {
  const before: (readonly [value: object, name: string, flag: boolean])[] = [];
  for (const value of values) {
    const name = flagName(value);
    if (name !== undefined) before.push([value as object, name, Reflect.get(value as object, name)]);
  }
  if (before.length === 0) return undefined;
  return () => {
    for (const [value, name, flag] of before) if (Reflect.get(value, name) !== flag) Reflect.set(value, name, flag);
  };
}

/** A layer has a flag too, but setting it sets those of all its weights. */
function flagName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // known by their members, since another copy of tf.js has classes of its own
  if ('trainable' in value && ('dataId' in value || 'originalName' in value)) return 'trainable';
  return 'requiresGrad' in value && 'initializer' in value ? 'requiresGrad' : undefined;
}
