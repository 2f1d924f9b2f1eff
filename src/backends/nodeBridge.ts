// What tfjs-node 4.22 takes from Node and newer versions lack. In: what loads it. Out: what that returns.
import Module from 'node:module';
import util from 'node:util';

type Load = (request: string, ...rest: unknown[]) => unknown;

// Node 22 warns of them, Node 23 is without them
const gone = {
  isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
  isArray: Array.isArray,
};

/**
 * Runs `load` with a `util` that has what Node took away. Only what is first required meanwhile sees it: afterwards
 * Node's own `util` is as before, and so is what requires it.
 */
export function bridged<T>(load: () => T): T {
  const loader = Module as unknown as { _load: Load };
  const own = loader._load;
  const whole: object = Object.create(util, Object.getOwnPropertyDescriptors(gone));
  loader._load = function (request, ...rest) {
    return request === 'util' || request === 'node:util' ? whole : own.call(this, request, ...rest);
  };
  try {
    return load();
  } finally {
    loader._load = own;
  }
}
