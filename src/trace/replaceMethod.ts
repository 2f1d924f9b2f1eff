// Wraps one method of one object for as long as a forward pass runs.

type Method = (...args: unknown[]) => unknown;
export type MethodWrapper = (method: Method, args: unknown[], self: unknown) => unknown;

/** Wraps `object[name]`. @returns a function that restores it */
export function replaceMethod(object: object, name: string, wrapper: MethodWrapper): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  const method: Method = Reflect.get(object, name);
  Object.defineProperty(object, name, {
    value: function (this: unknown, ...args: unknown[]) {
      return wrapper((...given) => method.apply(this, given), args, this);
    },
    configurable: true,
    enumerable: own?.enumerable ?? true,
    writable: true,
  });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}

/** Runs every function of `undo` and empties it, the last one first. */
export function undoAll(undo: (() => void)[]): void {
  while (undo.length > 0) undo.pop()!();
}
