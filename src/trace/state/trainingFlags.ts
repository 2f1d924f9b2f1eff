// Training flags of variables, of weights of tf.layers and of parameters of Modules, which code may set in a forward pass.

/** Records the training flags of `values`. @returns a function that restores them; undefined where no value has one */
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

/**
 * The property that is the training flag of a variable, weight or Parameter; undefined for anything else. A layer's
 * `trainable` is left out, since setting it sets the flags of all its weights.
 */
function flagName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // known by their members, since another copy of tf.js has classes of its own
  if ('trainable' in value && ('dataId' in value || 'originalName' in value)) return 'trainable';
  return 'requiresGrad' in value && 'initializer' in value ? 'requiresGrad' : undefined;
}
