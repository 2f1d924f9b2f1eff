// Wraps methods of objects while a forward pass runs.

type Method = (...args: unknown[]) => unknown;
/** Runs in place of a method: gets the method, the arguments and `this` of the call. */
export type MethodWrapper = (method: Method, args: unknown[], self: unknown) => unknown;

/** Wraps `object[name]`; returns a function that restores it. */
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

/** Runs the functions of `undo`, last one first, and empties it. */
export function undoAll(undo: (() => void)[]): void {
  while (undo.length > 0) undo.pop()!();
}
