// Two models in one process, of which each takes the names of variables that the other has.

/**
 * Makes a model with no variable registered: tf.js lets a name be taken once, and both models may take it. What was not
 * taken anew, such as a variable of a module that both come from, is registered afterwards as it was.
 */
export async function withFreeNames<T>(make: () => Promise<T>): Promise<T> {
  const { tfjs } = await import('../tfjs.ts');
  const { registeredVariables } = tfjs.engine();
  const known = Object.entries(registeredVariables);
  for (const [name] of known) delete registeredVariables[name];
  try {
    return await make();
  } finally {
    for (const [name, variable] of known) registeredVariables[name] ??= variable;
  }
}
