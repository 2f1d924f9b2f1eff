// Names of layers that tf.js takes.

// tf.js's own rule: https://github.com/tensorflow/tfjs/blob/master/tfjs-layers/src/common.ts
const valid = /^[A-Za-z0-9.][-A-Za-z0-9_./]*$/;

/**
 * A name that tf.js takes for each name of a model's layers: itself, or one without the signs that tf.js refuses.
 * @param names that differ from each other, or the last of two equal ones counts
 */
export function safeNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(names.filter(isValid));
  return new Map(
    names.map((name) => {
      if (isValid(name)) return [name, name];
      const base = `layer_${name.replace(/[^-A-Za-z0-9_./]/g, '_')}`;
      let free = base;
      for (let n = 1; taken.has(free); n++) free = `${base}_${n}`;
      taken.add(free);
      return [name, free];
    }),
  );
}

// tf.js keeps layers in plain objects, by name
const isValid = (name: string): boolean => valid.test(name) && !(name in {});
